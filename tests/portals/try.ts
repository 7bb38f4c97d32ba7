// Performs every act of one portal in a bare Chromium, without the extension, and checks that the portal's
// own log says what the act expects: `npx tsx tests/portals/try.ts NAME [act-number] [--shot FILE]`.
import puppeteer from 'puppeteer-core';
import { chromiumPath } from '../e2e/harness/browsers';
import { makeHand } from './hand';
import type { SamplePortal } from './portal';
import { servePortals } from './serve';

const [name, only] = process.argv.slice(2);
const portal = (await import(`./${name}/portal.ts`)).portal as SamplePortal;
const server = await servePortals([portal]);
const browser = await puppeteer.launch({
  executablePath: chromiumPath(),
  headless: true,
  args: ['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP *.test 127.0.0.1'],
});
const originOf = (host: string) => `http://${host}:${server.port}`;
let passed = 0;
let failed = 0;
for (const [index, act] of portal.acts.entries()) {
  if (only && !only.startsWith('--') && Number(only) !== index) continue;
  for (let turn = 0; turn < 2; turn++) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const before = server.writes.length;
    const started = Date.now();
    try {
      const hand = makeHand({
        page,
        origin: originOf(portal.host),
        originOf,
        journal: (v) => server.note(portal.id, v),
      });
      await act.perform(hand, turn);
      const got = server.writes
        .slice(before)
        .filter((w) => w.verdict !== 'other')
        .map((w) => w.verdict);
      if (got.join() !== act.expects.join())
        throw new Error(`log says [${got}], act expects [${act.expects}]`);
      passed++;
      console.log(`ok   ${index} ${act.name} (turn ${turn}, ${Date.now() - started} ms)`);
    } catch (error) {
      failed++;
      await page.screenshot({ path: `/tmp/${name}-${index}.png` as `${string}.png` }).catch(() => {});
      console.log(`FAIL ${index} ${act.name}: ${error} (screenshot: /tmp/${name}-${index}.png)`);
    }
    await page.close();
  }
}
console.log(`${passed} passed, ${failed} failed`);
await browser.close();
await server.close();
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
