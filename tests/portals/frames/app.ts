import './app.css';
import './app-elements';
import { one, post, toast } from './app-ui';

const at = (host: string, path: string) => `//${host}:${location.port}${path}`;
const shift = new URLSearchParams(location.search).get('shift') ?? 'day';
const MENU: [string, string][] = [
  ['/', '事件总览'],
  ['/apply', '事项申请'],
  ['/apply-hall', '综合受理'],
  ['/event', '事件上报'],
  ['/company', '企业登记'],
  ['/brief', '工作简报'],
  ['/grid', '网格签到'],
  ['/attend', '考勤签到'],
];

const side = MENU.map(
  ([to, t]) => `<a href="${to}" class="${to === location.pathname ? 'on' : ''}">${t}</a>`,
);
document.body.innerHTML = `<div class="yw-top"><b>一网统管平台</b><span>待办 <i class="todo">7</i></span><span>许文斌</span></div>
  <div class="yw-body"><div class="yw-side">${side.join('')}</div><div class="yw-main"></div></div>`;
const main = one('.yw-main');

function home(): void {
  main.innerHTML = `<div class="yw-card">关键词 <input class="word"> <button class="blue find">查询</button>
    <button class="out">导出</button></div><div class="yw-card"><div class="yw-tabs"><span class="on">全部</span>
    <span>已提交</span><span>驳回</span></div><table><thead><tr><th>事件</th><th>来源</th><th>状态</th><th>操作</th></tr></thead>
    <tbody></tbody></table><p class="yw-tabs pages"><span>1</span><span>2</span><span>3</span></p></div>`;
  const states = ['已提交', '审核失败', '驳回', '处置中', '已办结'];
  const draw = async (page: string, word: string, state: string) => {
    await post('/api/event/list', { page, word, state });
    const names = ['占道经营', '井盖破损', '噪声扰民', '路灯不亮', '违规停车'];
    one('tbody').innerHTML = names
      .map((name, i) => ({ name: `${name}${page}0${i}`, state: states[i] ?? '' }))
      .filter((r) => r.name.includes(word) && (state === '全部' || r.state === state))
      .map(
        (r) =>
          `<tr><td>${r.name}</td><td>热线</td><td>${r.state}</td><td><button class="del">删除</button></td></tr>`,
      )
      .join('');
  };
  void draw('1', '', '全部');
  one('.find').onclick = () => void draw('1', one<HTMLInputElement>('.word').value, '全部');
  one('.pages').onclick = (event) => void draw((event.target as HTMLElement).textContent ?? '1', '', '全部');
  one('.yw-tabs').onclick = (event) => void draw('1', '', (event.target as HTMLElement).textContent ?? '');
  one('.out').onclick = async () => {
    await post('/api/event/export');
    toast('导出成功');
  };
  one('tbody').onclick = async (event) => {
    if (!(event.target as HTMLElement).classList.contains('del') || !confirm('确定删除？')) return;
    await post('/api/event/delete');
    (event.target as HTMLElement).closest('tr')?.remove();
    toast('删除成功');
  };
}

function brief(): void {
  main.innerHTML = `<div class="yw-card"><div class="row"><label>简报标题</label><input class="title"></div>
    <p><button class="bold">加粗</button><button>插入图片</button></p><iframe class="ed" style="height:200px"></iframe>
    <p><button class="blue save">保存</button><button class="look">预览</button></p></div>`;
  const inner = (one<HTMLIFrameElement>('.ed').contentDocument ?? document) as Document;
  inner.open();
  inner.write('<html><body style="font:14px sans-serif;min-height:150px"></body></html>');
  inner.close();
  inner.designMode = 'on';
  let busy = false;
  one('.save').onclick = async () => {
    if (!inner.body.textContent) return toast('正文不能为空', false);
    if (busy) return;
    busy = true;
    const load = { title: one<HTMLInputElement>('.title').value, html: inner.body.innerHTML };
    const answer = await post('/api/brief/save', load);
    busy = false;
    toast(answer.ok ? '保存成功' : answer.msg, answer.ok);
    if (answer.ok) inner.body.innerHTML = '';
  };
  one('.look').onclick = async () => {
    await post('/api/brief/preview', { html: inner.body.innerHTML });
    toast('预览已生成');
  };
}

const card = (html: string) => {
  main.innerHTML = `<div class="yw-card">${html}</div><div class="yw-card">近期记录：11-20 已提交，11-19 审核失败</div>`;
};
const pages: Record<string, () => void> = {
  '/apply': () => card(`<iframe class="form" src="${at('biaodan.yiwang.test', '/form')}"></iframe>`),
  '/apply-hall': () =>
    card(`<button class="push">推送预填件</button>
      <iframe class="form" src="${at('biaodan.yiwang.test', '/form?parent=1')}"></iframe>`),
  '/event': () => card('<x-report-form></x-report-form>'),
  '/company': () => card('<x-report-page></x-report-page>'),
  '/grid': () => card(`<x-check-in shift="${shift}"></x-check-in>`),
  '/attend': () => card(`<iframe class="sign" src="${at('kaoqin.test', `/sign?shift=${shift}`)}"></iframe>`),
  '/brief': brief,
};
(pages[location.pathname] ?? home)();

addEventListener('message', (event) => {
  if (event.data?.type === 'apply') toast(event.data.ok ? '受理成功' : event.data.msg, event.data.ok);
});
const push = one('.push');
if (push) {
  push.onclick = () => one<HTMLIFrameElement>('.form').contentWindow?.postMessage({ type: 'push' }, '*');
}
if (location.search.includes('push')) {
  one<HTMLIFrameElement>('.form').onload = () => setTimeout(() => push.click(), 400);
}
if (location.search.includes('queue')) {
  setTimeout(() => void post('/api/queue/resend').then(() => toast('离线数据补传成功')), 400);
}
setInterval(() => void post('/api/todo/count'), 2000);
