// Answers as slow servers and further windows give them, with the extension around: a server at the end of the month
// needs longer than a page is watched at first, a window for one form says yes by closing itself, an old server
// answers with a script that alerts, and a form may ask for its answer in a new tab.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Action } from '../../utils/domain/records';
import { hostsOf } from './config-for';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, startRecording } from './harness/recording';
import { type BrowserKind, type Session, waitFor } from './harness/session';

/** Longer than a page is watched at first, and than evidence is awaited then. */
const SLOW_MS = 14_000;

const FIELDS = '<label>申请人 <input name="who"></label><label>事由 <input name="why"></label>';
const ASK = `const post = (path) => fetch(path, { method: 'POST', body: '{}' }).then((answer) => answer.text());
  const say = (text) => { document.querySelector('[role=status]').textContent = text; };`;
const PAGES: Record<string, string> = {
  '/yes': `${FIELDS}<button onclick="post('/slowly').then(() => say('提交成功'))">提交</button>`,
  '/no': `${FIELDS}<button onclick="post('/slowly').then(() => say('提交失败，名额已满'))">提交</button>`,
  '/form': `<form method="post" action="/done">${FIELDS}<button>提交</button></form>`,
  '/list': `<button onclick="window.open('/window', 'one', 'width=500,height=400')">新增</button>
    <button onclick="window.open('/window-form', 'two', 'width=500,height=400')">登记</button>`,
  '/told': `<form method="post" action="/alert">${FIELDS}<button>提交</button></form>`,
  '/refused': `<form method="post" action="/alert-no">${FIELDS}<button>提交</button></form>`,
  '/receipt': `<form method="post" action="/printed" target="_blank">${FIELDS}<button>提交并打印</button></form>`,
  '/window': `${FIELDS}<button onclick="post('/quickly').then(() => { opener.location.reload(); window.close(); })">保存</button>`,
  '/window-form': `<form method="post" action="/close">${FIELDS}<button>保存</button></form>`,
};
const ANSWERS: Record<string, string> = {
  '/done': '<p>操作成功</p>',
  '/printed': '<h2>受理回执</h2><p>您的申请已提交，编号 2026-0031</p>',
  '/alert': `<script>alert('提交成功！');location.href='/list';</script>`,
  '/alert-no': `<script>alert('该身份证号已存在，请勿重复申请');history.back();</script>`,
  '/close': '<script>opener.location.reload(); close();</script>',
};
const slow = new Set(['/slowly', '/done']);
const html = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>台账</title>${body}<p role="status"></p><script>${ASK}</script>`;

let session: Session;
let server: Server;
let origin = '';

test.beforeAll(async ({ browserName: _ }, info) => {
  server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = (request.method === 'POST' ? ANSWERS : PAGES)[path];
    if (slow.has(path)) await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(body ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://plain-a.test:${(server.address() as AddressInfo).port}`;
  session = await openSession(info.project.name as BrowserKind, { hosts: hostsOf(PLAIN_PORTALS) });
  await startRecording(session);
});
test.afterAll(async () => {
  await session.close();
  server.close();
});

async function fillAndSend(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector('[name=why]');
  for (const [name, text] of [
    ['who', '和平村周大伯'],
    ['why', '申请公共租赁住房'],
  ]) {
    await page.click(`[name=${name}]`);
    await page.keyboard.type(text ?? '');
  }
  await page.click('button');
}

const settled = (what: string, count: number) =>
  waitFor(
    what,
    async () => {
      const actions = await session.readDatabase<Action>('actions');
      const done = actions.filter(({ settledAt }) => settledAt !== null).sort((a, b) => a.at - b.at);
      return done.length >= count ? done : null;
    },
    60_000,
  );

test('windows that close themselves, alerts, an answer in a new tab, and servers that take their time', async () => {
  const list = await session.newPage();
  await list.goto(`${origin}/list`);
  for (const [button, path] of [
    ['新增', '/window'],
    ['登记', '/window-form'],
  ]) {
    await list.bringToFront();
    const [opened] = await Promise.all([
      session.browser.waitForTarget((target) => target.url() === `${origin}${path}`),
      list.click(`button ::-p-text(${button})`),
    ]);
    const page = (await opened.page()) as Page;
    // Each window reloads the list that it came from.
    const reloaded = list.waitForNavigation();
    await fillAndSend(page).catch((error: unknown) => {
      // It may be gone before the driver hears of its own click.
      if (!page.isClosed()) throw error;
    });
    await waitFor('the window to close', () => (page.isClosed() ? true : null));
    await reloaded;
  }
  for (const path of ['/told', '/refused']) {
    const page = await session.newPage();
    await page.goto(`${origin}${path}`);
    // A person reads it first.
    page.on('dialog', (dialog) => setTimeout(() => void dialog.accept(), 700));
    await fillAndSend(page);
  }
  const receipt = await session.newPage();
  await receipt.goto(`${origin}/receipt`);
  await fillAndSend(receipt);
  // Meanwhile the person goes on elsewhere, as one does.
  for (const path of ['/yes', '/no', '/form']) {
    const page = await session.newPage();
    await page.goto(`${origin}${path}`);
    await fillAndSend(page);
  }
  const actions = await settled('all eight', 8);
  const heard = actions.map(({ kind, evidence }) => `${kind}: ${evidence.join(' ')}`).join('\n');
  expect(
    actions.map(({ outcome, confidence }) => `${outcome} ${confidence}`),
    heard,
  ).toEqual([
    'accepted probable',
    'accepted probable',
    'accepted confirmed',
    'rejected confirmed',
    'accepted confirmed',
    'accepted confirmed',
    'rejected confirmed',
    'accepted confirmed',
  ]);
  for (const { evidence } of actions.slice(0, 2)) expect(evidence).toContain('tab:closed');
});
