// Builds one kind for one browser, when its sources changed: `build-for-tests.ts store|managed chromium|firefox`.
// Says what it weighs; over its budget it fails.
import { sizesOf } from '../tests/bench/sizes';
import { type BuildKind, ensureBuilt } from '../tests/e2e/harness/build';
import type { BrowserKind } from '../tests/e2e/harness/session';

const [kind, browser] = process.argv.slice(2);
try {
  const folder = await ensureBuilt(kind as BuildKind, browser as BrowserKind);
  console.log(`built: ${folder}`);
  for (const { what, bytes, most } of await sizesOf(folder)) {
    console.log(`${what}: ${bytes} bytes${most === null ? '' : ` of ${most}`}`);
    if (most === null || bytes <= most) continue;
    console.error(`too large: ${what}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
