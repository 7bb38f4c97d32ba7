// Opens a backup somebody chose: what is in it, and then its rows, in chunks. Rows are JSON lines; whoever
// writes them checks each one's shape.
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { BACKUP_FORMAT, type BackupHead } from './backup';
import { isSealed, unseal } from './seal';
import { readDirectory, readEntry, readText, type ZipEntry } from './zip-reader';

const MOST_HEAD_BYTES = 8 << 20;
export const BACKUP_PARTS = ['coverage', 'actions', 'spans', 'corrections'] as const;
export type BackupPart = (typeof BACKUP_PARTS)[number];

export interface OpenBackup {
  head: BackupHead;
  /** Gives the rows of one part in chunks; each is awaited. */
  read(part: BackupPart, take: (rows: unknown[]) => Promise<void>): Promise<Result<null>>;
}

const ROWS_AT_ONCE = 300;
const notABackup = (path = '') => fail<Problem>({ code: 'notABackup', path });

/** A sealed file without a passphrase is the problem `wrongPassphrase`. */
export async function openBackup(file: Blob, passphrase: string): Promise<Result<OpenBackup>> {
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  let zip = file;
  if (isSealed(start)) {
    const plain = await unseal(new Uint8Array(await file.arrayBuffer()), passphrase);
    if (!plain.ok) return plain;
    zip = new Blob([plain.value]);
  }
  const directory = await readDirectory(zip);
  if (!directory.ok) return directory;
  const entry = directory.value.get('backup.json');
  if (!entry) return notABackup();
  const text = await readText(zip, entry, MOST_HEAD_BYTES);
  if (!text.ok) return text;
  const head = readHead(text.value.text);
  if (!head.ok) return head;
  const sums = await verify(zip, directory.value);
  if (!sums.ok) return sums;
  return succeed({
    head: head.value,
    async read(part, take) {
      const rows = directory.value.get(`records/${part}.ndjson`);
      return rows ? readLines(zip, rows, take) : succeed(null);
    },
  });
}

function readHead(text: string): Result<BackupHead> {
  try {
    const head = JSON.parse(text) as BackupHead;
    if (head.format !== BACKUP_FORMAT) return fail({ code: 'otherSchema', path: '' });
    const isHead = typeof head.person?.id === 'string' && Array.isArray(head.history) && head.counts !== null;
    return isHead ? succeed(head) : notABackup();
  } catch {
    return notABackup();
  }
}

/** Every file against SHA256SUMS, before anything is restored: a damaged backup changes nothing. */
async function verify(zip: Blob, directory: ReadonlyMap<string, ZipEntry>): Promise<Result<null>> {
  const list = directory.get('SHA256SUMS');
  if (!list) return notABackup('SHA256SUMS');
  const text = await readText(zip, list, MOST_HEAD_BYTES);
  if (!text.ok) return text;
  for (const [path, entry] of directory) {
    if (path === 'SHA256SUMS') continue;
    const read = await readEntry(zip, entry, () => {});
    if (!read.ok) return read;
    if (!text.value.text.includes(`${read.value}  ${path}\n`)) return fail({ code: 'wrongChecksum', path });
  }
  return succeed(null);
}

async function readLines(
  zip: Blob,
  entry: ZipEntry,
  take: (rows: unknown[]) => Promise<void>,
): Promise<Result<null>> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  // Inflating is synchronous, restoring is not: the text waits in between, a part at a time.
  const read = await readEntry(zip, entry, (bytes) => pieces.push(decoder.decode(bytes, { stream: true })));
  if (!read.ok) return read;
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (let first = 0; first < lines.length; first += ROWS_AT_ONCE) {
      const rows = parseLines(lines.slice(first, first + ROWS_AT_ONCE));
      if (!rows) return fail({ code: 'badCell', path: entry.path });
      await take(rows);
    }
  }
  return rest === '' ? succeed(null) : fail({ code: 'damagedFile', path: entry.path });
}

function parseLines(lines: readonly string[]): unknown[] | null {
  try {
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  } catch {
    return null;
  }
}
