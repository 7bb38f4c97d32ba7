// Reads what LevelDB and Chromium wrote to disk, so that a search sees what is there: tables are packed with
// Snappy block by block, and Blink packs large values once more. Only as much of both formats as that takes.
// https://github.com/google/leveldb/blob/main/doc/table_format.md, https://github.com/google/snappy/blob/main/format_description.txt

const FOOTER = 48;
/** How a block is packed, and its checksum. */
const BLOCK_TRAILER = 5;

/** The varint at a place, and where it ends. */
function varint(bytes: Uint8Array, at: number): [value: number, end: number] {
  let value = 0;
  for (let shift = 0; shift < 49; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('cut off');
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
  throw new Error('no varint');
}

/** Throws on what is no Snappy. */
export function unsnappy(bytes: Uint8Array): Uint8Array {
  const [length, start] = varint(bytes, 0);
  if (length > 64 << 20) throw new Error('too large');
  const out = new Uint8Array(length);
  let from = start;
  let to = 0;
  const next = () => {
    const byte = bytes[from++];
    if (byte === undefined) throw new Error('cut off');
    return byte;
  };
  while (to < length) {
    const tag = next();
    if ((tag & 3) === 0) {
      let size = tag >> 2;
      if (size >= 60) {
        const wide = size - 59;
        size = 0;
        for (let i = 0; i < wide; i++) size += next() * 2 ** (8 * i);
      }
      size += 1;
      if (from + size > bytes.length || to + size > length) throw new Error('cut off');
      out.set(bytes.subarray(from, from + size), to);
      from += size;
      to += size;
      continue;
    }
    const size = (tag & 3) === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    let back = next();
    if ((tag & 3) === 1) back += (tag >> 5) * 256;
    else back += next() * 256;
    if ((tag & 3) === 3) back += next() * 2 ** 16 + next() * 2 ** 24;
    if (back === 0 || back > to || to + size > length) throw new Error('no copy');
    for (let i = 0; i < size; i++, to++) out[to] = out[to - back] ?? 0;
  }
  return out;
}

/** A block of a table: its bytes, a byte that says how they are packed, and a checksum. */
function block(table: Uint8Array, offset: number, size: number): Uint8Array {
  const bytes = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnappy(bytes) : bytes;
}

/** The blocks that an index block points to. */
function handles(index: Uint8Array): [offset: number, size: number][] {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const restarts = view.getUint32(index.length - 4, true);
  const end = index.length - 4 - restarts * 4;
  const found: [number, number][] = [];
  for (let at = 0; at < end; ) {
    const [, afterShared] = varint(index, at);
    const [unshared, afterUnshared] = varint(index, afterShared);
    const [valueSize, afterSizes] = varint(index, afterUnshared);
    const value = afterSizes + unshared;
    const [offset, afterOffset] = varint(index, value);
    const [size] = varint(index, afterOffset);
    found.push([offset, size]);
    at = value + valueSize;
  }
  return found;
}

/** All data blocks of a `.ldb` table, unpacked, and what each takes on the disk. */
export function tableParts(table: Uint8Array): { bytes: Uint8Array; packed: number }[] {
  const footer = table.subarray(table.length - FOOTER);
  const [, afterMetaOffset] = varint(footer, 0);
  const [, afterMeta] = varint(footer, afterMetaOffset);
  const [offset, afterOffset] = varint(footer, afterMeta);
  const [size] = varint(footer, afterOffset);
  return handles(block(table, offset, size)).map(([at, length]) => ({
    bytes: block(table, at, length),
    packed: length + BLOCK_TRAILER,
  }));
}

export const tableBlocks = (table: Uint8Array): Uint8Array[] => tableParts(table).map(({ bytes }) => bytes);

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** The records of a `.log`, put together again: they are cut at every 32 KiB. */
export function logRecords(log: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  for (let start = 0; start < log.length; start += LOG_BLOCK) {
    const end = Math.min(start + LOG_BLOCK, log.length);
    for (let at = start; at + LOG_HEADER <= end; ) {
      const size = (log[at + 4] ?? 0) + (log[at + 5] ?? 0) * 256;
      const kind = log[at + 6];
      if (!kind) break;
      pieces.push(log.subarray(at + LOG_HEADER, at + LOG_HEADER + size));
      // 1: whole, 4: the last piece.
      if (kind === 1 || kind === 4) {
        records.push(Buffer.concat(pieces));
        pieces = [];
      }
      at += LOG_HEADER + size;
    }
  }
  return records;
}

/** Blink's mark of a value that it packed with Snappy before it gave it to the database. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

/** The bytes, and what packed values among them hold. */
export function withPackedValues(bytes: Uint8Array): Uint8Array[] {
  const all = [bytes];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(PACKED_VALUE); at >= 0; at = buffer.indexOf(PACKED_VALUE, at + 1)) {
    try {
      all.push(unsnappy(bytes.subarray(at + PACKED_VALUE.length)));
    } catch {
      // Three bytes that happened to look like the mark.
    }
  }
  return all;
}
