// Fetches a small document from a server that nobody has vouched for. One deadline for the whole of it, so that
// a server that drips is given up; bytes are counted after decompression and while they come, so that an
// endless body or a bomb costs no more than the cap; and no cookie goes along.
//
// Redirects are never left to `fetch`, for following one is already asking the other address. It stops at each;
// where it points to is read (browsers keep that from `fetch`, so `watchRedirect` finds it out another way), and
// only an address of the same origin is asked next, a few times at most. Where the place can't be known, it ends.
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

/** Watches one request from before it is sent. */
export interface RedirectWatch {
  /** Where the answer pointed to, as the server wrote it; null when nobody could tell. */
  location(): Promise<string | null>;
  stop(): void;
}

export type WatchRedirect = (address: string) => RedirectWatch;

const MAX_ETAG_CHARS = 256;
const MAX_REDIRECTS = 3;
const ABSENT = [404, 410];
const REDIRECTS = [301, 302, 303, 307, 308];
/** A server that keeps its redirects to itself is one that can't be followed. */
const NO_WATCH: RedirectWatch = { location: async () => null, stop: () => undefined };

export function makeFetchDocument(
  fetchFn: typeof fetch,
  watchRedirect: WatchRedirect = () => NO_WATCH,
): FetchDocument {
  return async (order) => {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), order.timeoutMs);
    try {
      const answer = await follow(fetchFn, watchRedirect, order, deadline.signal);
      return answer.ok ? await take(answer.value, order) : answer;
    } catch {
      return refuse(deadline.signal.aborted ? 'timedOut' : 'unreachable');
    } finally {
      clearTimeout(timer);
      // Whatever was not read is not wanted: the connection ends here.
      deadline.abort();
    }
  };
}

/** The first answer that is no redirect. */
async function follow(
  fetchFn: typeof fetch,
  watchRedirect: WatchRedirect,
  order: FetchOrder,
  signal: AbortSignal,
): Promise<Result<Response>> {
  let address = order.address;
  for (let hops = 0; ; hops += 1) {
    const watch = watchRedirect(address);
    try {
      const response = await fetchFn(address, {
        signal,
        credentials: 'omit',
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        headers: order.etag === null ? {} : { 'If-None-Match': order.etag },
      });
      if (response.type !== 'opaqueredirect' && !REDIRECTS.includes(response.status))
        return succeed(response);
      if (hops === MAX_REDIRECTS) return refuse('redirected', `<= ${MAX_REDIRECTS}`);
      const next = sameOrigin(address, response.headers.get('location') ?? (await watch.location()));
      if (next === null) return refuse('redirected');
      address = next;
    } finally {
      watch.stop();
    }
  }
}

/** null for another origin: another host, port or scheme, or what is no address at all. */
function sameOrigin(address: string, location: string | null): string | null {
  if (location === null) return null;
  try {
    const [from, to] = [new URL(address), new URL(location, address)];
    // A fragment is nothing a server is asked for.
    to.hash = '';
    return to.origin === from.origin && to.username === '' && to.password === '' ? to.href : null;
  } catch {
    return null;
  }
}

async function take(response: Response, order: FetchOrder): Promise<Result<FetchedDocument>> {
  const { status } = response;
  // Without an ETag nothing could be "not modified".
  if (status === 304 && order.etag !== null) return succeed({ state: 'unchanged' });
  if (status >= 300 && status < 400) return refuse('redirected');
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
