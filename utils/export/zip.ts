// One zip, written as it comes. Several files grow at the same time (spans, visits and actions come from one
// reading of the database), each deflated as it grows; a zip wants them one after another, so the deflated
// pieces wait outside the heap and are joined at the end. All times in it are the same: a zip must not tell
// when it was made.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { Sha256 } from './sha256';

const MADE_AT = new Date(2000, 0, 1);
const LEVEL = 4;

export interface ZipFile {
  add(bytes: Uint8Array<ArrayBuffer>): void;
  end(): FileFacts;
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
  finish(): Uint8Array<ArrayBuffer>[];
}

interface Entry {
  path: string;
  file: ZipDeflate | ZipPassThrough;
  pieces: Uint8Array<ArrayBuffer>[];
  sha256: string;
}

export function openZip(): ZipSink {
  const entries: Entry[] = [];
  const open = (path: string, stored = false): ZipFile => {
    const file = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: LEVEL });
    file.mtime = MADE_AT;
    const entry: Entry = { path, file, pieces: [], sha256: '' };
    const digest = new Sha256();
    let size = 0;
    entries.push(entry);
    file.ondata = (error, piece) => {
      if (error) throw error;
      entry.pieces.push(piece as Uint8Array<ArrayBuffer>);
    };
    return {
      add(bytes) {
        size += bytes.length;
        digest.update(bytes);
        file.push(bytes);
      },
      end() {
        file.push(new Uint8Array(0), true);
        entry.sha256 = digest.hex();
        return { path, bytes: size, sha256: entry.sha256 };
      },
    };
  };
  return {
    open,
    finish() {
      const sums = entries.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
      const file = open('SHA256SUMS');
      file.add(new TextEncoder().encode(sums));
      file.end();
      return joined(entries);
    },
  };
}

function joined(entries: readonly Entry[]): Uint8Array<ArrayBuffer>[] {
  const out: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    out.push(piece as Uint8Array<ArrayBuffer>);
  });
  for (const { file, pieces } of entries) {
    zip.add(file);
    pieces.forEach((piece, i) => {
      file.ondata(null, piece, i === pieces.length - 1);
    });
    pieces.length = 0;
  }
  zip.end();
  return out;
}
