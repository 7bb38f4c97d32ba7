// Builds one kind for one browser, when its sources changed: `build-for-tests.ts store|managed chromium|firefox`.
import { type BuildKind, ensureBuilt } from '../tests/e2e/harness/build';
import type { BrowserKind } from '../tests/e2e/harness/session';

const [kind, browser] = process.argv.slice(2);
try {
  const folder = await ensureBuilt(kind as BuildKind, browser as BrowserKind);
  console.log(`built: ${folder}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
