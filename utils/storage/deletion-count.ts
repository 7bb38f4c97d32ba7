// How much would be gone: counted by the indexes, before anybody is asked.
import type { Ledger } from './database';
import type { Deletion } from './deletion-store';

export async function countRecords(
  db: Ledger,
  wanted: Deletion,
): Promise<{ spans: number; actions: number }> {
  const { personId } = wanted;
  const countIn = (store: Ledger['spans'], ofPortal: string, ofPerson: string) => {
    switch (wanted.scope) {
      case 'day':
        return store.where('[personId+localDate]').equals([personId, wanted.date]).count();
      case 'portal':
        return store
          .where(ofPortal)
          .between([personId, wanted.portalId, 0], [personId, wanted.portalId, Number.POSITIVE_INFINITY])
          .count();
      case 'everything':
        return store.where(ofPerson).between([personId, 0], [personId, Number.POSITIVE_INFINITY]).count();
    }
  };
  const [spans, actions] = await Promise.all([
    countIn(db.spans, '[personId+portalId+startedAt]', '[personId+endedAt]'),
    countIn(db.actions as unknown as Ledger['spans'], '[personId+portalId+at]', '[personId+at]'),
  ]);
  return { spans, actions };
}
