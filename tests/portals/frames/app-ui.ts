export interface Answer {
  ok: boolean;
  msg: string;
}

export async function post(path: string, body: object = {}): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { code: number; msg: string };
    return { ok: response.ok && answer.code === 200, msg: answer.msg };
  } catch {
    return { ok: false, msg: '网络异常' };
  }
}

export const one = <T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector(selector) as T;

export function toast(text: string, ok = true): void {
  const box = document.createElement('div');
  box.className = `yw-toast ${ok ? 'ok' : 'no'}`;
  box.textContent = text;
  document.body.append(box);
  setTimeout(() => box.remove(), 2000);
}

/** All named fields under a root, nested shadow roots included. */
export function values(root: ParentNode): Record<string, string> {
  const all: Record<string, string> = {};
  for (const field of root.querySelectorAll<HTMLInputElement>('[name]')) all[field.name] = field.value;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) Object.assign(all, values(element.shadowRoot));
  }
  return all;
}
