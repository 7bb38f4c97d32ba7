// A thousand submissions of 20 fields in ten seconds from five tabs, sent as the page script sends them: from its
// own world in pages of portals, through the browser's messages, into the ledger. None may be lost. Before that a
// few in no hurry: what one takes when nothing waits before it. The baseline is an extension that does the least with
// the browser's own IndexedDB (plain-ledger.ts), under the same rush in the same run.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Action } from '../../utils/domain/records';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { waitFor } from '../e2e/harness/session';
import { openBare } from './bare-browser';
import { RECORDING } from './budgets';
import { serveFields } from './fields-page';
import { head, median, row, spread, verdict } from './table';

const PORTALS = ['plain-a', 'plain-b', 'plain-c', 'plain-a', 'plain-b'];
const PATIENCE_MS = 180_000;
const PER_TAB = RECORDING.submissions / RECORDING.tabs;
const RUSH = { count: PER_TAB, everyMs: RECORDING.withinMs / PER_TAB };
const CALM = { count: 40, everyMs: 250 };

interface Tab {
  cdp: CDPSession;
  world: number;
  portalId: string;
}
interface Sent {
  attempt: number[];
  evidence: number[];
  tookMs: number;
}

interface Times {
  calm: Sent;
  rush: Sent[];
}

export async function run(): Promise<{ passed: boolean; text: string }> {
  const server = await serveFields();
  try {
    const bare = await openBare('recording');
    const plain = await drive(() => bare.browser.newPage(), server.port).finally(bare.close);
    const session = await openSession('chromium');
    try {
      await startRecording(session);
      const own = await drive(session.newPage, server.port);
      const actions = await waitFor(
        'all submissions',
        async () => {
          const rows = (await session.readDatabase<Action>('actions')).filter(
            ({ outcome }) => outcome === 'accepted',
          );
          return rows.length >= RECORDING.submissions + CALM.count ? rows : null;
        },
        60_000,
      ).catch(() => session.readDatabase<Action>('actions'));
      const entries = await session.readDatabase<{ hashes: string[] }>('entries');
      return judge(plain, own, actions, entries);
    } finally {
      await session.close();
    }
  } finally {
    server.close();
  }
}

async function drive(newPage: () => Promise<Page>, port: number): Promise<Times> {
  const tabs: Tab[] = [];
  for (const portal of PORTALS) tabs.push(await openTab(await newPage(), portal, port));
  const calm = await submit(tabs[0] as Tab, 0, RECORDING.submissions, CALM);
  const rush = await Promise.all(tabs.map((tab, at) => submit(tab, at, at * PER_TAB, RUSH)));
  return { calm, rush };
}

/** A page of the portal and the page script's own world in it. */
async function openTab(page: Page, portalId: string, port: number): Promise<Tab> {
  const cdp = await page.createCDPSession();
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  await page.goto(`http://${portalId}.test:${port}/form/x`, { waitUntil: 'load' });
  const world = await waitFor('the page script', () => worlds.at(-1) ?? null);
  return { cdp, world, portalId };
}

/**
 * Paced from here: the timers of a tab that is not in front beat once a second. The answers are fetched at the end,
 * however late they are.
 */
async function submit(
  { cdp, world, portalId }: Tab,
  tab: number,
  before: number,
  { count, everyMs }: typeof RUSH,
): Promise<Sent> {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: world,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  // The name that the compiler gives functions is unknown there.
  await evaluate(`globalThis.answers = []; globalThis.submit = (() => {
    const __name = (work) => work;
    return (options) => void (${submitInPage})(options).then(
      (times) => answers.push({ ...times, doneAt: performance.now() }), (error) => answers.push(String(error)));
  })(); 0`);
  const begunAt = await evaluate<number>('performance.now()');
  const startedAt = performance.now();
  for (let at = 0; at < count; at++) {
    const wait = startedAt + at * everyMs - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    const options = { portalId, tab, number: before + at + 1, fields: RECORDING.fields };
    await evaluate(`submit(${JSON.stringify(options)}); 0`);
  }
  const answers = await waitFor(
    'all answers',
    async () => {
      const all =
        await evaluate<({ attempt: number; evidence: number; doneAt: number } | string)[]>('answers');
      return all.length === count ? all : null;
    },
    PATIENCE_MS,
  );
  const times = answers.map((answer) => {
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  });
  return {
    attempt: times.map((time) => time.attempt),
    evidence: times.map((time) => time.evidence),
    tookMs: Math.max(...times.map(({ doneAt }) => doneAt)) - begunAt,
  };
}

/** Runs in the page script's world, by its own means. */
async function submitInPage(options: {
  portalId: string;
  tab: number;
  number: number;
  fields: number;
}): Promise<{ attempt: number; evidence: number }> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
  };
  const send = async (type: string, data: unknown): Promise<number> => {
    const from = performance.now();
    const answer = await chrome.runtime.sendMessage({ type, data });
    if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
    return performance.now() - from;
  };
  const { fields, number, portalId, tab } = options;
  const actionId = number.toString(16).padStart(32, '0');
  const now = Date.now();
  const attempt = await send('attempt', {
    portalId,
    startedAt: now - 60_000,
    at: now,
    activeMs: 50_000,
    fields: { total: fields, edited: fields, typed: fields, pasted: 0, chosen: 0, filled: 0 },
    uploads: { images: 0, videos: 0, documents: 0 },
    values: Array.from({ length: fields }, (_, field) => ({
      value: `第${number}件第${field}项走访记录`,
      mode: 'typed',
      activeMs: 2_000,
    })),
    actionId,
    route: '/form/x',
    kind: 'submission',
    draft: false,
    formKey: `form${tab}`,
    evidence: ['gesture:click'],
    cycle: 'day',
    utcOffsetMin: -new Date().getTimezoneOffset(),
    depth: 0,
  });
  const said = { actionId, evidence: ['message:success'], at: Date.now(), final: true };
  return { attempt, evidence: await send('evidence', said) };
}

function judge(
  plain: Times,
  own: Times,
  actions: readonly Action[],
  entries: readonly { hashes: string[] }[],
): { passed: boolean; text: string } {
  const accepted = actions.filter(({ outcome }) => outcome === 'accepted').length - CALM.count;
  const hashes = entries.reduce((sum, entry) => sum + entry.hashes.length, 0) - CALM.count * RECORDING.fields;
  const counts: [string, number, number][] = [
    ['submissions in the ledger', accepted, RECORDING.submissions],
    ['entries in the ledger', hashes, RECORDING.submissions * RECORDING.fields],
  ];
  const calmly = `${CALM.count} of them ${CALM.everyMs} ms apart`;
  const inRush = (times: Times, of: 'attempt' | 'evidence') => times.rush.flatMap((tab) => tab[of]);
  const waits: [string, (times: Times) => number[]][] = [
    [`attempt, ${calmly}`, ({ calm }) => calm.attempt],
    [`evidence, ${calmly}`, ({ calm }) => calm.evidence],
    ['attempt, in the rush', (times) => inRush(times, 'attempt')],
    ['evidence, in the rush', (times) => inRush(times, 'evidence')],
  ];
  const took = ({ rush }: Times) => Math.max(...rush.map(({ tookMs }) => tookMs));
  // A second for what the last ones still had to wait for.
  const patience = RECORDING.withinMs + 1_000;
  let text = `# A thousand submissions in ten seconds\n\n${RECORDING.submissions} submissions of ${RECORDING.fields} fields from ${RECORDING.tabs} tabs, one every ${RUSH.everyMs} ms in each; from message to answer in ms, median and middle half. Plain: the least with the browser's own IndexedDB, in the same run. Chromium, ${cpus().length} cores, shared. Written by \`npm run bench\`.\n\n`;
  text += head('what', 'plain', 'measured', 'budget', '');
  for (const [what, count, wanted] of counts) text += row(what, '', count, wanted, verdict(count === wanted));
  for (const [what, of] of waits) {
    const holds = median(of(own)) <= RECORDING.medianMs;
    text += row(what, spread(of(plain)), spread(of(own)), RECORDING.medianMs, verdict(holds));
  }
  const inTime = took(own) <= patience;
  text += row('all answered after', took(plain).toFixed(0), took(own).toFixed(0), patience, verdict(inTime));
  const isWhole = counts.every(([, count, wanted]) => count === wanted);
  const isQuick = waits.every(([, of]) => median(of(own)) <= RECORDING.medianMs);
  return { passed: isWhole && isQuick && inTime, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/recording.md'), text);
