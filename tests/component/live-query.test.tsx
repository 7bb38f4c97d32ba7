// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import Dexie, { type Table } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { useLiveQuery } from '../../components/use-live-query';

const db = new Dexie('live-query') as Dexie & { rows: Table<{ id: number; text: string }, number> };
db.version(1).stores({ rows: 'id' });
afterEach(() => db.rows.clear());
afterEach(cleanup);

function Probe({ id, broken = false }: { id: number; broken?: boolean }) {
  const live = useLiveQuery(async () => {
    if (broken) throw new Error('unreadable');
    return (await db.rows.get(id))?.text ?? 'nothing';
  }, String(id));
  return <p>{live.state === 'ready' ? live.value : live.state}</p>;
}

it('shows what is there, and again when it changes', async () => {
  render(<Probe id={1} />);
  expect(screen.getByText('loading')).toBeTruthy();
  await screen.findByText('nothing');
  await db.rows.put({ id: 1, text: 'first' });
  await screen.findByText('first');
});

it('asks anew under another key', async () => {
  await db.rows.bulkPut([
    { id: 1, text: 'one' },
    { id: 2, text: 'two' },
  ]);
  const { rerender } = render(<Probe id={1} />);
  await screen.findByText('one');
  rerender(<Probe id={2} />);
  await screen.findByText('two');
});

it('says that it failed', async () => {
  render(<Probe id={1} broken />);
  await screen.findByText('failed');
});

const closed = new Dexie('closed') as typeof db;
closed.version(1).stores({ rows: 'id' });

function Closed() {
  return <p>{useLiveQuery(() => closed.rows.toArray(), 'closed').state}</p>;
}

it('says that it failed when the browser cannot open the database’s files', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });
  render(<Closed />);
  await screen.findByText('failed');
  vi.restoreAllMocks();
});
