// When a page of the extension has painted its data. It is asked anew each time: a wait that the driver installs in
// the page is lost when the tab's process is exchanged in that moment, and then waits in vain.
import type { Page } from 'puppeteer-core';
import { answerOf, waitFor } from './session';

const PATIENCE_MS = 30_000;

/** Throws with what the page shows instead. */
export async function painted(page: Page): Promise<void> {
  try {
    await waitFor('the page to paint its data', () => answerOf(page.$('html[data-ready]')), PATIENCE_MS);
  } catch (error) {
    const shown = await answerOf(
      page.evaluate(
        () =>
          `${location.href} ${document.readyState} ${document.visibilityState} ${document.body.textContent}`,
      ),
    );
    throw new Error(`${String(error)}; instead it shows: ${shown ?? 'no answer'}`, { cause: error });
  }
}
