// Searches a browser's profile folder for words, file by file: as they lie there, and LevelDB's and Blink's
// packing undone. Words are looked for in every encoding in which a browser keeps text.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { logRecords, tableBlocks, withPackedValues } from './leveldb';

export interface Find {
  /** The file's path in the profile. */
  file: string;
  needle: string;
  /** In the bytes as they are, or only after unpacking. */
  how: 'raw' | 'unpacked';
}

export async function huntIn(profile: string, needles: readonly string[]): Promise<Find[]> {
  const finds: Find[] = [];
  const wanted = needles.map((needle) => ({
    needle,
    forms: [
      Buffer.from(needle, 'utf8'),
      Buffer.from(needle, 'utf16le'),
      Buffer.from(needle, 'utf16le').swap16(),
      Buffer.from(encodeURIComponent(needle)),
    ],
  }));
  for (const path of await readdir(profile, { recursive: true })) {
    const bytes = await readFile(join(profile, path)).catch(() => null);
    if (!bytes) continue;
    const file = relative(profile, join(profile, path)).replaceAll('\\', '/');
    const unpacked = unpack(file, bytes);
    for (const { needle, forms } of wanted) {
      const isIn = (piece: Uint8Array) => forms.some((form) => Buffer.from(piece).includes(form));
      if (isIn(bytes)) finds.push({ file, needle, how: 'raw' });
      else if (unpacked.some(isIn)) finds.push({ file, needle, how: 'unpacked' });
    }
  }
  return finds;
}

function unpack(file: string, bytes: Buffer): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  try {
    if (file.endsWith('.ldb')) pieces.push(...tableBlocks(bytes));
    else if (/\/\d+\.log$/.test(file)) pieces.push(...logRecords(bytes));
    else if (bytes[0] === 0x1f && bytes[1] === 0x8b) pieces.push(gunzipSync(bytes));
    else if (bytes.subarray(0, 2).toString() === 'PK') pieces.push(inflateRawSync(bytes.subarray(30)));
    else pieces.push(bytes);
  } catch {
    pieces.push(bytes);
  }
  return pieces.flatMap(withPackedValues);
}

/** Files of an extension in Chromium's profile: its databases, areas, scripts, rules and cached code. */
export function isOfExtension(file: string, id: string): boolean {
  return (
    file.includes(id) ||
    /\/(?:Extension (?:State|Rules|Scripts|Cookies)|Local Extension Settings|Sync Extension Settings|Managed Extension Settings)(?:\/|$)/.test(
      file,
    )
  );
}

/** The place without what differs from run to run: numbers, hashes, times. */
export const placeOf = (file: string): string => file.replace(/[0-9a-f]{6,}|\d+/gi, '#');
