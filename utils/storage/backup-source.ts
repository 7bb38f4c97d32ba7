// Reading for a backup: everything a person has but entries and their key, in chunks.
import Dexie, { type EntityTable } from 'dexie';
import type { Action, Correction, Coverage, Person, Span } from '../domain/records';
import type { ConfigHistory, Ledger } from './database';

const ROWS_AT_ONCE = 1_000;

export interface BackupSource {
  person: Person | null;
  history: ConfigHistory[];
  counts: { spans: number; actions: number };
  spans(): AsyncGenerator<Span[]>;
  actions(): AsyncGenerator<Action[]>;
  corrections(): Promise<Correction[]>;
  coverage(): Promise<Coverage[]>;
}

export async function openBackupSource(db: Ledger, personId: string): Promise<BackupSource> {
  const all = [
    [personId, Dexie.minKey],
    [personId, Dexie.maxKey],
  ] as const;
  const [person, history, spans, actions] = await Promise.all([
    db.people.get(personId),
    db.configHistory.toArray(),
    db.spans.where('[personId+localDate]').between(all[0], all[1]).count(),
    db.actions.where('[personId+localDate]').between(all[0], all[1]).count(),
  ]);
  return {
    person: person ?? null,
    history,
    counts: { spans, actions },
    spans: () => chunks(db.spans, personId),
    actions: () => chunks(db.actions, personId),
    corrections: () => db.corrections.filter((row) => row.personId === personId).toArray(),
    coverage: () => db.coverage.where('[personId+to]').between(all[0], all[1], true, true).toArray(),
  };
}

/** By the rows' own dates: one date's rows are always in one chunk, and a chunk is at least `ROWS_AT_ONCE`. */
async function* chunks<Fact extends Span | Action>(
  store: Pick<EntityTable<Fact, 'id'>, 'where'>,
  personId: string,
): AsyncGenerator<Fact[]> {
  let after: string | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const first: Fact[] = await store
      .where('[personId+localDate]')
      .between([personId, after], [personId, Dexie.maxKey], false, true)
      .limit(ROWS_AT_ONCE)
      .toArray();
    const last = first.at(-1)?.localDate;
    if (last === undefined) return;
    const rest = first.filter((row) => row.localDate !== last);
    const whole = await store.where('[personId+localDate]').equals([personId, last]).toArray();
    yield [...rest, ...whole];
    after = last;
  }
}
