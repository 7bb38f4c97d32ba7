// Four plain portals for everything but detection: known fields, known answers, and no library in between.
// `elsewhere` is served as well but is in no config: a site that is none of the extension's business.
import type { SamplePortal, Visit } from '../../portals/portal';
import { answerHtml, answerJson, portalFolder } from '../../portals/serve';

const folder = portalFolder(import.meta.url);

const SCRIPT = `
const say = (text) => { document.querySelector('#said').textContent = text; };
document.querySelector('#send').addEventListener('click', async () => {
  if (document.querySelector('#send').disabled) return;
  document.querySelector('#send').disabled = true;
  const body = JSON.stringify(Object.fromEntries(new FormData(document.querySelector('form'))));
  const saves = { '/slow': '/save-slowly', '/strict': '/save-strictly' };
  const answer = await fetch(saves[location.pathname] ?? '/save', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body,
  });
  const { ok } = await answer.json();
  if (ok) document.querySelector('form').reset();
  document.querySelector('#send').disabled = false;
  say(ok ? '提交成功' : '提交失败');
});
document.addEventListener('input', () => say(''));
`;

const page = (title: string, inner: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<title>${title}</title><style>body{font:16px sans-serif;margin:2em;min-height:200vh}label{display:block;margin:.6em 0}
iframe{width:600px;height:260px;border:1px solid #999}</style><h1>${title}</h1>${inner}`;

const FORM = `<form onsubmit="return false">
<label>户主姓名 <input name="holder" autocomplete="off"></label>
<label>联系电话 <input name="phone" autocomplete="off"></label>
<label>家庭住址 <input name="address" autocomplete="off"></label>
<label>走访记录 <textarea name="note" rows="3" cols="50"></textarea></label>
<label>户别 <select name="type"><option>一般户</option><option>低保户</option></select></label>
<button type="button" id="send">提 交</button></form>
<p role="status" id="said"></p><script>${SCRIPT}</script>`;

/** A second form of every portal: the person's numbers instead of the household's place. */
const CASE_FORM = `<form onsubmit="return false">
<label>身份证号 <input name="idcard" autocomplete="off"></label>
<label>联系电话 <input name="phone" autocomplete="off"></label>
<label>卡折账户 <input name="account" autocomplete="off"></label>
<label>救助金额 <input name="amount" autocomplete="off"></label>
<label>申请理由 <textarea name="note" rows="3" cols="50"></textarea></label>
<button type="button" id="send">提 交</button></form>
<p role="status" id="said"></p><script>${SCRIPT}</script>`;

function plainPortal(
  letter: string,
  title: string,
  category: SamplePortal['category'],
  furtherHosts: string[] = [],
): SamplePortal {
  const frameHost = furtherHosts[0];
  return {
    id: `plain-${letter}`,
    title,
    category,
    host: `plain-${letter}.test`,
    furtherHosts,
    folder,
    async handle(visit: Visit) {
      const { path, method } = visit;
      if (method === 'POST') {
        // The strict form takes no telephone that begins with 139.
        const refused = path === '/save-strictly' && /"phone":"139/.test(visit.body);
        visit.log(refused ? 'rejected' : 'accepted');
        if (refused) return answerJson(visit, { ok: false }, 200, 80);
        // Long enough to end the worker between the commit and its confirmation.
        return answerJson(visit, { ok: true }, 200, path === '/save-slowly' ? 2_500 : 80);
      }
      if (path === '/embedding') {
        const port = (visit.request.headers.host ?? '').split(':')[1] ?? '80';
        return answerHtml(visit, page(title, `<iframe src="http://${frameHost}:${port}/form"></iframe>`));
      }
      const named = visit.query.get('title');
      const form = path === '/case' ? CASE_FORM : FORM;
      return answerHtml(visit, page(named ? `${title} ${named}` : title, form));
    },
    acts: [],
  };
}

export const PLAIN_PORTALS: readonly SamplePortal[] = [
  plainPortal('a', '村级综合台账', 'reporting'),
  plainPortal('b', '乡镇信息采集平台', 'reporting', ['frame-b.test']),
  plainPortal('c', '干部学习平台', 'learning-hours'),
  plainPortal('d', '便民服务网', 'public-site'),
];

export const ELSEWHERE: SamplePortal = {
  ...plainPortal('elsewhere', '与工作无关的网站', 'reporting'),
  id: 'elsewhere',
  host: 'elsewhere.test',
};
