// Baselines: a Chromium without any extension, with one whose content script does nothing, with one whose content
// script has four listeners that do nothing, and with one that does the least a meter of time must: it reads what
// was stored for it, hears of changes and questions, and sends one small message every 15 s. Another one records by
// the browser's own means (plain-ledger.ts).
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumPath } from '../e2e/harness/browsers';
import { chromiumArguments, languageOf } from '../e2e/harness/launch-chromium';
import { PLAIN_LEDGER } from './plain-ledger';

export const BASELINES = ['none', 'nothing', 'listening', 'reporting'] as const;
export type Baseline = (typeof BASELINES)[number] | 'recording';

const SCRIPTS: Record<Exclude<Baseline, 'none'>, string> = {
  nothing: '',
  listening: `for (const type of ['keydown', 'input', 'click', 'focusin'])
    document.addEventListener(type, () => {}, { capture: true, passive: true });`,
  reporting: `chrome.storage.local.get(['settings']);
    chrome.storage.local.onChanged.addListener(() => {});
    chrome.runtime.onMessage.addListener(() => {});
    const report = () => chrome.runtime.sendMessage({ type: 'span', data: { at: Date.now() } });
    setInterval(report, 15_000);`,
  recording: '',
};
/** Answers every message at once: what a worker costs before it does anything. */
const WORKER = 'chrome.runtime.onMessage.addListener((message, sender, reply) => { reply({ ok: true }); });';

export interface BareBrowser {
  browser: Browser;
  close(): Promise<void>;
}

export async function openBare(kind: Baseline, args: readonly string[] = []): Promise<BareBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-bare-'));
  const extension = join(folder, 'extension');
  if (kind !== 'none')
    await writeExtension(extension, SCRIPTS[kind], kind === 'recording' ? PLAIN_LEDGER : WORKER);
  const all = chromiumArguments(extension, 'zh-CN');
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    enableExtensions: true,
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    userDataDir: join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 800 },
    args: [...(kind === 'none' ? all.filter((one) => !one.includes('extension')) : all), ...args],
    env: { ...process.env, ...languageOf('zh-CN') },
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function writeExtension(folder: string, script: string, worker: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'bare',
    version: '1',
    permissions: ['storage'],
    background: { service_worker: 'worker.js' },
    content_scripts: [
      { matches: ['*://*.test/*'], js: ['script.js'], all_frames: true, run_at: 'document_start' },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'script.js'), script);
  await writeFile(join(folder, 'worker.js'), worker);
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>bare</title>');
}
