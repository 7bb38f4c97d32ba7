// What a build weighs. The same figures fail a build that is over them (scripts/build-for-tests.ts).
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from '../e2e/harness/build';
import { sizesOf } from './sizes';
import { head, row, verdict } from './table';

export async function run(): Promise<{ passed: boolean; text: string }> {
  const sizes = await sizesOf(await ensureBuilt('store', 'chromium'));
  let text = `# What a build weighs\n\nBytes, exact; the store's build for Chromium. Written by \`npm run bench\`.\n\n`;
  text += head('what', 'bytes', 'budget', '');
  for (const { what, bytes, most } of sizes)
    text += row(what, bytes, most ?? '', most === null ? '' : verdict(bytes <= most));
  return { passed: sizes.every(({ bytes, most }) => most === null || bytes <= most), text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/sizes.md'), text);
