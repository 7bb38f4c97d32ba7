// L0, the personal backup: one zip of JSON lines, everything but entries and their key, described as a Data
// Package without schemas (its rows are the database's own). With a passphrase the
// zip is sealed by AES-256-GCM under a key that PBKDF2-SHA-256 makes of it.

import type { Person } from '../domain/records';
import type { BackupSource } from '../storage/backup-source';
import type { ConfigHistory } from '../storage/database';
import { backupDescriptor } from './data-package';
import { type FileFacts, openZip, type ZipFile } from './zip';

export const BACKUP_FORMAT = 1;

export interface BackupHead {
  format: number;
  personId: string;
  person: Person;
  history: ConfigHistory[];
  version: string;
  madeAt: number;
  counts: { spans: number; actions: number; corrections: number; coverage: number };
}

export interface BackupTools {
  signal: AbortSignal;
  progress(done: number, all: number): Promise<void>;
}

/** Null when there is no such person. Throws the signal's reason when it is aborted. */
export async function writeBackup(
  source: BackupSource,
  about: { version: string; madeAt: number },
  tools: BackupTools,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const { person } = source;
  if (!person) return null;
  const zip = openZip();
  const all = source.counts.spans + source.counts.actions;
  let done = 0;
  const facts: FileFacts[] = [];
  const write = async (name: 'spans' | 'actions') => {
    const file = zip.open(`records/${name}.ndjson`);
    let rows = 0;
    for await (const chunk of source[name]()) {
      tools.signal.throwIfAborted();
      await addLines(file, chunk);
      rows += chunk.length;
      done += chunk.length;
      await tools.progress(done, all);
    }
    facts.push(await file.end());
    return rows;
  };
  const spans = await write('spans');
  const actions = await write('actions');
  const rest = { corrections: await source.corrections(), coverage: await source.coverage() };
  for (const [name, rows] of Object.entries(rest)) {
    const file = zip.open(`records/${name}.ndjson`);
    await addLines(file, rows);
    facts.push(await file.end());
  }
  const head: BackupHead = {
    format: BACKUP_FORMAT,
    personId: person.id,
    person,
    history: source.history,
    ...about,
    counts: { spans, actions, corrections: rest.corrections.length, coverage: rest.coverage.length },
  };
  const texts = {
    'backup.json': JSON.stringify(head),
    'datapackage.json': JSON.stringify(backupDescriptor(about, facts), null, 2),
  };
  for (const [path, text] of Object.entries(texts)) {
    const file = zip.open(path);
    await file.add(new TextEncoder().encode(text));
    await file.end();
  }
  return zip.finish();
}

async function addLines(file: ZipFile, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  await file.add(new TextEncoder().encode(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`));
}
