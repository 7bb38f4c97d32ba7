// Reads a zip that somebody handed in, so it trusts nothing: names stay below the folder, a file may not grow
// past what was declared or what is sensible, and what is damaged is a problem, never a throw. Only the
// central directory says what is in it; files are inflated as a stream.
import { Inflate } from 'fflate';
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { Sha256 } from './sha256';

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_FILES = 500;
const MOST_DIRECTORY_BYTES = 1 << 20;
/** Deflate reaches 1032:1 on nothing but repetition; a table of figures stays far below this. */
const MOST_RATIO = 200;
const RATIO_FREE_BYTES = 16 << 20;
export const MOST_BYTES = 2 ** 31;
const STORED = 0;
const DEFLATED = 8;
const SAFE_NAME = /^[\w.-]+(?:\/[\w.-]+)*$/;

export interface ZipEntry {
  path: string;
  method: number;
  packedBytes: number;
  bytes: number;
  offset: number;
}

const problem = (code: Problem['code'], path = ''): { ok: false; problem: Problem } => fail({ code, path });

/** The files of a zip by path; folders are left out. */
export async function readDirectory(blob: Blob): Promise<Result<Map<string, ZipEntry>>> {
  const tailAt = Math.max(0, blob.size - END_BYTES - LONGEST_COMMENT);
  const tail = await viewOf(blob, tailAt, blob.size);
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end -= 1;
  if (end < 0) return problem('notAZip');
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count > MOST_FILES || size > MOST_DIRECTORY_BYTES) return problem('tooMuchData');
  if (start + size > blob.size) return problem('damagedFile');
  return entriesOf(await viewOf(blob, start, start + size), count);
}

function entriesOf(view: DataView, count: number): Result<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let i = 0, at = 0; i < count; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK)
      return problem('damagedFile');
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return problem('damagedFile');
    const path = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameLength),
    );
    const entry: ZipEntry = {
      path,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at = next;
    if (path.endsWith('/') && entry.bytes === 0) continue;
    if (!SAFE_NAME.test(path) || path.split('/').some((part) => /^\.+$/.test(part)) || entries.has(path))
      return problem('unsafePath');
    if (entry.method !== STORED && entry.method !== DEFLATED) return problem('damagedFile', path);
    total += entry.bytes;
    if (total > MOST_BYTES || isBomb(entry)) return problem('tooMuchData', path);
    entries.set(path, entry);
  }
  return succeed(entries);
}

const isBomb = ({ bytes, packedBytes }: ZipEntry): boolean =>
  bytes > RATIO_FREE_BYTES && bytes > packedBytes * MOST_RATIO;

/**
 * Inflates one file, piece by piece; what `take` was given counts only when the result is good. Gives the
 * file's SHA-256, hex.
 */
export async function readEntry(
  blob: Blob,
  entry: ZipEntry,
  take: (bytes: Uint8Array) => void,
): Promise<Result<string>> {
  const head = await viewOf(blob, entry.offset, entry.offset + LOCAL_BYTES);
  if (head.byteLength < LOCAL_BYTES || head.getUint32(0, true) !== LOCAL_MARK)
    return problem('damagedFile', entry.path);
  const from = entry.offset + LOCAL_BYTES + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + entry.packedBytes > blob.size) return problem('damagedFile', entry.path);
  const digest = new Sha256();
  let grown = 0;
  const keep = (bytes: Uint8Array) => {
    grown += bytes.length;
    if (grown > entry.bytes) throw new GrownError();
    digest.update(bytes);
    take(bytes);
  };
  try {
    await inflate(blob.slice(from, from + entry.packedBytes), entry.method, keep);
  } catch (error) {
    if (error instanceof GrownError) return problem('tooMuchData', entry.path);
    if (isInflateError(error)) return problem('damagedFile', entry.path);
    throw error;
  }
  return grown === entry.bytes ? succeed(digest.hex()) : problem('damagedFile', entry.path);
}

class GrownError extends Error {}
/** fflate's errors carry a number. */
const isInflateError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as Error & { code?: unknown }).code === 'number';

async function inflate(part: Blob, method: number, keep: (bytes: Uint8Array) => void): Promise<void> {
  const inflater = method === DEFLATED ? new Inflate(keep) : null;
  const reader = part.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (inflater) inflater.push(value);
    else keep(value);
  }
  if (inflater && part.size > 0) inflater.push(new Uint8Array(0), true);
}

/** A small file as text. */
export async function readText(
  blob: Blob,
  entry: ZipEntry,
  mostBytes: number,
): Promise<Result<{ text: string; sha256: string }>> {
  if (entry.bytes > mostBytes) return problem('tooMuchData', entry.path);
  const decoder = new TextDecoder('utf-8');
  let text = '';
  const read = await readEntry(blob, entry, (bytes) => {
    text += decoder.decode(bytes, { stream: true });
  });
  return read.ok ? succeed({ text: text + decoder.decode(), sha256: read.value }) : read;
}

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
