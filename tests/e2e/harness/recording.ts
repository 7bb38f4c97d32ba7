// What a person does once before anything is measured, and what a test waits for afterwards.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Action } from '../../../utils/domain/records';
import { type BuildKind, ensureBuilt } from './build';
import { launchChromium } from './launch-chromium';
import { launchFirefox } from './launch-firefox';
import { type BrowserKind, type ExtensionScope, type LaunchOptions, type Session, waitFor } from './session';

type Manifest = Record<string, unknown>;

export interface OpenOptions extends Omit<LaunchOptions, 'extension'> {
  build?: BuildKind;
  /** What this run's copy of the build is to differ in. */
  changeManifest?: (manifest: Manifest) => Manifest;
}

/** A copy: whoever builds meanwhile must not pull the files from under a running browser. */
async function copyBuild(built: string, change: OpenOptions['changeManifest']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-build-'));
  const extension = join(folder, 'extension');
  await cp(built, extension, { recursive: true });
  if (!change) return extension;
  const file = join(extension, 'manifest.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as Manifest)));
  return extension;
}

export async function openSession(kind: BrowserKind, options: OpenOptions = {}): Promise<Session> {
  const built = await ensureBuilt(options.build ?? 'managed', kind);
  const extension = await copyBuild(built, options.changeManifest);
  const discard = () => rm(dirname(extension), { recursive: true, force: true });
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const session = await launch({ ...options, extension });
  return {
    ...session,
    async kill() {
      await session.kill();
      await discard();
    },
    async close() {
      await session.close();
      await discard();
    },
  };
}

/** Consent on the welcome page; then waits until portal pages really get the content script. */
export async function startRecording(session: Session): Promise<void> {
  const page = await session.openExtensionPage('welcome.html');
  await press(page, 'start-recording');
  await waitForRegistration(page);
  await page.close();
}

/** Clicks the one control with this `data-action`, as a person does. */
export async function press(page: Page, action: string): Promise<void> {
  const button = await waitFor(`[data-action="${action}"]`, () =>
    page.$(`[data-action="${action}"]:not([disabled])`),
  );
  await button.click();
}

export interface ShownProblem {
  code: string;
  path: string;
}

/** Gives a freshly loaded configs.html a file to import, and waits for its answer. */
export async function importFile(session: Session, file: string): Promise<ShownProblem[] | 'accepted'> {
  const page = await session.openExtensionPage('configs.html');
  const input = await waitFor('the file input', () => page.$('input[type=file]'));
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  const answer = await waitFor('an answer to the import', () =>
    page.evaluate(() => {
      const problems = [...document.querySelectorAll('[role=alert] [data-problem]')].map((one) => ({
        code: one.getAttribute('data-problem') ?? '',
        path: one.querySelector('code')?.textContent ?? '',
      }));
      if (problems.length > 0) return problems;
      const said = document.querySelector('.import [role=status] p')?.textContent ?? '';
      // "Reading …" comes first and has no count of portals in it.
      return /\d/.test(said) ? ('accepted' as const) : null;
    }),
  );
  await page.close();
  return answer;
}

/** `page` is any page of the extension: those may ask what is registered. */
export async function waitForRegistration(page: Page): Promise<void> {
  await waitFor('the content script to be registered', async () => {
    const count = await page.evaluate(async () => {
      const { scripting } = (globalThis as ExtensionScope).chrome;
      return (await scripting.getRegisteredContentScripts()).length;
    });
    return count > 0 ? true : null;
  });
}

/**
 * All actions, once there are so many and the extension watches none of them any more (or after `patienceMs`, as they
 * are). On a busy machine an act may be told of a while after its page has its answer.
 */
export async function settledActions(session: Session, patienceMs = 15_000, least = 0): Promise<Action[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const rows = await session.readDatabase<Action>('actions');
    const isDone = rows.length >= least && rows.every((row) => row.settledAt !== null);
    if (isDone || Date.now() > deadline) return rows;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
