// The truth of a day that was played: what the driver did and when, and what the servers made of it. It is
// compared with the actions that were recorded.
import type { Action } from '../../utils/domain/records';
import type { PortalServer } from '../portals/serve';

export interface Sent {
  portalId: string;
  /** From just before the click until the page showed its answer, or until nothing more could show. */
  from: number;
  until: number;
}

export interface Comparison {
  /** Accepted by a server, and no kill within a second after it. */
  due: number;
  /** Due and not there exactly once; or answered, a second before any kill, and not there as accepted. */
  lost: string[];
  /** Accepted in the second before a kill: what of it is not there is nobody's promise, but is counted. */
  inLastSecond: number;
  lostInLastSecond: number;
  /** Recorded, and no server ever accepted it. */
  invented: string[];
}

/** A commit is stamped in the page, the driver's clock frames it from outside. */
const SLACK_MS = 150;
const LAST_SECOND_MS = 1_000;

export function compareWithTruth(
  sent: readonly Sent[],
  server: Pick<PortalServer, 'writes'>,
  actions: readonly Action[],
  kills: readonly number[],
): Comparison {
  const found: Comparison = { due: 0, lost: [], inLastSecond: 0, lostInLastSecond: 0, invented: [] };
  const claimed = new Set<string>();
  const isQuietAfter = (at: number) => !kills.some((kill) => at <= kill && kill - at <= LAST_SECOND_MS);
  for (const one of sent) {
    const isWithin = (at: number) => one.from - SLACK_MS <= at && at <= one.until + SLACK_MS;
    const written = server.writes.filter((write) => write.portal === one.portalId && isWithin(write.at));
    const accepted = written.find((write) => write.verdict === 'accepted');
    const rows = actions.filter((row) => row.portalId === one.portalId && isWithin(row.at));
    for (const row of rows) claimed.add(row.id);
    const what = `${one.portalId} at ${new Date(one.from).toISOString()}`;
    const taken = rows.filter((row) => row.outcome === 'accepted' && row.kind === 'submission');
    if (!accepted) {
      if (taken.length > 0) found.invented.push(what);
      continue;
    }
    const isDue = isQuietAfter(accepted.at);
    const isAnswered = isDue && isQuietAfter(one.until);
    const isThere = rows.length === 1 && rows[0]?.kind === 'submission' && rows[0].outcome !== 'rejected';
    const isRight = isThere && (!isAnswered || taken.length === 1);
    if (isDue) found.due += 1;
    else found.inLastSecond += 1;
    if (isRight) continue;
    if (!isDue && rows.length <= 1) found.lostInLastSecond += 1;
    else
      found.lost.push(
        `${what}: ${rows.map((row) => `${row.outcome} [${row.evidence}]`).join(', ') || 'not there'}`,
      );
  }
  for (const row of actions)
    if (!claimed.has(row.id)) found.invented.push(`${row.portalId} at ${new Date(row.at).toISOString()}`);
  return found;
}

/** For the table. */
export function sentence({ due, inLastSecond, lostInLastSecond }: Comparison): string {
  return `${due} submissions accepted with no kill in the second after; ${inLastSecond} more with one, ${lostInLastSecond} of them not there`;
}
