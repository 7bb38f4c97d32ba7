// From installing to the first true number, as a new civil servant goes: a fresh profile, the store build with its
// starter list, the welcome page that opens by itself. Counts what has to be pressed and what has to be read.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Span } from '../../utils/domain/records';
import { grantHosts } from './harness/granting';
import { painted } from './harness/painted';
import { openSession, waitForRegistration } from './harness/recording';
import { openScreen } from './harness/screen';
import { type BrowserKind, type Session, waitFor } from './harness/session';

/** A portal of the whole nation in the starter list; its name leads to this machine. */
const PORTAL = 'http://xxcj.mnr.gov.cn/';
const MOST_PRESSES = 3;
/** What a person does on the portal before looking at the number. */
const TYPED = ['王家庄', '宅基地一处', '已核实'];

test('from install to the first true number', async ({ browserName: _ }, info) => {
  test.setTimeout(240_000);
  const kind = info.project.name as BrowserKind;
  const portal = await servePortal();
  const screen = kind === 'chromium' ? await openScreen() : null;
  const session = await openSession(kind, {
    build: 'store',
    keepWelcome: true,
    firstRun: false,
    ...(kind === 'chromium'
      ? { args: [`--proxy-server=http=127.0.0.1:${portal.port}`], locale: 'zh-CN' }
      : {
          prefs: {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': portal.port,
          },
        }),
    ...(screen ? { headless: false, env: screen.env } : {}),
  });
  try {
    const steps: Step[] = [];
    const welcome = await waitFor('the welcome page to open by itself', () => findWelcome(session), 30_000);
    const look = async (step: string, presses: string[]) => {
      await painted(welcome);
      steps.push({ step, presses, text: await shownText(welcome) });
    };

    await welcome.waitForSelector('[data-action="start-recording"]');
    await look('consent', ['start']);
    await welcome.click('[data-action="start-recording"]');

    await welcome.waitForSelector('[data-action="grant-hosts"]');
    await look('hosts', ['allow', 'allow, as the browser asks']);
    await grantHosts(welcome, screen);
    await waitForRegistration(welcome);
    await welcome.waitForSelector('.first-seen');
    await look('done', []);
    expect(await welcome.$('.first-seen [data-value]'), 'no number before anything was seen').toBeNull();

    const page = await session.newPage();
    const arrived = Date.now();
    await page.goto(PORTAL);
    for (const text of TYPED) await page.type('input[name=note]', `${text} `, { delay: 60 });
    await welcome.bringToFront();
    const left = Date.now();

    await waitFor('the number on the welcome page', async () => ((await shownMs(welcome)) > 0 ? true : null));
    await look('number', []);

    // True: what the raw stretches add up to once the last one has arrived, and no more than the clock on the wall.
    const spans = await waitFor('the number to be what the stretches add up to', async () => {
      const rows = await session.readDatabase<Span>('spans');
      const openMs = rows.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
      return openMs > (left - arrived) / 2 && openMs === (await shownMs(welcome)) ? rows : null;
    });
    expect(new Set(spans.map(({ portalId }) => portalId))).toEqual(new Set(['farmland-housing-survey']));
    expect(await shownMs(welcome)).toBeLessThanOrEqual(left - arrived + 1_000);

    const presses = steps.flatMap((step) => step.presses);
    expect(presses.length).toBeLessThanOrEqual(MOST_PRESSES);
    await writeFile(join(import.meta.dirname, `first-run-${kind}.md`), tableOf(steps, kind));
  } finally {
    await session.close();
    screen?.close();
    await portal.close();
  }
});

/** 0 while there is no number. */
const shownMs = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number(document.querySelector<HTMLElement>('.first-seen [data-value]')?.dataset.value ?? 0),
  );

interface Step {
  step: string;
  presses: string[];
  text: string;
}

async function findWelcome(session: Session): Promise<Page | null> {
  for (const page of await session.browser.pages()) {
    const address = await page.evaluate(() => location.href).catch(() => '');
    if (address === session.extensionUrl('welcome.html')) return page;
  }
  return null;
}

// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
const shownText = (page: Page) => page.evaluate(() => document.body.innerText);

/** A Han character is read like a word, and a run of letters or digits is one. */
const countWords = (text: string): number =>
  (text.match(/\p{Script=Han}|[\p{Script=Latin}\d][\p{Script=Latin}\d.'’-]*/gu) ?? []).length;

/** Answers for every host, as the browser's proxy: the starter list's portals are real ones, and stay alone. */
async function servePortal() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>x</title><label>说明 <input name="note" autocomplete="off"></label>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function tableOf(steps: readonly Step[], kind: BrowserKind): string {
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  const presses = steps.flatMap((step) => step.presses).length;
  const seen = new Set<string>();
  /** Lines that stood on an earlier screen already are not read again. */
  const wordsOf = ({ text }: Step) => {
    const lines = text.split('\n').filter((line) => !seen.has(line));
    for (const line of lines) seen.add(line);
    return countWords(lines.join('\n'));
  };
  const rows = steps.map((step) => ({ ...step, words: wordsOf(step) }));
  const words = rows.reduce((sum, step) => sum + step.words, 0);
  return [
    `# From install to the first true number: ${kind}\n\n`,
    `Written by first-run.e2e.ts: a fresh profile, the store build, the starter list, ${kind === 'firefox' ? 'English' : 'Chinese'}. A Han character counts as a word.\n\n`,
    row('screen', 'presses', 'new words on it'),
    row('---', '---', '---'),
    ...rows.map(({ step, presses: each, words: read }) => row(step, each.join('; ') || '–', read)),
    row('together', presses, words),
  ].join('');
}
