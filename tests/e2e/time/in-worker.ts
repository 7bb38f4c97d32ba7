// What only the extension itself can tell or do, asked of its background or of one of its pages.
import type { Page } from 'puppeteer-core';
import type { Stage } from './stage';

/** Runs in the background worker, which is no tab and takes no focus. */
export async function inWorker(stage: Stage, source: string): Promise<void> {
  // The newest: Puppeteer's list may keep a worker that has long gone.
  const target = stage.session.browser
    .targets()
    .filter((one) => one.type() === 'service_worker' && one.url().startsWith(stage.session.extensionUrl('')))
    .at(-1);
  const worker = await target?.worker();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(`(async () => { await ${source}; })()`);
}

/** The page's title must be its address. */
export const tabIdOf = (stage: Stage, page: Page) =>
  stage.asExtension(async (title: string, scope) => {
    const tabs = await scope.chrome.tabs.query({});
    return tabs.find((tab) => tab.title === title)?.id ?? -1;
  }, page.url());
