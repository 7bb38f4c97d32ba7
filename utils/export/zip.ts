// One zip, written as it comes. Several files grow at the same time (spans, visits and actions come from one
// reading of the database), each deflated as it grows by the platform's own compressor; a zip wants them one
// after another, so the deflated pieces wait outside the heap and are joined at the end. All times in it are
// the same: a zip must not tell when it was made.
import { Crc32 } from './crc32';
import { Sha256 } from './sha256';
import { centralEntry, endOfDirectory, localHeader, type PackedFile } from './zip-headers';

type Bytes = Uint8Array<ArrayBuffer>;

export interface ZipFile {
  /** Settles when the compressor has room again; in order, awaited or not. */
  add(bytes: Bytes): Promise<void>;
  end(): Promise<FileFacts>;
}

export interface FileFacts {
  path: string;
  bytes: number;
  sha256: string;
}

export interface ZipSink {
  /** `stored` for what is compressed already. */
  open(path: string, stored?: boolean): ZipFile;
  /** Writes SHA256SUMS over all files and gives the zip's pieces, in order. */
  finish(): Promise<Bytes[]>;
}

/** What takes a file's bytes: pieces as they lie in the zip, and their check. */
interface Packer {
  write(bytes: Bytes): Promise<void>;
  close(): Promise<{ crc: number; pieces: Bytes[] }>;
}

interface Entry extends PackedFile {
  pieces: Bytes[];
  sha256: string;
}

export function openZip(): ZipSink {
  const entries: Entry[] = [];
  const open = (path: string, stored = false): ZipFile => {
    const entry: Entry = { path, stored, crc: 0, bytes: 0, packedBytes: 0, pieces: [], sha256: '' };
    const digest = new Sha256();
    const packer = stored ? store() : deflate();
    entries.push(entry);
    return {
      add(bytes) {
        entry.bytes += bytes.length;
        digest.update(bytes);
        return packer.write(bytes);
      },
      async end() {
        Object.assign(entry, await packer.close());
        entry.packedBytes = entry.pieces.reduce((sum, piece) => sum + piece.length, 0);
        entry.sha256 = digest.hex();
        return { path, bytes: entry.bytes, sha256: entry.sha256 };
      },
    };
  };
  return {
    open,
    async finish() {
      const sums = entries.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
      const file = open('SHA256SUMS');
      await file.add(new TextEncoder().encode(sums));
      await file.end();
      return joined(entries);
    },
  };
}

function store(): Packer {
  const crc = new Crc32();
  const pieces: Bytes[] = [];
  return {
    async write(bytes) {
      crc.update(bytes);
      pieces.push(bytes);
    },
    close: async () => ({ crc: crc.value(), pieces }),
  };
}

const GZIP_HEAD_BYTES = 10;
const GZIP_TAIL_BYTES = 8;
/** Into how large pieces the compressor's many small ones are put together. */
const PIECE_BYTES = 1 << 20;

/** A gzip stream is a head, what a zip wants, and the CRC that a zip wants too (RFC 1952). */
function deflate(): Packer {
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const whole = collect(stream.readable);
  // A failure comes out where the file is closed; until then nobody is waiting for it.
  whole.catch(() => undefined);
  return {
    async write(bytes) {
      writer.write(bytes).catch(() => undefined);
      await writer.ready;
    },
    async close() {
      writer.close().catch(() => undefined);
      const { pieces, tail } = await whole;
      const [first] = pieces;
      if (first) pieces[0] = first.subarray(GZIP_HEAD_BYTES);
      return { crc: new DataView(tail.buffer).getUint32(0, true), pieces };
    },
  };
}

/** All but the last eight bytes, in pieces of a megabyte, and those eight. */
async function collect(readable: ReadableStream<Bytes>): Promise<{ pieces: Bytes[]; tail: Bytes }> {
  const pieces: Bytes[] = [];
  const reader = readable.getReader();
  let piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.length; ) {
      const some = value.subarray(at, at + PIECE_BYTES - filled);
      piece.set(some, filled);
      filled += some.length;
      at += some.length;
      if (filled < PIECE_BYTES) continue;
      pieces.push(piece);
      piece = new Uint8Array(PIECE_BYTES);
      filled = 0;
    }
  }
  pieces.push(piece.slice(0, filled));
  return cutTail(pieces);
}

function cutTail(pieces: Bytes[]): { pieces: Bytes[]; tail: Bytes } {
  const last = pieces.pop() ?? new Uint8Array(0);
  if (last.length >= GZIP_TAIL_BYTES)
    return {
      pieces: [...pieces, last.subarray(0, last.length - GZIP_TAIL_BYTES)],
      tail: last.slice(-GZIP_TAIL_BYTES),
    };
  const before = pieces.pop() ?? new Uint8Array(0);
  const both = new Uint8Array(before.length + last.length);
  both.set(before);
  both.set(last, before.length);
  return cutTail([...pieces, both]);
}

function joined(entries: readonly Entry[]): Bytes[] {
  const out: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const entry of entries) {
    const head = localHeader(entry);
    directory.push(centralEntry(entry, offset));
    out.push(head, ...entry.pieces);
    offset += head.length + entry.packedBytes;
    entry.pieces = [];
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  return [...out, ...directory, endOfDirectory(entries.length, size, offset)];
}
