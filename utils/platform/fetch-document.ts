// Fetches a small document from a server that nobody has vouched for. One deadline for the whole of it, so that
// a server that drips is given up; bytes are counted after decompression and while they come, so that an
// endless body or a bomb costs no more than the cap; no cookie goes along; and no redirect is followed, for
// following one is already asking another address.
import { fail, type Problem, type Result, succeed } from './problem';

export interface FetchOrder {
  address: string;
  /** The version that is there already; the server may answer "not modified". */
  etag: string | null;
  maxBytes: number;
  timeoutMs: number;
  /** Media types that may be taken; null: any. */
  types: readonly string[] | null;
}

export type FetchedDocument =
  | { state: 'new'; bytes: Uint8Array<ArrayBuffer>; etag: string | null }
  | { state: 'unchanged' }
  | { state: 'absent' };

export type FetchDocument = (order: FetchOrder) => Promise<Result<FetchedDocument>>;

const MAX_ETAG_CHARS = 256;
const ABSENT = [404, 410];

export function makeFetchDocument(fetchFn: typeof fetch): FetchDocument {
  return async (order) => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), order.timeoutMs);
    try {
      return await fetchWithin(fetchFn, order, deadline.signal);
    } catch {
      return refuse(deadline.signal.aborted ? 'timedOut' : 'unreachable');
    } finally {
      clearTimeout(timer);
      // Whatever was not read is not wanted: the connection ends here.
      deadline.abort();
    }
  };
}

async function fetchWithin(
  fetchFn: typeof fetch,
  order: FetchOrder,
  signal: AbortSignal,
): Promise<Result<FetchedDocument>> {
  const response = await fetchFn(order.address, {
    signal,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: order.etag === null ? {} : { 'If-None-Match': order.etag },
  });
  const { status } = response;
  // Without an ETag nothing could be "not modified".
  if (status === 304 && order.etag !== null) return succeed({ state: 'unchanged' });
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return refuse('redirected');
  if (ABSENT.includes(status)) return succeed({ state: 'absent' });
  if (status !== 200) return refuse('serverAnswer', String(status));
  const type = mediaType(response);
  if (order.types !== null && type !== '' && !order.types.includes(type) && !type.endsWith('+json'))
    return refuse('wrongType');
  const bytes = await readAtMost(response, order.maxBytes);
  if (bytes === null) return refuse('tooLarge', `<= ${order.maxBytes} B`);
  const etag = response.headers.get('etag');
  return succeed({ state: 'new', bytes, etag: etag && etag.length <= MAX_ETAG_CHARS ? etag : null });
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function refuse(code: Problem['code'], detail?: string): { ok: false; problem: Problem } {
  return fail(detail === undefined ? { code, path: '' } : { code, path: '', detail });
}
