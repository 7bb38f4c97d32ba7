// A new administrator with the guide in hand: from a table of thirty systems to a policy in force in a clean
// profile, in exactly the steps that docs/administrators.md numbers.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import type { StoredConfig } from '../../utils/storage/database';
import { ROOT } from './harness/build';
import { DATABASE, readStoreInPage } from './harness/database';
import { makeKit, serveKit } from './harness/deploy-kit';
import { allowDownloads, choose, fill, problemCount } from './harness/editing';
import { launchWithPolicies, openPageOf, waitForPage } from './harness/policy-browser';
import { CHROMIUM_POLICY, kitPolicy, MAY_WRITE_POLICIES, policyFile } from './harness/policy-files';
import { openSession, press } from './harness/recording';
import { type Session, waitFor } from './harness/session';

// Alone: every browser of this computer sees the policy.
test.skip(!MAY_WRITE_POLICIES, 'writes policies of the system: only with CI=1 or POLICY_TESTS=1, as root');

const TABLE = join(ROOT, 'tests/fixtures/thirty-systems-gbk.csv');
/** What the policy of a test adds: without it nobody may look into what a policy installed. */
const TEST_MAY_LOOK = { DeveloperToolsAvailability: 1 };

test('from a table of thirty systems to a policy in force, in the guide’s own steps @alone', async () => {
  test.setTimeout(300_000);
  const guide = await readFile(join(ROOT, 'docs/administrators.md'), 'utf8');
  const steps = [...guide.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, text]) => ({ number, text }));
  const done: string[] = [];
  /** Says which step of the guide this is, by words that the guide has there. */
  const step = async (words: string, work: () => Promise<unknown>) => {
    const { number, text } = steps[done.length] ?? {};
    expect(number, words).toBe(String(done.length + 1));
    expect(text).toContain(words);
    await work();
    done.push(words);
  };

  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-administrator-'));
  const [kit, web] = [join(folder, 'kit'), join(folder, 'server')];
  const server = await serveKit(() => web);
  const policy = policyFile(CHROMIUM_POLICY);
  let office: Session | null = null;
  let browser: Browser | null = null;
  try {
    office = await openSession('chromium', { build: 'store' });
    const page = await office.openExtensionPage('configs.html#edit');
    await allowDownloads(page, folder);
    await step('导入表格（CSV）', async () => {
      await choose(page, 'open-table', TABLE);
      await waitFor('the rows', async () => ((await rowsOf(page)) === 30 ? true : null));
    });
    await step('填名录名称和编号', async () => {
      await fill(page, '名录名称', '某县政务系统名录');
      await fill(page, '编号', 'xx-county');
      expect(await problemCount(page)).toBe(0);
    });
    await step('试一个网址', async () => {
      await page.type('.address-tester input', 'https://cunwu.example.gov.cn/web/index');
      expect(await page.$eval('[data-tested]', (one) => one.textContent)).toContain('村务管理平台');
    });
    let list = '';
    await step('存成名录文件', async () => {
      await press(page, 'save-list');
      list = await waitFor('the file', async () => {
        const name = (await readdir(folder)).find((each) => each.endsWith('.json'));
        return name ? join(folder, name) : null;
      });
    });
    await office.close();
    office = null;
    await step('运行', async () => {
      const key = ['--key', join(folder, 'county-crx.pem'), '--new-key'];
      await makeKit('--config', list, '--url', server.url, ...key, '--out', kit);
    });
    await step('`web/`', () => cp(join(kit, 'web'), join(web, 'web'), { recursive: true }));
    let id = '';
    await step('策略文件', async () => {
      const written = JSON.parse(await readFile(kitPolicy(kit, 'chromium'), 'utf8'));
      id = Object.keys(written['3rdparty'].extensions)[0] ?? '';
      await policy.write(JSON.stringify({ ...written, ...TEST_MAY_LOOK }));
    });
    await step('重启浏览器', async () => {
      browser = await launchWithPolicies(join(folder, 'profile'));
      const welcome = await waitForPage(browser, `chrome-extension://${id}/welcome.html`);
      const inForce = await waitFor('the policy’s list', () => managedList(welcome), 30_000);
      expect([inForce.id, inForce.portals.length]).toEqual(['xx-county', 30]);
      const sources = await openPageOf(browser, id, 'configs.html#sources');
      await sources.waitForSelector('[data-in-force=managed]');
    });
    expect(done.length, 'no step of the guide is left').toBe(steps.length);
    expect(guide).toContain(`一共 ${steps.length} 步`);
  } finally {
    await office?.close();
    await (browser as Browser | null)?.close();
    await policy.remove();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

const rowsOf = async (page: Page) => (await page.$$('.portal-rows li')).length;

async function managedList(page: Page): Promise<StoredConfig['config'] | null> {
  const rows = (await page.evaluate(readStoreInPage, DATABASE, 'configs')) as StoredConfig[];
  return rows.find(({ id }) => id === 'managed')?.config ?? null;
}
