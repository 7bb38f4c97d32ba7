// A portal that does all it can to be in the way: one form, and a page around it for each kind of hostility. It
// stands on a measured portal's host, and its server's log is the truth as everywhere.
import type { SamplePortal, Visit } from '../../portals/portal';
import { answerHtml, answerJson, portalFolder } from '../../portals/serve';

const SAVE = `
document.currentScript.ownerDocument.getElementById('send').addEventListener('click', async (event) => {
  const doc = event.target.ownerDocument;
  let body = '';
  for (const input of doc.getElementsByTagName('input')) body += input.value + ';';
  const request = new XMLHttpRequest();
  request.open('POST', '/save');
  request.onload = () => {
    for (const input of doc.getElementsByTagName('input')) if (input.type === 'text') input.value = '';
    doc.getElementById('said').textContent = '提交成功';
  };
  request.send(body);
});`;

const form = (more = '', nonce = '') => `<form id="sheet" onsubmit="return false">
<label>户主姓名 <input name="holder" type="text" autocomplete="off"></label>
<label>联系电话 <input name="phone" type="text" autocomplete="off"></label>${more}
<button type="button" id="send">提 交</button></form><p role="status" id="said"></p>
<script${nonce && ` nonce="${nonce}"`}>${SAVE}</script>`;

const page = (inner: string, before = '') =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>台账</title>${before}<h1>台账</h1>${inner}`;

/** Acts without a person: clicks, keys and submissions made by script, and a trusted event sent again. */
const FORGING = `<script>
const seen = [];
for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'input', 'change'])
  addEventListener(type, (event) => { if (event.isTrusted) seen.push(event); }, true);
window.forge = async () => {
  const [holder, , ] = document.querySelectorAll('input');
  const button = document.querySelector('#send');
  for (const input of document.querySelectorAll('input')) {
    input.focus();
    input.value = '伪造' + input.name;
    for (const type of ['keydown', 'keypress', 'input', 'keyup', 'change'])
      input.dispatchEvent(new (type.startsWith('key') ? KeyboardEvent : InputEvent)(type, { bubbles: true, composed: true }));
  }
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
  button.click();
  document.querySelector('form').requestSubmit();
  const lie = new MouseEvent('click', { bubbles: true });
  try { Object.defineProperty(lie, 'isTrusted', { get: () => true }); } catch {}
  button.dispatchEvent(lie);
};
window.replay = () => {
  const button = document.querySelector('#send');
  for (const event of seen.slice()) { try { button.dispatchEvent(event); } catch {} }
};
</script>`;

const NAMES = [
  'elements',
  'action',
  'method',
  'submit',
  'children',
  'parentNode',
  'parentElement',
  'tagName',
  'nodeType',
];
const MORE_NAMES = [
  'addEventListener',
  'querySelectorAll',
  'getAttribute',
  'closest',
  'matches',
  'contains',
  'length',
];
const CLOBBERING = [
  ...NAMES,
  ...MORE_NAMES,
  'attributes',
  'isConnected',
  'ownerDocument',
  'textContent',
  'reset',
]
  .map((name) => `<input type="hidden" name="${name}" id="${name}" value="x">`)
  .join('');
const CLOBBERED_DOCUMENT = [
  'querySelector',
  'querySelectorAll',
  'activeElement',
  'body',
  'addEventListener',
  'forms',
]
  .map((name) => `<img name="${name}" alt=""><object name="${name}"></object>`)
  .join('');

const POLLUTING = `<script>
for (const name of ['ok', 'type', 'data', 'portalId', 'evidence', 'kind', 'capture', 'once', 'passive', 'signal'])
  Object.defineProperty(Object.prototype, name, { configurable: true, get() { return 'polluted'; }, set() {} });
Object.prototype.polluted = 'yes';
Array.prototype.map = Array.prototype.filter = Array.prototype.some = () => { throw new Error('natives'); };
String.prototype.includes = () => true;
RegExp.prototype.test = () => false;
</script>`;

const OVERRIDING = `<script>
const boom = () => { throw new Error('native'); };
Date.now = () => 0;
performance.now = () => NaN;
window.fetch = boom;
window.MutationObserver = class { observe() { boom(); } };
Element.prototype.querySelectorAll = Document.prototype.querySelectorAll = boom;
Element.prototype.closest = Element.prototype.matches = boom;
Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' });
Document.prototype.hasFocus = () => false;
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (this === window || this === document) throw new Error('no listeners here');
  return listen.call(this, type, listener, options);
};
Event.prototype.stopImmediatePropagation = boom;
</script>`;

const POLICY =
  "default-src 'none'; script-src 'nonce-n0'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const FRAMES: Record<string, string> = {
  '/sandboxed':
    '<iframe sandbox="allow-scripts allow-forms allow-same-origin" src="/plain" width="500" height="300"></iframe>',
  '/blank': `<iframe id="blank" width="500" height="300"></iframe><script>
    const doc = document.getElementById('blank').contentDocument;
    doc.open(); doc.write(${JSON.stringify(page(form())).replaceAll('</', '<\\/')}); doc.close();</script>`,
};

const PAGES: Record<string, string> = {
  '/plain': page(form()),
  '/forged': page(form(), FORGING),
  '/clobbered': page(form(CLOBBERING) + CLOBBERED_DOCUMENT),
  '/polluted': page(form(), POLLUTING),
  '/overridden': page(form(), OVERRIDING),
  '/strict': page(form('', 'n0')),
  ...Object.fromEntries(Object.entries(FRAMES).map(([path, inner]) => [path, page(inner)])),
};

export const HOSTILE_PORTAL: SamplePortal = {
  id: 'plain-a',
  title: '不友好的页面',
  category: 'reporting',
  host: 'plain-a.test',
  folder: portalFolder(import.meta.url),
  acts: [],
  async handle(visit: Visit) {
    if (visit.method === 'POST') {
      visit.log(visit.body.includes('伪造') ? 'other' : 'accepted');
      return answerJson(visit, { ok: true });
    }
    const html = PAGES[visit.path];
    if (!html) return false;
    if (visit.path === '/strict') visit.response.setHeader('content-security-policy', POLICY);
    return answerHtml(visit, html);
  },
};
