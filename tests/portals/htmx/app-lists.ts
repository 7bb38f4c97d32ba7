// Lists with acts of their own: approvals, news with comments, the meeting's sign-in sheet.
import { bare, layout, safe } from './app-layout';

export const loginPage = (problem = '') =>
  bare(
    '登录',
    `<form class="card mx-auto mt-5 p-4" style="width:340px" action="/login" method="post"><h5>村级综合服务平台</h5>
<input class="form-control mb-2" name="user" placeholder="用户名"><input class="form-control mb-2${problem ? ' is-invalid' : ''}" type="password" name="pass" placeholder="密码">
${problem ? `<div class="invalid-feedback mb-2">${problem}</div>` : ''}<button class="btn btn-success w-100">登录</button></form>`,
  );

const CASES = [
  '临时救助 · 向翠云',
  '公益性岗位 · 彭长寿',
  '林木采伐 · 覃金凤',
  '雨露计划 · 田小妹',
  '产业奖补 · 贺家旺',
];

export const approvePage = () =>
  layout(
    '待办审批',
    `<p>待办 <span id="left" class="badge text-bg-danger">${CASES.length}</span> 件 <button class="btn btn-sm btn-outline-success" hx-post="/approve/all" hx-swap="none">批量通过</button></p>
${CASES.map(
  (
    title,
    id,
  ) => `<div class="card mb-2 case" id="case${id}"><div class="card-body row g-2"><div class="col-4">${title}</div><div class="col-5">
<input class="form-control form-control-sm" name="opinion" list="phrases" placeholder="审批意见"></div><div class="col-3">
<button class="btn btn-sm btn-success" hx-post="/approve/${id}?way=pass" hx-include="closest .card" hx-target="closest .card" hx-swap="outerHTML">通过</button>
<button class="btn btn-sm btn-outline-danger" hx-post="/approve/${id}?way=back" hx-include="closest .card" hx-target="closest .card" hx-swap="outerHTML">驳回</button></div></div></div>`,
).join(
  '',
)}<datalist id="phrases"><option>情况属实，同意</option><option>材料不全，请补充</option></datalist>`,
  );

export const newsTab = (tab: string) =>
  tab === 'notice'
    ? '<div class="tab-body">关于做好 2026 年度城乡居民医保集中缴费的通知：提交截止 12 月 25 日。</div>'
    : '<div class="tab-body">三季度村集体经济收入 18.6 万元，审核通过，现予公开。</div>';

export const commentItem = (text: string) =>
  `<div class="border-bottom py-1 comment">贺文斌：${safe(text)}</div>`;

export const newsPage = () =>
  layout(
    '村务公开',
    `<ul class="nav nav-tabs mb-2">${[
      ['money', '财务公开'],
      ['notice', '通知公告'],
    ]
      .map(
        ([tab, name]) =>
          `<li class="nav-item"><a class="nav-link" href="#" hx-get="/news/tab?tab=${tab}" hx-target="#tab">${name}</a></li>`,
      )
      .join('')}</ul><div id="tab">${newsTab('money')}</div>
<div class="my-3 unread">您有 1 条未读通知 <button class="btn btn-sm btn-link" hx-post="/news/read" hx-target="closest .unread" hx-swap="outerHTML">标记已读</button></div>
<div id="comments"><div class="border-bottom py-1">向德贵：路灯电费为什么涨了？</div></div>
<form class="input-group mt-2" hx-post="/news/comment" hx-target="#comments" hx-swap="beforeend" hx-on::after-request="this.reset()"><input class="form-control" name="text" placeholder="写留言">
<button class="btn btn-success" aria-label="发送留言"><svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor"><path d="M1 8l14-7-4 14-3-5z"/></svg></button></form>`,
  );

const ATTENDANTS = ['贺文斌', '龙翠云', '覃德贵', '向小妹', '田长寿', '彭金凤'];

export const attendantRow = (id: number, at = '') => `<tr id="a${id}"><td>${ATTENDANTS[id]}</td>
<td>${at ? `<span class="badge text-bg-success">已签 ${at}</span>` : '<span class="badge text-bg-light">未签</span>'}</td>
<td>${at ? '' : `<button class="btn btn-sm btn-success" hx-post="/meeting/sign/${id}" hx-target="closest tr" hx-swap="outerHTML">签到</button>`}</td></tr>`;

export const meetingPage = (flash: string) =>
  layout(
    '会议签到',
    `<p>村“两委”联席会议 · 村部二楼会议室</p><table class="table bg-white w-50"><tbody>${ATTENDANTS.map((_, id) => attendantRow(id)).join('')}</tbody></table>
<form action="/meeting/me" method="post" class="d-inline"><button class="btn btn-lg btn-success">我要签到</button></form>
<form action="/meeting/me?late=1" method="post" class="d-inline late"><button class="btn btn-outline-secondary">补签</button></form>
<form hx-post="/meeting/health" hx-target="#health-says" class="mt-3 w-25"><select class="form-select mb-2" name="health"><option>身体健康</option><option>发热咳嗽</option></select>
<input class="form-control mb-2" name="where" placeholder="所在位置"><button class="btn btn-success">立即打卡</button></form><div id="health-says" aria-live="polite"></div>`,
    flash,
  );
