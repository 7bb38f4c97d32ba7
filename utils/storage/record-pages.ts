// A person's record, newest first, a page at a time. An index leads to what is asked for; where words or kinds
// must be looked for, at most so many rows are looked through before the page says how far it has come.
import type { Collection } from 'dexie';
import { textIn } from '../config/local-text';
import { activeMs } from '../domain/attention';
import { type Action, type DateKey, type Span, UNASSIGNED_PERSON_ID } from '../domain/records';
import type { Ledger } from './database';
import type { RecordCursor, RecordFilter, RecordKind, RecordPage, RecordRow } from './overview';
import { portalNames } from './portal-names';
import { readSettings } from './settings';

export const ROWS_PER_PAGE = 50;
/** Rows looked through for one page. */
export const ROWS_LOOKED_AT = 1_000;

const DAY_MS = 86_400_000;

export async function readRecordPage(
  db: Ledger,
  filter: RecordFilter,
  cursor: RecordCursor | null,
  language: string,
): Promise<RecordPage> {
  const [settings, history] = await Promise.all([readSettings(db), db.configHistory.toArray()]);
  const names = portalNames(history);
  const titleOf = (portalId: string) => {
    const known = names.get(portalId);
    return known ? textIn(known.title, language) : portalId;
  };
  const personId = settings.personId ?? UNASSIGNED_PERSON_ID;
  const text = filter.text.trim().toLowerCase();
  const isWanted = (fact: Action | Span): boolean =>
    isOfDates(fact.localDate, filter) &&
    (!('kind' in fact) || isOfKind(fact, filter.kind)) &&
    (text === '' || `${titleOf(fact.portalId)}\n${fact.route}`.toLowerCase().includes(text));
  const { rows, next } =
    filter.kind === 'spans'
      ? // Spans of one person never overlap: by their ends they come in the order of their beginnings.
        await turn(
          db.spans,
          filter.portalId === null ? 'endedAt' : 'startedAt',
          personId,
          filter,
          cursor,
          isWanted,
        )
      : await turn(db.actions, 'at', personId, filter, cursor, isWanted);
  const corrections = await db.corrections
    .where('targetId')
    .anyOf(rows.map(({ id }) => id))
    .filter(({ undoneAt }) => undoneAt === null)
    .toArray();
  const toRow = (fact: Action | Span): RecordRow => ({
    id: fact.id,
    portalTitle: titleOf(fact.portalId),
    localDate: fact.localDate,
    at: 'kind' in fact ? fact.at : fact.startedAt,
    utcOffsetMin: fact.utcOffsetMin,
    route: fact.route,
    activeMs: 'kind' in fact ? fact.activeMs : activeMs(fact, settings.idleTimeoutMs),
    fact: 'kind' in fact ? { kind: 'action', action: fact } : { kind: 'span', span: fact },
    corrections: corrections.filter(({ targetId }) => targetId === fact.id),
  });
  const portals = [...names.keys()].map((id) => ({ id, title: titleOf(id) }));
  return { rows: rows.map(toRow), next, personId, portals };
}

const isOfDates = (date: DateKey, { from, to }: RecordFilter): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

function isOfKind(action: Action, kind: RecordKind): boolean {
  const { images, videos, documents } = action.uploads;
  switch (kind) {
    case 'checkIns':
      return action.kind === 'checkIn';
    case 'submissions':
      return action.kind === 'submission';
    case 'repeats':
      return action.repeat !== null;
    case 'refused':
      return action.outcome === 'rejected' || action.outcome === 'failed';
    case 'files':
      return images + videos + documents > 0;
    default:
      return true;
  }
}

type Fact = Action | Span;
type Store = { where(index: string): { between(...bounds: unknown[]): Collection<Fact, string> } };

/** Goes back from the cursor until the page is full, nothing is left, or enough was looked at. */
async function turn(
  store: unknown,
  instant: 'at' | 'startedAt' | 'endedAt',
  personId: string,
  filter: RecordFilter,
  cursor: RecordCursor | null,
  isWanted: (fact: Fact) => boolean,
): Promise<{ rows: Fact[]; next: RecordCursor | null }> {
  // Where the index alone answers, no more is read than shown.
  const indexed = filter.text.trim() === '' && (filter.kind === 'actions' || filter.kind === 'spans');
  const most = indexed && filter.from === null && filter.to === null ? ROWS_PER_PAGE + 1 : ROWS_LOOKED_AT;
  const head = filter.portalId === null ? [personId] : [personId, filter.portalId];
  const index = filter.portalId === null ? `[personId+${instant}]` : `[personId+portalId+${instant}]`;
  const shown = new Set(cursor?.ids);
  const atOf = (fact: Fact): number => (fact as Action & Span)[instant];
  const found = await (store as Store)
    .where(index)
    .between(
      [...head, boundOf(filter.from, -1)],
      [...head, Math.min(cursor?.at ?? Number.POSITIVE_INFINITY, boundOf(filter.to, 2))],
      true,
      true,
    )
    .reverse()
    .limit(most + shown.size)
    .toArray();
  const rows: Fact[] = [];
  let last: Fact | undefined;
  let lookedAt = 0;
  for (const fact of found) {
    lookedAt += 1;
    if (shown.has(fact.id)) continue;
    last = fact;
    if (isWanted(fact)) rows.push(fact);
    if (rows.length === ROWS_PER_PAGE) break;
  }
  const isAll = lookedAt === found.length && found.length < most + shown.size;
  if (isAll || !last) return { rows, next: null };
  const at = atOf(last);
  const same = found.slice(0, lookedAt).filter((fact) => atOf(fact) === at);
  return { rows, next: { at, ids: same.map(({ id }) => id) } };
}

/** A date as an instant, a day or two wide of it: whatever the zone, the dates themselves decide. */
const boundOf = (date: DateKey | null, days: number): number =>
  date === null
    ? days < 0
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
    : Date.parse(`${date}T00:00:00Z`) + days * DAY_MS;
