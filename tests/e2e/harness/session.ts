// A real browser with the built extension in it: one shape for Chromium and Firefox, so that a test says what
// a person does and not which protocol drives it.
import type { Browser, Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

/** The global scope of an extension page: `chrome` answers with promises in both browsers. */
export type ExtensionScope = typeof globalThis & { chrome: ExtensionApi };

export type BrowserKind = 'chromium' | 'firefox';

export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** The browser's profile folder. */
  readonly profile: string;
  extensionUrl(path: string): string;
  newPage(): Promise<Page>;
  /** Opens `popup.html` and so on in a tab, and waits until its document is there. */
  openExtensionPage(name: string): Promise<Page>;
  /**
   * All rows of one store of `fingertip-ledger`; empty when the database or the store isn't there yet.
   * It opens a tab of its own for a moment, which takes the focus: read at the end of whatever is timed.
   */
  readDatabase<T>(store: string): Promise<T[]>;
  /** Everything the extension keeps: all stores and all storage areas, as one JSON text. */
  readEverything(): Promise<string>;
  /** Ends the browser at once, as a crash or a power cut does. */
  kill(): Promise<void>;
  /** Ends the background worker as the browser does after 30 s of rest; the next event wakes it. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The unpacked build. */
  extension: string;
  /** Firefox only: install this zip of the same build, as a store hands it out. */
  archive?: string;
  /** Host names that must resolve to loopback; Chromium maps every `.test` name anyway. */
  hosts?: readonly string[];
  /** A profile from before, which `close` then leaves alone; otherwise a new one that it throws away. */
  profile?: string;
  /** The installation opens its welcome page in this run; so it is in a new profile. */
  firstRun?: boolean;
  /** Leave that page open: for a person, not for a test. */
  keepWelcome?: boolean;
  /** The interface's language, such as `zh-CN` (Chromium only: Debian's Firefox has no language packs). */
  locale?: string;
  headless?: boolean;
  args?: readonly string[];
  prefs?: Readonly<Record<string, unknown>>;
  env?: Readonly<Record<string, string>>;
}

/** Waits until `read` gives something other than null, asking again every 100 ms. */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T | null> | T | null,
  patienceMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    if (Date.now() > deadline) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** null when there is none in two seconds: a page that is just being exchanged for another may never answer. */
export function answerOf<T>(question: Promise<T>): Promise<T | null> {
  const none = new Promise<null>((resolve) => setTimeout(resolve, 2_000, null));
  return Promise.race([question.catch(() => null), none]);
}
