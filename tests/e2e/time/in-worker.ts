// What only the extension itself can tell or do, asked of its background or of one of its pages.
import type { Page } from 'puppeteer-core';
import type { Stage } from './stage';

/**
 * Runs in the background worker, which is no tab and takes no focus. The driver lets go of it afterwards: one that
 * it holds is halted by it when it starts anew, and then nothing at all is recorded.
 */
export async function inWorker(stage: Stage, source: string): Promise<void> {
  // The newest: Puppeteer's list may keep a worker that has long gone.
  const target = stage.session.browser
    .targets()
    .filter((one) => one.type() === 'service_worker' && one.url().startsWith(stage.session.extensionUrl('')))
    .at(-1);
  if (!target) throw new Error('no worker');
  const session = await target.createCDPSession();
  try {
    const expression = `(async () => { await ${source}; })()`;
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  } finally {
    await session.detach();
  }
}

/** The page's title must be its address. */
export const tabIdOf = (stage: Stage, page: Page) =>
  stage.asExtension(async (title: string, scope) => {
    const tabs = await scope.chrome.tabs.query({});
    return tabs.find((tab) => tab.title === title)?.id ?? -1;
  }, page.url());
