// A local page with the sensors in it, in a real engine and under real input, and no extension around them.
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { decideOutcome } from '../../utils/domain/outcomes';
import type { AttemptSignal, EvidenceSignal } from '../../utils/messaging/protocol';
import { chromiumPath, firefoxPath } from '../e2e/harness/browsers';
import { ROOT } from '../e2e/harness/build';
import { type BrowserKind, waitFor } from '../e2e/harness/session';

export interface Stage {
  open(html: string): Promise<Page>;
  close(): Promise<void>;
}

/** An attempt as the page alone tells it. Without the network's word it may stay `unknown`. */
export interface Seen {
  attempt: AttemptSignal;
  evidence: string[];
  outcome: string;
}

export async function openStage(kind: BrowserKind): Promise<Stage> {
  const sensors = await bundleSensors();
  const pages = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    // Any other address takes what is sent to it.
    response.writeHead(200, { 'content-type': html ? 'text/html; charset=utf-8' : 'application/json' });
    response.end(html ?? '{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const browser = await launch(kind);
  return {
    async open(html) {
      const path = `/page-${pages.size}`;
      pages.set(path, `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>page</title>${html}`);
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(sensors);
      await page.goto(`http://127.0.0.1:${address.port}${path}`);
      await page.bringToFront();
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** All attempts of the page so far, with the marks that it left and what these decide. */
export async function seenIn(page: Page): Promise<Seen[]> {
  const signals = (await page.evaluate('sentSignals')) as { type: string; data: unknown }[];
  const of = <T>(type: string) => signals.filter((one) => one.type === type).map((one) => one.data as T);
  const seen = new Map<string, Seen>();
  for (const attempt of of<AttemptSignal>('attempt')) {
    const known = seen.get(attempt.actionId)?.evidence ?? [];
    seen.set(attempt.actionId, { attempt, evidence: [...known, ...attempt.evidence], outcome: '' });
  }
  for (const { actionId, evidence } of of<EvidenceSignal>('evidence'))
    seen.get(actionId)?.evidence.push(...evidence);
  for (const one of seen.values()) one.outcome = decideOutcome(one.attempt.kind, one.evidence).outcome;
  return [...seen.values()];
}

/** Waits until the page's attempts are these outcomes, and returns them. */
export async function waitForOutcomes(page: Page, outcomes: readonly string[]): Promise<Seen[]> {
  let last: Seen[] = [];
  try {
    return await waitFor('the outcomes', async () => {
      last = await seenIn(page);
      return last.map(({ outcome }) => outcome).join() === outcomes.join() ? last : null;
    });
  } catch {
    const told = last.map(({ outcome, evidence }) => `${outcome} (${evidence.join(' ')})`);
    throw new Error(`expected [${outcomes.join()}], got [${told.join('; ')}]`);
  }
}

/** For a page's script: a status line, `say`, and `post`, which asks the server and then says so. */
export const SAY = `const said = document.createElement('div'); said.setAttribute('role', 'status'); document.body.append(said);
  const say = (text) => { said.textContent = text; };
  const post = async (answer) => { await (await fetch('/save', { method: 'POST', body: '{}' })).json(); say(answer); };
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`;

export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector);
  await page.keyboard.type(text);
}

async function bundleSensors(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tests/page/in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

const launch = (kind: BrowserKind): Promise<Browser> =>
  kind === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), headless: true })
    : puppeteer.launch({
        executablePath: chromiumPath(),
        headless: true,
        args: [
          '--disable-background-networking',
          '--no-first-run',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ],
      });
