// The browser refuses every write for want of space, while a form is sent. What could not be written is told
// again until there is room. Without `unlimitedStorage`, which a quota would not bind.
import { waitFor } from '../e2e/harness/session';
import type { FaultRun } from './fault-row';
import { playFault } from './stage';

const permissionsOf = (manifest: Record<string, unknown>) => manifest.permissions as string[];

export const fillDisk: FaultRun = ({ seed, times }) =>
  playFault(
    'no room on disk (quota) while a form is sent',
    seed,
    async ({ session, page, open, fill, send, accepted }) => {
      const origin = session.extensionUrl('').replace(/\/$/, '');
      const aside = await session.openExtensionPage('licences.json');
      const cdp = await aside.createCDPSession();
      let refused = 0;
      for (let i = 0; i < times; i++) {
        await open();
        await fill();
        await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
        // The browser asks about room only now and then.
        await waitFor(
          'no room',
          async () => ((await aside.evaluate(writeInPage)) === 1 ? true : null),
          60_000,
        );
        refused += 1;
        await page.bringToFront();
        await send();
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await cdp.send('Storage.overrideQuotaForOrigin', { origin });
        await waitFor('room', async () => ((await aside.evaluate(writeInPage)) === 0 ? true : null));
        await page.bringToFront();
        // Long enough for what is told again.
        await new Promise((resolve) => setTimeout(resolve, 4_500));
      }
      return { tried: times, measured: `${refused} times a write was refused`, expected: accepted() };
    },
    {
      changeManifest: (manifest) => ({
        ...manifest,
        permissions: permissionsOf(manifest).filter((one) => one !== 'unlimitedStorage'),
      }),
    },
  );

/** Whether a write is refused: 1 or 0. */
async function writeInPage(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('probe', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  }).catch(() => null);
  if (!db) return 1;
  const writing = db.transaction('rows', 'readwrite');
  writing.objectStore('rows').put('x'.repeat(10_000), 1);
  const refused = await new Promise<number>((resolve) => {
    writing.oncomplete = () => resolve(0);
    writing.onabort = () => resolve(1);
  });
  db.close();
  return refused;
}
