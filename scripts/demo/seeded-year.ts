// `npm start -- --seed year`: a ledger with a made-up year in it, so that the reports can be looked at. On a
// desktop it opens in a browser and stays until Ctrl+C; without a display its pages are saved as pictures under
// .output/demo/. Nobody's record: the same seed makes the same year on every machine.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt, ROOT } from '../../tests/e2e/harness/build';
import { fillLedger, pageOf } from '../../tests/e2e/harness/fill-ledger';
import { chromiumArguments, chromiumExtensionId } from '../../tests/e2e/harness/launch-chromium';
import { painted } from '../../tests/e2e/harness/painted';
import { openSession, startRecording } from '../../tests/e2e/harness/recording';
import type { Session } from '../../tests/e2e/harness/session';
import { dateKeyAt } from '../../utils/domain/local-day';
import { findBrowsers } from '../find-browser.mjs';

/** An ordinary office: some 70 stretches of screen time and 14 acts on each of six days a week. */
const ORDINARY_YEAR = { seed: 2026, days: 365, portals: 12, spans: 22_000, actions: 4_400 };
const SHOTS = join(ROOT, '.output', 'demo');
const VIEWS: { name: string; address: string; width: number; pick?: string }[] = [
  { name: 'popup', address: 'popup.html', width: 376 },
  { name: 'day', address: 'report.html', width: 1_000 },
  { name: 'month', address: 'report.html', width: 1_000, pick: 'month' },
  { name: 'quarter', address: 'report.html', width: 1_000, pick: 'quarter' },
  { name: 'statement', address: 'report.html#statement', width: 1_000 },
  { name: 'record', address: 'report.html#record', width: 1_000 },
];

const headless = process.argv.includes('--headless');
const { chromium, edge } = findBrowsers();
const kind = headless || chromium || edge ? 'chromium' : 'firefox';
console.log('Building the extension …');
const built = await ensureBuilt('managed', kind);
const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-year-'));
if (headless) await takePictures();
else if (kind === 'chromium') await openInChromium(chromium ?? edge ?? '');
else await openInFirefox();

/** Consent first, as everywhere: without it there is nobody whose ledger it could be. */
async function fillYear(session: Session): Promise<void> {
  await startRecording(session);
  const utcOffsetMin = -new Date().getTimezoneOffset();
  const page = await session.openExtensionPage('welcome.html');
  await fillLedger(pageOf(page), {
    ...ORDINARY_YEAR,
    utcOffsetMin,
    today: dateKeyAt(Date.now(), utcOffsetMin),
  });
  await page.close();
  console.log(
    `Filled in ${ORDINARY_YEAR.days} days: ${ORDINARY_YEAR.spans} spans, ${ORDINARY_YEAR.actions} check-ins and submissions.`,
  );
}

async function takePictures(): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  try {
    const chinese = await openSession('chromium', { profile, firstRun: true, locale: 'zh-CN' });
    await fillYear(chinese)
      .then(() => shoot(chinese, 'zh-CN', ['light', 'dark']))
      .finally(() => chinese.close());
    const english = await openSession('chromium', { profile, locale: 'en-US' });
    await shoot(english, 'en', ['light']).finally(() => english.close());
    console.log(`Pictures: ${relative(process.cwd(), SHOTS) || '.'}`);
  } finally {
    await forget();
  }
}

async function shoot(session: Session, language: string, schemes: readonly string[]): Promise<void> {
  for (const { name, address, width, pick } of VIEWS) {
    const page = await session.openExtensionPage(address);
    await page.setViewport({ width, height: 600, deviceScaleFactor: 2 });
    await painted(page);
    if (pick) {
      await page.click(`[data-range="${pick}"]`);
      await page.waitForSelector(`[data-range="${pick}"][aria-pressed="true"]`);
    }
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const path = join(SHOTS, `year-${name}-${language}-${scheme}.png`) as `${string}.png`;
      await page.screenshot({ path, fullPage: true });
    }
    await page.close();
  }
}

/** Filled by a driver, then opened without one: the person's own browser window, only with another profile. */
async function openInChromium(program: string): Promise<void> {
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const session = await openSession('chromium', { profile, firstRun: true, locale });
  await fillYear(session).finally(() => session.close());
  const report = `chrome-extension://${await chromiumExtensionId(built)}/report.html`;
  const flags = [`--user-data-dir=${profile}`, '--no-default-browser-check', report];
  const child = spawn(program, [...chromiumArguments(built, locale), ...flags], { stdio: 'ignore' });
  await untilEnded(child);
  await forget();
}

async function openInFirefox(): Promise<void> {
  const session = await openSession('firefox', { profile, headless: false });
  await fillYear(session);
  await session.openExtensionPage('report.html');
  const child = session.browser.process();
  if (child) await untilEnded(child);
  await forget();
}

function untilEnded(child: ChildProcess): Promise<void> {
  console.log('Opened the report of a made-up year. Ctrl+C ends.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill());
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function forget(): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
