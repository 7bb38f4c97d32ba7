// A thousand submissions of 20 fields in ten seconds from five tabs, sent as the page script sends them: from its
// own world in pages of portals, through the browser's messages, into the ledger. None may be lost. Before that a
// few in no hurry: what one takes when nothing waits before it. Afterwards, late in what is a heavy day by then, the
// same in no hurry once more, and checkpoints of a visit. The baseline is an extension that does the least with the
// browser's own IndexedDB (plain-ledger.ts), under the same rush in the same run.
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
import { submitInPage, visitInPage } from './recording-messages';
import { head, median, row, spread, verdict } from './table';

const PORTALS = ['plain-a', 'plain-b', 'plain-c', 'plain-a', 'plain-b'];
const PATIENCE_MS = 180_000;
const PER_TAB = RECORDING.submissions / RECORDING.tabs;
const RUSH = { count: PER_TAB, everyMs: RECORDING.withinMs / PER_TAB };
const CALM = { count: 40, everyMs: 250 };
/** What makes the day a heavy one: a fifth of the working week's, beside the submissions. */
const VISITS_PER_TAB = 300;
const VISIT_MS = 9_000;
const ALL_AT_ONCE = { count: VISITS_PER_TAB, everyMs: 0 };

interface Tab {
  cdp: CDPSession;
  world: number;
  portalId: string;
}
interface Submission {
  attempt: number;
  evidence: number;
}
interface Checkpoint {
  span: number;
}
type Pace = typeof CALM;
interface Sent<Times> {
  times: Times[];
  tookMs: number;
}

interface Measured {
  calm: Sent<Submission>;
  rush: Sent<Submission>[];
  late: Sent<Submission>;
  checkpoints: Sent<Checkpoint>;
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
          return rows.length >= RECORDING.submissions + 2 * CALM.count ? rows : null;
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

async function drive(newPage: () => Promise<Page>, port: number): Promise<Measured> {
  const openTabs = async (): Promise<Tab[]> => {
    const tabs: Tab[] = [];
    for (const portal of PORTALS) tabs.push(await openTab(await newPage(), portal, port));
    return tabs;
  };
  const submit = (tab: Tab, at: number, before: number, pace: Pace) =>
    send<Submission>(tab, submitInPage, pace, (number) => {
      return { portalId: tab.portalId, tab: at, number: before + number, fields: RECORDING.fields };
    });
  const idOf = (tab: number, number: number) =>
    (number * PORTALS.length + tab).toString(16).padStart(32, '0');
  /** One after another, all of them over. */
  const visit = (tab: Tab, at: number) =>
    send<Checkpoint>(tab, visitInPage, ALL_AT_ONCE, (number) => {
      const startedAt = begunAt - (number * PORTALS.length + at) * (VISIT_MS + 1_000);
      const { portalId } = tab;
      return { portalId, visitId: idOf(at, number), startedAt, endedAt: startedAt + VISIT_MS };
    });
  const checkpoint = ({ portalId }: Tab) => ({
    portalId,
    visitId: idOf(0, VISITS_PER_TAB + 1),
    startedAt: begunAt,
    endedAt: null,
  });
  const begunAt = Date.now();
  const tabs = await openTabs();
  const calm = await submit(tabs[0] as Tab, 0, RECORDING.submissions, CALM);
  const rush = await Promise.all(tabs.map((tab, at) => submit(tab, at, at * PER_TAB, RUSH)));
  // Others: a tab may send only so many messages.
  const later = await openTabs();
  const [first] = later as [Tab];
  await Promise.all(later.map((tab, at) => visit(tab, at)));
  const late = await submit(first, 0, RECORDING.submissions + CALM.count, CALM);
  const checkpoints = await send<Checkpoint>(first, visitInPage, CALM, () => checkpoint(first));
  return { calm, rush, late, checkpoints };
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
async function send<Times extends object>(
  { cdp, world }: Tab,
  inPage: (options: never) => Promise<Times>,
  { count, everyMs }: Pace,
  optionsOf: (number: number) => object,
): Promise<Sent<Times>> {
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
  await evaluate(`globalThis.answers = []; globalThis.sendOne = (() => {
    const __name = (work) => work;
    return (options) => void (${inPage})(options).then(
      (times) => answers.push({ times, doneAt: performance.now() }), (error) => answers.push(String(error)));
  })(); 0`);
  const begunAt = await evaluate<number>('performance.now()');
  const startedAt = performance.now();
  for (let at = 0; at < count; at++) {
    const wait = startedAt + at * everyMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await evaluate(`sendOne(${JSON.stringify(optionsOf(at + 1))}); 0`);
  }
  const answers = await waitFor(
    'all answers',
    async () => {
      const all = await evaluate<({ times: Times; doneAt: number } | string)[]>('answers');
      return all.length === count ? all : null;
    },
    PATIENCE_MS,
  );
  const done = answers.map((answer) => {
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  });
  const tookMs = Math.max(...done.map(({ doneAt }) => doneAt)) - begunAt;
  return { times: done.map(({ times }) => times), tookMs };
}

function judge(
  plain: Measured,
  own: Measured,
  actions: readonly Action[],
  entries: readonly { hashes: string[] }[],
): { passed: boolean; text: string } {
  const accepted = actions.filter(({ outcome }) => outcome === 'accepted').length - 2 * CALM.count;
  const hashes =
    entries.reduce((sum, entry) => sum + entry.hashes.length, 0) - 2 * CALM.count * RECORDING.fields;
  const counts: [string, number, number][] = [
    ['submissions in the ledger', accepted, RECORDING.submissions],
    ['entries in the ledger', hashes, RECORDING.submissions * RECORDING.fields],
  ];
  const calmly = `${CALM.count} of them ${CALM.everyMs} ms apart`;
  const late = `late in that day, ${CALM.everyMs} ms apart`;
  const inRush = ({ rush }: Measured) => rush.flatMap(({ times }) => times);
  const waits: [string, (measured: Measured) => number[]][] = [
    [`attempt, ${calmly}`, ({ calm }) => calm.times.map(({ attempt }) => attempt)],
    [`evidence, ${calmly}`, ({ calm }) => calm.times.map(({ evidence }) => evidence)],
    ['attempt, in the rush', (measured) => inRush(measured).map(({ attempt }) => attempt)],
    ['evidence, in the rush', (measured) => inRush(measured).map(({ evidence }) => evidence)],
    [`attempt, ${late}`, (measured) => measured.late.times.map(({ attempt }) => attempt)],
    [`evidence, ${late}`, (measured) => measured.late.times.map(({ evidence }) => evidence)],
    [`checkpoint, ${late}`, ({ checkpoints }) => checkpoints.times.map(({ span }) => span)],
  ];
  const took = ({ rush }: Measured) => Math.max(...rush.map(({ tookMs }) => tookMs));
  // A second for what the last ones still had to wait for.
  const patience = RECORDING.withinMs + 1_000;
  let text = `# A thousand submissions in ten seconds\n\n${RECORDING.submissions} submissions of ${RECORDING.fields} fields from ${RECORDING.tabs} tabs, one every ${RUSH.everyMs} ms in each; then ${PORTALS.length * VISITS_PER_TAB} visits, and some more late in that day; from message to answer in ms, median and middle half. Plain: the least with the browser's own IndexedDB, in the same run. Chromium, ${cpus().length} cores, shared. Written by \`npm run bench\`.\n\n`;
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
