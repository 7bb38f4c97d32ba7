// A higher version is installed over the running one while a form is half filled. The old script in the page is
// an orphan from then on; the new one takes over, and what is sent counts once.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../e2e/harness/build';
import { typeInto } from '../e2e/harness/plain-acts';
import { type ExtensionScope, type Session, waitFor } from '../e2e/harness/session';
import type { FaultRun } from './fault-row';
import { playFault } from './stage';

export const updateExtension: FaultRun = async ({ seed, times }) => {
  // The browser runs the extension from these until it is closed.
  const folders: string[] = [];
  try {
    return await playFault('extension updated with a half-filled form open', seed, async (stage) => {
      const { session, page, open, send, read, accepted } = stage;
      await open();
      for (let i = 1; i <= times; i++) {
        await typeInto(page, 'holder', '金丝雀周');
        await typeInto(page, 'phone', '17391001234');
        const version = `0.1.${i}`;
        const next = await buildOf(version);
        folders.push(next);
        await session.browser.installExtension(join(next, 'extension'));
        await waitFor(
          'the new version',
          async () => ((await versionOf(session)) === version ? true : null),
          30_000,
        );
        await waitForAnswer(session);
        await page.bringToFront();
        await typeInto(page, 'address', 'canary巷7号');
        await typeInto(page, 'note', `金丝雀第${i}次`);
        await send();
        await read();
      }
      return {
        tried: times,
        measured: 'each form, sent after the update, is there once',
        expected: accepted(),
      };
    });
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
};

/** Until the new version's script is at work in the page: the old one, which is still there, answers nobody. */
async function waitForAnswer(session: Session): Promise<void> {
  await waitFor(
    'an answer from the page',
    async () => {
      const aside = await session.openExtensionPage('licences.json').catch(() => null);
      const answered = await aside
        ?.evaluate(async () => {
          const { tabs } = (globalThis as ExtensionScope).chrome;
          const asked = (await tabs.query({})).map(({ id = -1 }) =>
            tabs.sendMessage(id, { type: 'frontPage', data: null }).catch(() => undefined),
          );
          return (await Promise.all(asked)).some((answer) => answer !== undefined && answer !== null);
        })
        .catch(() => false);
      await aside?.close().catch(() => undefined);
      return answered ? true : null;
    },
    20_000,
  );
}

async function versionOf(session: Session): Promise<string> {
  const aside = await session.openExtensionPage('licences.json').catch(() => null);
  const version = await aside
    ?.evaluate(() => (globalThis as ExtensionScope).chrome.runtime.getManifest().version)
    .catch(() => '');
  await aside?.close().catch(() => undefined);
  return version ?? '';
}

async function buildOf(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-next-'));
  const extension = join(folder, 'extension');
  await cp(await ensureBuilt('managed', 'chromium'), extension, { recursive: true });
  const file = join(extension, 'manifest.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), version }));
  return folder;
}
