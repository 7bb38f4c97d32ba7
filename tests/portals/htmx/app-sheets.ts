// Pages with forms of their own: the monthly sheet, the census, native forms, the diary.
import { bare, field, layout, safe } from './app-layout';

const ITEMS = [
  '低保户',
  '特困户',
  '残疾人',
  '留守老人',
  '留守儿童',
  '外出务工',
  '脱贫户',
  '监测户',
  '党员',
  '退役军人',
];

export const monthlyPage = () =>
  layout(
    '村级基本情况月报表（村基1表）',
    `<div id="sheet-says"></div><form id="sheet"><table class="table table-bordered sheet bg-white"><thead><tr><th>项目</th>${['上月数', '增加', '减少', '本月数', '女', '备注'].map((h) => `<th>${h}</th>`).join('')}</tr></thead>
<tbody>${ITEMS.map((item, r) => `<tr><td>${item}</td>${[0, 1, 2, 3, 4, 5].map((c) => `<td><input name="c${r}_${c}" value="${c === 0 ? 12 + r * 3 : ''}"></td>`).join('')}</tr>`).join('')}</tbody></table></form>
<div class="btn-group" hx-include="#sheet" hx-target="#sheet-says"><button class="btn btn-outline-secondary" hx-post="/monthly/stash">暂存</button>
<button class="btn btn-outline-success" hx-post="/monthly/save">保存</button><button class="btn btn-success" hx-post="/monthly/audit">提交审核</button></div>`,
  );

export const loanPage = (flash: string) =>
  layout(
    '脱贫人口小额贷款',
    `<form class="col-6" action="/loan" method="post" enctype="multipart/form-data">${field({ name: 'borrower', label: '借款人' })}${field({ name: 'amount', label: '金额（元）' })}
${field({ name: 'purpose', label: '用途' })}<input class="form-control mb-2" type="file" name="proof"><input type="submit" class="btn btn-success" value="提交申请"></form>`,
    flash,
  );

export const visitPage = () =>
  layout(
    '走访登记',
    `<form class="col-6" action="/visit" method="post">${field({ name: 'house', label: '走访户' })}<div class="mb-2"><label class="form-label">走访情况</label><textarea class="form-control" name="talk" rows="4"></textarea></div>
<input type="image" name="go" alt="登记" title="登记" width="96" height="34" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='96' height='34'%3E%3Crect width='96' height='34' rx='6' fill='%23198754'/%3E%3C/svg%3E"></form>`,
  );

export const visitDone = (house: string) =>
  layout(
    '走访登记',
    `<div class="text-center py-5"><h4 class="text-success">登记成功</h4><p>${safe(house)}的走访记录已入库。</p><a href="/visit">再登记一户</a></div>`,
  );

export const forbidden = () =>
  bare(
    '403',
    '<div class="text-center py-5"><h1>403</h1><p>该住户不在您的包联范围，无权登记。</p><a href="javascript:history.back()">返回</a></div>',
  );

export const quickPage = (flash: string) =>
  layout(
    '来访登记',
    `<form class="row g-2" action="/quick" method="post" hx-boost="true" hx-target="body"><div class="col-3"><input class="form-control" name="guest" placeholder="来访人"></div>
<div class="col-3"><input class="form-control" name="matter" placeholder="事由"></div><div class="col-3"><input class="form-control" name="receiver" placeholder="接待人"></div>
<div class="col-auto"><button class="btn btn-success">登记</button></div></form><table class="table mt-3"><tr><td>昨天</td><td>田德贵</td><td>咨询医保报销</td></tr></table>`,
    flash,
  );

export function censusPage(step: number, kept: URLSearchParams): string {
  const hidden = [...kept]
    .filter(([name]) => name !== 'step')
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${safe(value)}">`)
    .join('');
  const parts = [
    field({ name: 'head', label: '户主', extra: 'required' }) + field({ name: 'size', label: '家庭人口' }),
    field({ name: 'land', label: '承包地（亩）' }) + field({ name: 'income', label: '人均纯收入' }),
    '<p>请核对以上内容，确认无误后提交。</p>',
  ];
  return layout(
    '农户普查',
    `<div class="progress mb-3"><div class="progress-bar bg-success" style="width:${step * 33}%">第 ${step} 步</div></div>
<form class="col-6 census" action="/census" method="post" hx-boost="true" hx-target="body">${hidden}<input type="hidden" name="step" value="${step}">${parts[step - 1]}
${step === 3 ? [...kept].map(([name, value]) => (name === 'step' ? '' : `<div class="kept">${safe(value)}</div>`)).join('') : ''}
<button class="btn btn-success">${step < 3 ? '下一步' : '确认无误，提交'}</button></form>`,
  );
}

export const censusDone = (code: string) =>
  layout(
    '农户普查',
    `<div class="card"><div class="card-body">普查表已提交。<b>受理号 ${code}</b></div></div>`,
  );

export const diaryPage = () =>
  layout(
    '驻村日记',
    `<form class="col-8" hx-post="/diary" hx-swap="none" hx-on::after-request="if(event.detail.successful && event.detail.elt===this) this.reset()">
<input class="form-control mb-2" name="title" placeholder="标题"><textarea class="form-control mb-2" name="text" rows="6" placeholder="今天做了什么" hx-post="/diary/autosave" hx-trigger="input changed delay:700ms" hx-target="#saved" hx-swap="innerHTML"></textarea>
<span id="saved" class="form-text me-3"></span><button class="btn btn-success">发布</button></form><div id="diary-says" role="status"></div>`,
  );

export const feedbackPage = () =>
  layout(
    'Help desk',
    `<form class="col-6" hx-post="/feedback" hx-target="#status" hx-on::after-request="if(event.detail.successful) this.reset()">
<input class="form-control mb-2" name="subject" placeholder="Subject"><select class="form-select mb-2" name="kind"><option>Bug</option><option>Question</option></select>
<textarea class="form-control mb-2" name="message" placeholder="What happened?"></textarea><button class="btn btn-primary">Send request</button></form><p id="status" class="mt-2"></p>`,
  );
