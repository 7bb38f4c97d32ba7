import { ui } from './ui';

export class Refusal extends Error {
  constructor(
    message: string,
    readonly status = 200,
    readonly errors: Record<string, string> = {},
  ) {
    super(message);
  }
}

interface Manner {
  /** Shows the bar at the top of the page. Default true. */
  bar?: boolean;
}

/** Posts JSON; a refusal of any manner is thrown, and the caller says so in its own way. */
// biome-ignore lint/suspicious/noExplicitAny: the answer is whatever the server says.
export async function post(path: string, body: unknown = {}, { bar = true }: Manner = {}): Promise<any> {
  if (bar) ui.loadingBar?.start();
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token': sessionStorage.token ?? '' },
      body: JSON.stringify(body),
    });
  } catch {
    if (bar) ui.loadingBar?.error();
    throw new Refusal('网络连接异常，请检查网络后再试', 0);
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer?.success) {
    if (bar) ui.loadingBar?.finish();
    return answer.data;
  }
  if (bar) ui.loadingBar?.error();
  throw new Refusal(
    answer?.message ?? `Request failed with status code ${response.status}`,
    response.status,
    answer?.errors,
  );
}
