export interface Answer {
  code: number;
  msg: string;
  // biome-ignore lint/suspicious/noExplicitAny: each endpoint answers in a shape of its own.
  data?: any;
}

export async function post(path: string, body: unknown = {}): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer;
  return response.ok ? answer : { ...answer, code: response.status };
}

export const courseId = () => location.pathname.split('/')[2] ?? 'k1';
