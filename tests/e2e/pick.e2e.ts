// Picking on the page, with real input in real browsers: the button that is a check-in, the form to leave out,
// the message that means success. Nothing on the portal is triggered by it, nothing of a field leaves the page,
// nothing is stored before somebody keeps it.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type PortalServer, servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import {
  clicksThatArrived,
  closedButton,
  draftRules,
  inTheDark,
  openCounted,
  pickerIsOn,
  picture,
  pointAt,
} from './harness/picking';
import { fillPlain, HOUSEHOLD } from './harness/plain-acts';
import { ELSEWHERE, PLAIN_PORTALS } from './harness/plain-portals';
import { loadPortals } from './harness/portals';
import { openSession, press, startRecording } from './harness/recording';
import { type BrowserKind, type ExtensionScope, type Session, waitFor } from './harness/session';

const CANARY = '金丝雀甲户主 canary5512';

let server: PortalServer;
let session: Session;
let editor: Page;
let kind: BrowserKind;

// biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
test.beforeEach(async ({}, info) => {
  test.setTimeout(180_000);
  kind = info.project.name as BrowserKind;
  const portals = [...(await loadPortals(['vant', 'element-plus', 'frames'])), ...PLAIN_PORTALS, ELSEWHERE];
  server = await servePortals(portals);
  session = await openSession(kind, { hosts: hostsOf(portals) });
  await startRecording(session);
});
test.afterEach(async () => {
  await session.close().catch(() => undefined);
  await server.close();
});

test('a check-in, a form to leave out and a message, from two portals into the draft and back', async () => {
  const punching = await openPortal('daka.test', '/?sid=pick1#/checkin', '.punch b');
  const monthly = await openPortal('cunwu.test', '/?sid=pick2#/monthly', '.el-form');
  await openPortal('elsewhere.test', '/', '#send');
  await openEditor();
  // Neither the page that is no portal's nor the editor itself.
  await findTabs(2);
  await picture(editor, 'pick-found', kind);
  expect(await askForPicker(await ownTab()), 'into a page that is in no list').toEqual({
    ok: false,
    problem: { code: 'notAllowed', path: '' },
  });

  await pick('网格巡查打卡', 'checkIn', punching);
  await pointAt(punching, '.punch b');
  await picture(punching, 'pick-bar', kind);
  await punching.keyboard.press('Enter');
  await review();
  expect(await fact('[data-works]', 'works')).toBe('true');
  expect(await wordsInReview()).toBe('立即打卡');
  expect(await clicksThatArrived(punching)).toBe(0);
  expect(await pickerIsOn(punching), 'taken off the page').toBe(false);
  expect(await everythingKept(), 'before it is kept').not.toContain('立即打卡');
  const card = await editor.$('.page-picker');
  if (card) await picture(card, 'pick-review', kind);
  await inTheDark(editor, kind, async () => card && picture(card, 'pick-review-dark', kind));
  await press(editor, 'keep-pick');
  expect(await rulesOf('vant')).toMatchObject({ checkIn: { controls: ['立即打卡'] } });

  await inTheDark(monthly, kind, async () => {
    await pick('村务管理平台', 'ignore', monthly);
    await pointAt(monthly, '.el-form textarea');
    await picture(monthly, 'pick-form-dark', kind);
  });
  await monthly.keyboard.press('Enter');
  await review();
  await press(editor, 'keep-pick');
  expect(await rulesOf('element-plus')).toMatchObject({ forms: [{ route: '/#/monthly', ignore: true }] });
  expect(await clicksThatArrived(monthly)).toBe(0);
  await press(editor, 'undo-pick');
  expect(await rulesOf('element-plus')).not.toHaveProperty('forms');
  expect(await rulesOf('vant'), 'the step before stays').toMatchObject({
    checkIn: { controls: ['立即打卡'] },
  });
  const acts = server.writes.filter(({ verdict }) => verdict !== 'other');
  expect(acts, 'the portals’ own logs').toEqual([]);
});

test('what stands in a field never leaves the page, Esc brings nothing back, and a left page is named', async () => {
  const page = await openPortal('plain-a.test', '/household/2026', '#send');
  await fillPlain(page, { ...HOUSEHOLD, holder: CANARY, note: CANARY });
  // A page that says again what was entered.
  await page.evaluate((value) => {
    const said = document.querySelector('#said');
    if (said) said.textContent = `${value}，登记第 4711 号已收妥`;
  }, CANARY);
  await page.evaluate(() => {
    (globalThis as unknown as { arrived: number }).arrived = 0;
  });
  await openEditor();
  await findTabs(1);

  await pick('村级综合台账', 'success', page);
  await pointAt(page, '[name=holder]');
  await page.keyboard.press('Enter');
  expect(await pickerIsOn(page), 'a field gives nothing to take').toBe(true);
  await pointAt(page, '#said');
  await page.keyboard.press('Enter');
  await review();
  expect(await wordsInReview()).toBe('登记第 号已收妥');
  const shown = await editor.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain('金丝雀');
  await press(editor, 'keep-pick');
  expect(await rulesOf('plain-a')).toMatchObject({
    forms: [{ route: '/household/*', success: ['登记第 号已收妥'] }],
  });
  const kept = (await everythingKept()) + (await session.readEverything());
  for (const needle of ['金丝雀', 'canary5512', '4711']) expect(kept).not.toContain(needle);

  await findTabs(1);
  await pick('村级综合台账', 'submit', page);
  await pointAt(page, '#send');
  await page.keyboard.press('Escape');
  await editor.waitForSelector('[data-picker=stopped]');
  expect(await pickerIsOn(page)).toBe(false);
  expect(await clicksThatArrived(page)).toBe(0);
  await page.bringToFront();
  await page.click('h1');
  expect(await clicksThatArrived(page), 'the page has its clicks back').toBe(1);

  await editor.bringToFront();
  await pick('村级综合台账', 'submit', page);
  await page.reload();
  await editor.waitForSelector('[data-picker=left]');
  await editor.bringToFront();
  await pick('村级综合台账', 'submit', page);
  await editor.close();
  await waitFor('the picker to go with its editor', async () => ((await pickerIsOn(page)) ? null : true));
  expect(server.writes).toEqual([]);
});

test('a button in a frame of another address, chosen by itself', async () => {
  const page = await openPortal('yiwang.test', '/attend', 'iframe');
  const frame = await waitFor(
    'the frame',
    () => page.frames().find((one) => one !== page.mainFrame()) ?? null,
  );
  await frame.waitForSelector('button');
  await openEditor();
  await waitFor('both frames', async () => {
    await findTabs(1);
    return (await editor.$$('.tabs-found .inner')).length === 2 ? true : null;
  });
  const [outer] = await editor.$$('.tabs-found .inner input');
  await outer?.click();
  await pick(
    '一网统管平台',
    'checkIn',
    page,
    async () => (await frame.$('[data-fingertip-ledger-pick]')) !== null,
  );
  expect(await pickerIsOn(page), 'the page around it has none').toBe(false);
  const at = await (await frame.waitForSelector('button'))?.boundingBox();
  if (!at) throw new Error('no button');
  await page.bringToFront();
  await page.mouse.move(at.x + 5, at.y + 5);
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await page.keyboard.press('Enter');
  await review();
  expect(await wordsInReview()).toMatch(/签到/);
  expect(server.writes.filter(({ verdict }) => verdict !== 'other')).toEqual([]);
});

test('in a modal dialog and in a shadow root; a page that clicks by itself or takes the panel away wins nothing', async () => {
  const page = await openPortal('plain-a.test', '/', '#send');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button id="inner">送 审</button><div id="host"></div>';
    document.body.append(dialog);
    const root = (dialog.querySelector('#host') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<button>归 档 了</button>';
    dialog.showModal();
  });
  await openEditor();
  await findTabs(1);
  await pick('村级综合台账', 'submit', page);
  await pointAt(page, '#inner');
  await page.keyboard.press('Enter');
  await review();
  expect(await wordsInReview()).toBe('送 审');
  await press(editor, 'drop-pick');
  await pick('村级综合台账', 'submit', page);
  await pointAt(page, '#host');
  await page.keyboard.press('Enter');
  await review();
  expect(await wordsInReview()).toBe('归 档 了');
  await press(editor, 'drop-pick');
  expect(await clicksThatArrived(page)).toBe(0);

  await pick('村级综合台账', 'submit', page);
  await page.bringToFront();
  await page.evaluate(() => (document.querySelector('#inner') as HTMLElement).click());
  expect(await clicksThatArrived(page), 'its own clicks are its own').toBe(1);
  // Enter would take what a click had chosen.
  await page.keyboard.press('Enter');
  expect(await pickerIsOn(page), 'nothing was chosen by it').toBe(true);
  await page.evaluate(() => document.querySelector('dialog')?.lastElementChild?.remove());
  await page.mouse.click(20, 20);
  await editor.waitForSelector('[data-picker=stopped]');
  expect(await pickerIsOn(page)).toBe(false);
});

test('a message that is gone in two seconds is offered after the act', async () => {
  test.skip(
    kind === 'firefox',
    'the bar’s buttons are in a closed shadow root, which only DevTools look into',
  );
  const page = await openPortal('daka.test', '/?sid=pick3#/checkin', '.punch b');
  await openEditor();
  await findTabs(1);
  await pick('网格巡查打卡', 'success', page);
  await page.bringToFront();
  await page.mouse.move(400, 300);
  await closedButton(page, 'actFirst');
  // Now it is an act: the portal gets it.
  await page.click('.punch b');
  await waitFor('the check-in', () =>
    server.writes.some(({ verdict }) => verdict === 'checkIn') ? true : null,
  );
  await waitFor('the message', () => closedButton(page, /打卡成功/).catch(() => null));
  await page.keyboard.press('Enter');
  await review();
  expect(await wordsInReview()).toBe('打卡成功');
  await press(editor, 'keep-pick');
  expect(await rulesOf('vant'), 'a check-in portal’s message is a check-in’s').toMatchObject({
    checkIn: { success: ['打卡成功'] },
  });
});

const openPortal = (host: string, path: string, mark: string) =>
  openCounted(session, `http://${host}:${server.port}${path}`, mark);

const ownTab = () =>
  editor.evaluate(async () => (await (globalThis as ExtensionScope).chrome.tabs.getCurrent()).id ?? -1);

/** As the editor's button does, for whatever tab. */
const askForPicker = (tabId: number): Promise<unknown> =>
  editor.evaluate(async (id) => {
    const message = { type: 'startPicker', data: { tabId: id, frameIds: [0] } };
    const answer = await (globalThis as ExtensionScope).chrome.runtime.sendMessage(message);
    return (answer as { reply: unknown }).reply;
  }, tabId);

async function openEditor(): Promise<void> {
  editor = await session.openExtensionPage('configs.html#edit');
  await press(editor, 'from-in-force');
}

async function findTabs(count: number): Promise<void> {
  await editor.bringToFront();
  await press(editor, 'find-tabs');
  await editor.waitForSelector(`[data-picker=idle] [data-tabs="${count}"]`);
}

/** Chooses the page in the editor and presses what to point at; then the picker is on the page. */
async function pick(
  title: string,
  what: string,
  page: Page,
  isOn: () => Promise<boolean> = () => pickerIsOn(page),
): Promise<void> {
  await editor.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('.tabs-found > div > .check')];
    const label = labels.find((one) => one.textContent?.includes(wanted));
    label?.querySelector('input')?.click();
  }, title);
  const button = await editor.waitForSelector(`[data-pick=${what}]`);
  await button?.click();
  await waitFor('the picker', async () => ((await isOn()) ? true : null));
}

async function review(): Promise<void> {
  await editor.waitForSelector('.pick-review');
  await editor.bringToFront();
}

const wordsInReview = () =>
  editor.$eval('.pick-review input[type=text]', (one) => (one as HTMLInputElement).value);

const fact = (selector: string, name: string) =>
  editor.$eval(selector, (one, key) => (one as HTMLElement).dataset[key], name);

/** The editor's own memory of the draft; the database and the storage areas are read by the session. */
const everythingKept = () => editor.evaluate(() => JSON.stringify({ ...localStorage }));

const rulesOf = (portalId: string) => draftRules(editor, portalId);
