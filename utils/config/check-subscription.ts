// One look at a subscription's server: fetch, verify, parse, compare with the list that is there. Whatever goes
// wrong is noted with its reason and the last good list stays. The document's bytes are judged in this order:
// the hash a policy names, the signature, the content, the version.

import type { FetchDocument, FetchedDocument } from '../platform/fetch-document';
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { besideAddress } from './address';
import { MAX_CONFIG_BYTES, parseDomainConfig } from './parse';
import { acceptUpdate, type ConfigIdentity } from './resolve';
import type { DomainConfig } from './schema';
import { noteGood, noteRefused, noteUnchanged, type Subscription, sourceOf } from './subscriptions';

const TIMEOUT_MS = 15_000;
const MAX_BESIDE_BYTES = 1_024;
/** Web servers rarely know what a list is: a page to sign in on is the one thing it surely is not. */
const LIST_TYPES = ['application/json', 'text/json', 'text/plain', 'application/octet-stream'];

export interface CheckTools {
  fetchDocument: FetchDocument;
  isSignatureOf(
    publicKey: string,
    bytes: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  now: number;
  /** In [0, 1). */
  chance: number;
  timeoutMs?: number;
}

export interface CheckedSubscription {
  subscription: Subscription;
  /** A list to take in place of the one that is there; null: that one stays. */
  accepted: { source: 'signed' | 'unsigned'; config: DomainConfig; hash: string } | null;
}

type Failure = { problems: Problem[]; offeredKey?: string };
type New = Extract<FetchedDocument, { state: 'new' }>;

/** `current` is the last good list of this subscription. */
export async function checkSubscription(
  last: Subscription,
  current: ConfigIdentity | null,
  tools: CheckTools,
): Promise<CheckedSubscription> {
  const { now, chance } = tools;
  const refuse = ({ problems, offeredKey }: Failure): CheckedSubscription => ({
    subscription: noteRefused(last, problems, now, chance, offeredKey ?? null),
    accepted: null,
  });
  // "Not modified" is worth nothing to somebody who has no list.
  const etag = current === null ? null : last.etag;
  const fetched = await tools.fetchDocument(order(tools, last.address, MAX_CONFIG_BYTES, LIST_TYPES, etag));
  if (!fetched.ok) return refuse({ problems: [fetched.problem] });
  const answer = fetched.value;
  if (answer.state === 'absent')
    return refuse({ problems: [{ code: 'serverAnswer', path: '', detail: '404' }] });
  if (answer.state === 'unchanged') return { subscription: noteUnchanged(last, now, chance), accepted: null };

  const vouched = await vouchFor(last, answer, tools);
  if (!vouched.ok) return refuse(vouched.problem);
  const parsed = parseDomainConfig(answer.bytes);
  if (!parsed.ok) return refuse({ problems: parsed.problem });
  const { config } = parsed.value;
  const { hash, firstKey } = vouched.value;
  const update = acceptUpdate(current, { config, hash });
  if (!update.ok) return refuse({ problems: [update.problem] });
  const subscription = noteGood(last, { etag: answer.etag, firstKey }, now, chance);
  const source = sourceOf(subscription);
  return { subscription, accepted: { source, config, hash } };
}

/** Whether these bytes are what the policy's hash or the kept key stands for. */
async function vouchFor(
  last: Subscription,
  { bytes }: New,
  tools: CheckTools,
): Promise<Result<{ hash: string; firstKey: string | null }, Failure>> {
  const hash = await tools.sha256(bytes);
  if (last.sha256 !== null && last.sha256 !== hash)
    return fail({ problems: [{ code: 'wrongHash', path: '', detail: `${hash.slice(0, 8)}…` }] });
  // A named hash says it all; a key beside it must hold as well.
  if (last.sha256 !== null && last.publicKey === null) return succeed({ hash, firstKey: null });

  const signature = await fetchBeside(last.address, '.sig', tools);
  if (!signature.ok) return fail({ problems: [signature.problem] });
  if (signature.value === null) {
    return last.publicKey === null
      ? succeed({ hash, firstKey: null })
      : fail({ problems: [{ code: 'unsigned', path: '' }] });
  }
  if (last.publicKey !== null && (await tools.isSignatureOf(last.publicKey, bytes, signature.value)))
    return succeed({ hash, firstKey: null });

  const offered = await fetchOfferedKey(last, tools);
  const isTheirs = offered !== null && (await tools.isSignatureOf(offered, bytes, signature.value));
  if (last.publicKey === null && isTheirs) return succeed({ hash, firstKey: offered });
  // Signed, but by nobody we could know: no worse than not signed, as long as nobody was promised a signature.
  if (last.publicKey === null && offered === null) return succeed({ hash, firstKey: null });
  if (last.publicKey !== null && isTheirs && last.keyFrom !== 'policy')
    return fail({ problems: [{ code: 'keyChanged', path: '' }], offeredKey: offered });
  return fail({ problems: [{ code: 'badSignature', path: '' }] });
}

async function fetchOfferedKey(last: Subscription, tools: CheckTools): Promise<string | null> {
  const fetched = await fetchBeside(last.address, '.pub', tools);
  if (!fetched.ok || fetched.value === null) return null;
  const text = new TextDecoder().decode(fetched.value);
  const bare = text.replace(/-----(?:BEGIN|END)[A-Z ]+-----/g, '').replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]{40,400}={0,2}$/.test(bare) ? bare : null;
}

async function fetchBeside(
  address: string,
  suffix: '.sig' | '.pub',
  tools: CheckTools,
): Promise<Result<Uint8Array<ArrayBuffer> | null>> {
  const fetched = await tools.fetchDocument(
    order(tools, besideAddress(address, suffix), MAX_BESIDE_BYTES, null, null),
  );
  if (!fetched.ok) return fetched;
  return succeed(fetched.value.state === 'new' ? fetched.value.bytes : null);
}

function order(
  { timeoutMs = TIMEOUT_MS }: CheckTools,
  address: string,
  maxBytes: number,
  types: readonly string[] | null,
  etag: string | null,
) {
  return { address, maxBytes, types, etag, timeoutMs };
}
