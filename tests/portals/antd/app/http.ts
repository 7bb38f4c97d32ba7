// biome-ignore lint/suspicious/noExplicitAny: each endpoint answers with a shape of its own
export type Data = any;

/** Fails with the server's own words, whether they came with status 200 or not. */
export async function send(url: string, body: unknown, timeoutMs = 8000): Promise<Data> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.message ?? `服务异常（${response.status}）`);
    if (answer.code !== 0) throw new Error(answer.message);
    return answer.result;
  } catch (error) {
    if (abort.signal.aborted) throw new Error('请求超时，请检查网络');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export function beacon(kind: string, detail: string) {
  navigator.sendBeacon('/api/collect', JSON.stringify({ kind, detail, path: location.pathname }));
}
