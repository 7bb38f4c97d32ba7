// What a person does on the plain portals: types into their fields, sends them, waits for the answer.
import type { Page } from 'puppeteer-core';

export const FIELDS = ['holder', 'phone', 'address', 'note'] as const;
export type PlainValues = Record<(typeof FIELDS)[number], string>;

export const HOUSEHOLD: PlainValues = {
  holder: '欧阳建国',
  phone: '13805710021',
  address: '临江镇和平村三组十二号',
  note: '已走访，家中老人身体尚好',
};

export async function typeInto(page: Page, field: keyof PlainValues, text: string): Promise<void> {
  await page.click(`[name=${field}]`);
  await page.keyboard.type(text);
}

export async function fillPlain(page: Page, values: PlainValues): Promise<void> {
  for (const field of FIELDS) await typeInto(page, field, values[field]);
}

export async function sendPlain(page: Page): Promise<void> {
  await page.click('#send');
  await waitForAnswer(page);
}

export async function waitForAnswer(page: Page): Promise<void> {
  await page.waitForFunction(`document.querySelector('#said').textContent !== ''`, { timeout: 10_000 });
}
