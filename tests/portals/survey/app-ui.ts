import { decipher, encipher } from './cipher';

export interface Answer {
  code: number;
  msg: string;
  data?: unknown;
}

export const one = <T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector(selector) as T;

export async function post(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'text/plain;charset=utf-8' },
    body: encipher(body),
  });
  if (!response.ok) return { code: response.status, msg: `service unavailable (${response.status})` };
  return decipher(await response.text()) as Answer;
}

export function tip(text: string, green = false): void {
  const box = document.createElement('div');
  box.className = green ? 'sv-tip green' : 'sv-tip';
  box.textContent = text;
  document.body.append(box);
  setTimeout(() => box.remove(), 1800);
}

export function confirmLayer(title: string, note: string, yes: () => Promise<void>): void {
  const mask = document.createElement('div');
  mask.className = 'sv-mask';
  mask.innerHTML = `<div class="sv-layer"><h3>${title}</h3><p>${note}</p>
    <div class="ops"><div class="sv-btn cancel">取消</div><div class="sv-btn primary">确定</div></div></div>`;
  let busy = false;
  one('.cancel', mask).onclick = () => mask.remove();
  one('.primary', mask).onclick = async () => {
    if (busy) return;
    busy = true;
    await yes();
    mask.remove();
  };
  document.body.append(mask);
}

export function frame(crumb: string, html: string): void {
  const link = (href: string, text: string) =>
    `<a href="${href}" class="${location.pathname === href ? 'on' : ''}">${text}</a>`;
  document.body.innerHTML = `<div class="sv-top"><b>入户调查系统</b><span>2026年第四季度民生入户调查</span>
    <span>调查员：陈晓梅</span><span class="sv-clock"></span><span>退出</span></div>
    <div class="sv-body"><div class="sv-side">${link('/', '住户名录')}${link('/fill', '入户问卷')}
    ${link('/plan', '调查计划')}${link('/check', '质量复核')}${link('/stat', '进度统计')}</div>
    <div class="sv-main"><div class="sv-crumb">首页 / ${crumb}</div>${html}</div></div>`;
}

setInterval(() => {
  const clock = one('.sv-clock');
  if (clock) clock.textContent = new Date().toLocaleTimeString('zh-CN');
}, 1000);
