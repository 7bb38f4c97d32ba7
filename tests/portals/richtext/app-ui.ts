// layui is loaded by its own script tag, as its manual says.
// biome-ignore lint/suspicious/noExplicitAny: layui brings no types for its global.
export const layui = (window as any).layui;

export interface Answer {
  code: number;
  msg: string;
}

export const one = <T extends HTMLElement = HTMLElement>(selector: string) =>
  document.querySelector(selector) as T;

/** One XMLHttpRequest as `$.ajax` would send it; a status of 400 and more becomes the answer's code. */
export function post(path: string, body: BodyInit | object): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.onload = () => {
      const failed = { code: request.status, msg: `服务器异常（${request.status}）` };
      resolve(request.status < 400 ? JSON.parse(request.responseText) : failed);
    };
    if (body instanceof FormData) return request.send(body);
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.send(new URLSearchParams(body as Record<string, string>).toString());
  });
}

const MENU: [string, string][] = [
  ['/', '工作台账'],
  ['/report', '信息发布'],
  ['/simple', '工作纪实'],
  ['/meeting', '三会一课'],
  ['/files', '文件报送'],
  ['/material', '佐证材料'],
];

export function frame(html: string): void {
  const links = MENU.map(
    ([to, text]) => `<a href="${to}" class="${location.pathname === to ? 'on' : ''}">${text}</a>`,
  );
  document.body.innerHTML = `<div class="dj-head"><b>党建工作台账</b><span>城东社区党支部　组织委员 林静</span></div>
    <div class="dj-wrap"><div class="dj-side">${links.join('')}</div><div class="dj-main">
    <div class="layui-card"><div class="layui-card-body">${html}</div></div></div></div>`;
}
