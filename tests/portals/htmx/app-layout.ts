// The frame of every page: Bootstrap's navbar, the place for flash messages, toasts and the shared confirm window.

const CONFIG = JSON.stringify({
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422|409|429', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

const MENU: [string, string][] = [
  ['/people', '村民名册'],
  ['/pension', '养老认证'],
  ['/repair', '报修进度'],
  ['/loan', '小额贷款'],
  ['/monthly', '月报表'],
  ['/house', '建房申请'],
  ['/census', '农户普查'],
  ['/visit', '走访登记'],
  ['/quick', '来访登记'],
  ['/diary', '驻村日记'],
  ['/approve', '待办审批'],
  ['/news', '村务公开'],
  ['/meeting', '会议签到'],
  ['/feedback', 'Help desk'],
];

const SCRIPT = `
function toast(text, kind) {
  var box = document.createElement('div');
  box.className = 'toast align-items-center border-0 text-bg-' + (kind || 'success');
  box.setAttribute('role', 'alert'); box.setAttribute('aria-live', 'assertive');
  box.innerHTML = '<div class="d-flex"><div class="toast-body"></div><button type="button" class="btn-close btn-close-white me-2 m-auto" data-bs-dismiss="toast"></button></div>';
  box.querySelector('.toast-body').textContent = text;
  document.querySelector('.toast-container').appendChild(box);
  new bootstrap.Toast(box, { delay: 3500 }).show();
}
document.addEventListener('said', function (e) { toast(e.detail.text, e.detail.kind); });
document.addEventListener('alerted', function (e) { setTimeout(function () { alert(e.detail.text); }, 20); });
document.addEventListener('closed', function (e) {
  var box = document.querySelector(e.detail.what);
  if (box.tagName === 'DIALOG') box.close();
  else (bootstrap.Modal.getInstance(box) || bootstrap.Offcanvas.getInstance(box)).hide();
});
document.addEventListener('htmx:responseError', function (e) { toast('请求失败，错误代码 ' + e.detail.xhr.status, 'danger'); });
document.addEventListener('htmx:sendError', function () { toast('网络不通，请检查网络后重试', 'danger'); });
function ask(button) {
  var box = document.getElementById('sure');
  var modal = bootstrap.Modal.getOrCreateInstance(box);
  document.getElementById('sure-text').textContent = button.dataset.ask;
  document.getElementById('sure-yes').onclick = function () { modal.hide(); htmx.trigger(button, 'agreed'); };
  modal.show();
}
addEventListener('pagehide', function () { navigator.sendBeacon('/stat', location.pathname); });`;

export function bare(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title} · 村级综合服务平台</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="htmx-config" content='${CONFIG}'>
<link rel="stylesheet" href="/static/bootstrap.min.css"><script src="/static/htmx.min.js"></script><script src="/static/bootstrap.bundle.min.js"></script>
<style>.sheet input{width:76px}.sheet td,.sheet th{padding:.15rem .3rem}.menu{width:170px}dialog{border:0;border-radius:8px;min-width:420px;box-shadow:0 8px 40px #0005}</style></head>
<body>${body}</body></html>`;
}

export function layout(title: string, body: string, flash = ''): string {
  return bare(
    title,
    `<nav class="navbar navbar-dark bg-success px-3"><span class="navbar-brand">村级综合服务平台</span>
<span class="text-white ms-auto me-3">石桥村 贺文斌</span><span id="bell" hx-get="/bell" hx-trigger="every 2s" class="badge text-bg-light me-3">3</span>
<form action="/logout" method="post" class="m-0"><button class="btn btn-sm btn-outline-light">退出登录</button></form></nav>
<div class="d-flex"><div class="menu list-group list-group-flush" hx-boost="true" hx-target="body">${MENU.map(
      ([path, name]) => `<a class="list-group-item list-group-item-action" href="${path}">${name}</a>`,
    ).join('')}</div>
<main class="flex-fill p-3"><h5>${title}</h5><div id="flash">${flash}</div>${body}</main></div>
<div class="toast-container position-fixed top-0 end-0 p-3" style="z-index:2000"></div>
<div class="modal fade" id="sure" tabindex="-1"><div class="modal-dialog modal-sm modal-dialog-centered"><div class="modal-content">
<div class="modal-body" id="sure-text"></div><div class="modal-footer"><button type="button" class="btn btn-light" data-bs-dismiss="modal">取消</button>
<button type="button" class="btn btn-success" id="sure-yes">确定</button></div></div></div></div><script>${SCRIPT}</script>`,
  );
}

export const alertBox = (kind: 'success' | 'danger' | 'warning', text: string) =>
  `<div class="alert alert-${kind} alert-dismissible" role="alert">${text}<button type="button" class="btn-close" data-bs-dismiss="alert" aria-label="Close"></button></div>`;

export const safe = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

interface Field {
  name: string;
  label: string;
  value?: string | undefined;
  error?: string | undefined;
  extra?: string;
}

/** One labelled input in Bootstrap's manner, with the server's word on it. */
export const field = ({ name, label, value = '', error = '', extra = '' }: Field) =>
  `<div class="mb-2"><label class="form-label" for="f-${name}">${label}</label>
<input class="form-control${error ? ' is-invalid' : ''}" id="f-${name}" name="${name}" value="${safe(value)}" ${extra}>
${error ? `<div class="invalid-feedback">${error}</div>` : ''}</div>`;
