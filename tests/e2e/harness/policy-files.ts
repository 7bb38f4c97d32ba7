// Policy files of the system's browsers, for tests that may write them: CI=1, or POLICY_TESTS=1 when asked. A
// file that somebody else put there is never touched, and whatever was made here goes again.
import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const MAY_WRITE_POLICIES =
  (Boolean(process.env.CI) || process.env.POLICY_TESTS === '1') && process.getuid?.() === 0;

export const CHROMIUM_POLICY = '/etc/chromium/policies/managed/fingertip-ledger-test.json';
export const FIREFOX_POLICY = '/usr/lib/firefox-esr/distribution/policies.json';

export interface PolicyFile {
  write(content: string): Promise<void>;
  remove(): Promise<void>;
}

export function policyFile(path: string): PolicyFile {
  if (existsSync(path)) throw new Error(`${path} is there already and is not ours`);
  const made: string[] = [];
  return {
    async write(content) {
      for (let folder = dirname(path); !existsSync(folder); folder = dirname(folder)) made.push(folder);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    },
    async remove() {
      await rm(path, { force: true });
      for (const folder of made) await rmdir(folder).catch(() => undefined);
    },
  };
}

export const kitPolicy = (kit: string, browser: 'chromium' | 'firefox'): string =>
  join(kit, browser === 'chromium' ? 'linux/chromium/fingertip-ledger.json' : 'firefox/policies.json');
