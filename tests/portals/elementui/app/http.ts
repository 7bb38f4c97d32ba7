// The request helper of the admin framework: one toast for every failure, a guard against sending twice.
const { Message, MessageBox, Notification, Loading } = ELEMENT;

export const session = new URLSearchParams(location.search).get('sid') ?? 'anonymous';
const TIMEOUT_MS = 4000;
let last = { url: '', data: '', at: 0 };
let relogin = false;

function guard(url, data) {
  const now = Date.now();
  const again = last.url === url && last.data === data && now - last.at < 1000;
  if (!again) last = { url, data, at: now };
  return again;
}

function expired() {
  if (relogin) return;
  relogin = true;
  MessageBox.confirm('登录状态已过期，您可以继续留在该页面，或者重新登录', '系统提示', {
    confirmButtonText: '重新登录',
    cancelButtonText: '取消',
    type: 'warning',
  })
    .then(() => {
      relogin = false;
      location.href = `/?sid=${session}x#/login`;
    })
    .catch(() => {
      relogin = false;
    });
}

export function request({ url, method = 'post', data = {}, headers = {}, quiet = false, raw = false }) {
  return new Promise((resolve, reject) => {
    const body = raw ? data : JSON.stringify(data);
    const fail = (message, show = true) => {
      if (show && !quiet) Message({ message, type: 'error', duration: 5000 });
      reject(new Error(message));
    };
    const write = method === 'post' || method === 'put';
    if (write && !raw && headers.repeatSubmit !== false && guard(url, body))
      return fail('数据正在处理，请勿重复提交');
    const xhr = new XMLHttpRequest();
    xhr.open(method.toUpperCase(), `/prod-api${url}`);
    xhr.timeout = TIMEOUT_MS;
    if (!raw) xhr.setRequestHeader('Content-Type', 'application/json;charset=utf-8');
    xhr.setRequestHeader('Authorization', `Bearer ${session}`);
    xhr.onerror = () => fail('后端接口连接异常');
    xhr.ontimeout = () => fail('系统接口请求超时');
    xhr.onload = () => {
      if (xhr.status !== 200) return fail(`系统接口${xhr.status}异常`);
      const answer = JSON.parse(xhr.responseText);
      const { code = 200, msg = '未知错误，请反馈给管理员' } = answer;
      if (code === 200) return resolve(answer);
      if (code === 401) {
        expired();
        return fail('无效的会话，或者会话已过期，请重新登录。', false);
      }
      if (code === 500) return fail(msg);
      if (code === 601) {
        Message({ message: msg, type: 'warning', duration: 5000 });
        return fail(msg, false);
      }
      // A page that shows its own errors takes them from here.
      if (code === 422)
        return reject(Object.assign(new Error(msg), { fields: answer.fields, lines: answer.lines }));
      Notification.error({ title: msg });
      fail(msg, false);
    };
    xhr.send(method === 'get' || method === 'delete' ? null : body);
  });
}

export const post = (url, data, more = {}) => request({ url, method: 'post', data, ...more });
export const put = (url, data, more = {}) => request({ url, method: 'put', data, ...more });
export const get = (url, more = {}) => request({ url, method: 'get', ...more });
export const del = (url) => request({ url, method: 'delete' });
/** Lists are asked for by POST here: the conditions hold names and ID numbers. */
export const list = (url, data) => post(url, data, { headers: { repeatSubmit: false } });

export async function download(url, name) {
  const layer = Loading.service({
    text: '正在下载数据，请稍候',
    spinner: 'el-icon-loading',
    background: 'rgba(0, 0, 0, 0.7)',
  });
  try {
    const response = await fetch(`/prod-api${url}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${session}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'pageNum=1&pageSize=10',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
  } finally {
    layer.close();
  }
}

export const modal = {
  msgSuccess: (text) => Message.success(text),
  msgError: (text) => Message.error(text),
  confirm: (text) =>
    MessageBox.confirm(text, '系统提示', {
      confirmButtonText: '确定',
      cancelButtonText: '取消',
      type: 'warning',
    }),
};
