// Zips as other programs read them: our own reader, fflate, and the CRCs that neither of them looks at.
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Crc32 } from '../../../utils/export/crc32';
import { openZip } from '../../../utils/export/zip';
import { readDirectory } from '../../../utils/export/zip-reader';
import { joinBytes } from '../../integration/export/package';

const CENTRAL_MARK = 0x02014b50;

/** The CRC of each file, as the directory says. */
function crcsOf(zip: Uint8Array<ArrayBuffer>): Map<string, number> {
  const view = new DataView(zip.buffer);
  const crcs = new Map<string, number>();
  for (let at = view.getUint32(zip.length - 6, true); view.getUint32(at, true) === CENTRAL_MARK; ) {
    const length = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + length));
    crcs.set(path, view.getUint32(at + 16, true));
    at += 46 + length;
  }
  return crcs;
}

describe('a zip', () => {
  it('holds what was put in, in whatever pieces, deflated and stored side by side', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 5_000 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(parts, parts, async (first, second) => {
        const zip = openZip();
        const files = [zip.open('data/a.csv'), zip.open('data/b.parquet', true)] as const;
        // One after another, and neither waited for.
        for (let i = 0; i < 5; i++) {
          void files[0].add(new Uint8Array(first[i] ?? []));
          void files[1].add(new Uint8Array(second[i] ?? []));
        }
        const facts = [await files[0].end(), await files[1].end()];
        const bytes = joinBytes(await zip.finish());
        const back = unzipSync(bytes);
        expect(back['data/a.csv']).toEqual(joinBytes(first));
        expect(back['data/b.parquet']).toEqual(joinBytes(second));
        expect(new TextDecoder().decode(back.SHA256SUMS)).toBe(
          facts.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''),
        );
        const crcs = crcsOf(bytes);
        expect(crcs.size).toBe(3);
        for (const [path, crc] of crcs) expect(crc, path).toBe(crc32(back[path] ?? new Uint8Array()));
        const directory = await readDirectory(new Blob([bytes]));
        expect(directory.ok && [...directory.value.keys()].sort()).toEqual([...crcs.keys()].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('puts a large file together from the compressor’s many small pieces', async () => {
    const random = new Uint8Array(3_500_000);
    for (let at = 0; at < random.length; at += 50_000)
      crypto.getRandomValues(random.subarray(at, at + 50_000));
    const zip = openZip();
    const file = zip.open('x');
    for (let at = 0; at < random.length; at += 100_001) await file.add(random.slice(at, at + 100_001));
    await file.end();
    const bytes = joinBytes(await zip.finish());
    expect(Buffer.compare(unzipSync(bytes).x as Uint8Array, random)).toBe(0);
    expect(crcsOf(bytes).get('x')).toBe(crc32(random));
  });

  it('counts its CRC as everybody does', () => {
    const crc = new Crc32();
    crc.update(new TextEncoder().encode('12345'));
    crc.update(new TextEncoder().encode('6789'));
    expect(crc.value()).toBe(0xcbf43926);
  });
});
