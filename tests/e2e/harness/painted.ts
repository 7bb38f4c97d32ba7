// When a page of the extension has painted its data, and what it says when it never does.
import type { Page } from 'puppeteer-core';
import { answerOf, waitFor } from './session';

const PATIENCE_MS = 30_000;

const failures = new WeakMap<Page, string[]>();

/** Keeps what goes wrong in a page, for `painted` to tell. Before it is opened. */
export function noteFailures(page: Page): void {
  const noted: string[] = [];
  failures.set(page, noted);
  page.on('pageerror', (error) => noted.push(String(error)));
  page.on('requestfailed', (request) => noted.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('console', (message) => message.type() === 'error' && noted.push(message.text()));
}

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
    const noted = failures.get(page)?.join('; ');
    throw new Error(`${String(error)}; instead it shows: ${shown ?? 'no answer'} (${noted})`, {
      cause: error,
    });
  }
}
