// What a zip says of its files (PKWARE's APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16). Sizes are known when the
// headers are written, so there are no data descriptors; nothing here is larger than 4 GiB.
const LOCAL_MARK = 0x04034b50;
const CENTRAL_MARK = 0x02014b50;
const END_MARK = 0x06054b50;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
/** The first of January 2000, in the zip's own way of counting. */
const MADE_ON = (20 << 9) | (1 << 5) | 1;
const MOST_BYTES = 0xffff_ffff;

export interface PackedFile {
  /** ASCII. */
  path: string;
  stored: boolean;
  crc: number;
  bytes: number;
  packedBytes: number;
}

export function localHeader(file: PackedFile): Uint8Array<ArrayBuffer> {
  if (file.bytes > MOST_BYTES || file.packedBytes > MOST_BYTES) throw new Error('a file is over 4 GiB');
  const { view, bytes } = record(30, file.path);
  view.setUint32(0, LOCAL_MARK, true);
  view.setUint16(4, VERSION, true);
  writeFields(view, 8, file);
  return bytes;
}

export function centralEntry(file: PackedFile, offset: number): Uint8Array<ArrayBuffer> {
  if (offset > MOST_BYTES) throw new Error('the zip is over 4 GiB');
  const { view, bytes } = record(46, file.path);
  view.setUint32(0, CENTRAL_MARK, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeFields(view, 10, file);
  view.setUint32(42, offset, true);
  return bytes;
}

export function endOfDirectory(files: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const { view, bytes } = record(22, '');
  view.setUint32(0, END_MARK, true);
  view.setUint16(8, files, true);
  view.setUint16(10, files, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** From the method to the length of the name: the same run of fields in both headers. */
function writeFields(view: DataView, at: number, file: PackedFile): void {
  view.setUint16(at, file.stored ? STORED : DEFLATED, true);
  view.setUint16(at + 4, MADE_ON, true);
  view.setUint32(at + 6, file.crc, true);
  view.setUint32(at + 10, file.packedBytes, true);
  view.setUint32(at + 14, file.bytes, true);
  view.setUint16(at + 18, file.path.length, true);
}

function record(size: number, path: string): { view: DataView; bytes: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(size + path.length);
  bytes.set(new TextEncoder().encode(path), size);
  return { view: new DataView(bytes.buffer), bytes };
}
