// What a person does in the editor of configs.html.
import { expect } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { waitFor } from './session';

export async function choose(page: Page, action: string, file: string): Promise<void> {
  const input = await waitFor(`the input of ${action}`, () => page.$(`input[data-file="${action}"]`));
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** Puts `text` in place of what the field with this label holds, as typing does. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const done = await page.evaluate(
    (wanted, value) => {
      const found = [...document.querySelectorAll('.field label')].find((one) => one.textContent === wanted);
      const field = found?.parentElement?.querySelector('input, textarea') as HTMLInputElement | null;
      if (!field) return false;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    label,
    text,
  );
  expect(done, `the field ${label}`).toBe(true);
}

/** After the page has drawn what was last typed. */
export async function problemCount(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return page.$eval('[data-problems]', (one) => Number((one as HTMLElement).dataset.problems));
}

export async function allowDownloads(page: Page, downloadPath: string): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
}
