// Real browsers. Playwright Test is the runner; most files drive puppeteer-core themselves, because
// Playwright makes every page believe that it is visible and focused.
import { defineConfig } from '@playwright/test';
import { zoneAtNoon } from './tests/e2e/harness/zone-at-noon';

// Workers read this file later and take the same one; browsers inherit it.
process.env.TEST_ZONE ??= zoneAtNoon();
process.env.TZ = process.env.TEST_ZONE;

/** What is tried in Firefox as well; the sensors' own pages are, too. */
const IN_FIREFOX = [
  'detection',
  'first-run',
  'hostile-pages',
  'late-answers',
  'main-story',
  'packages-firefox',
  'packed',
  'permissions',
  'pick',
  'policy-firefox',
  'privacy',
  'redirects',
  'run-time',
  'time-table',
];

const projects = [
  { name: 'chromium', testIgnore: ['policy-firefox.e2e.ts', 'packages-firefox.e2e.ts'] },
  { name: 'firefox', testMatch: ['page/*.page.ts', ...IN_FIREFOX.map((name) => `e2e/${name}.e2e.ts`)] },
];

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/*.e2e.ts', 'page/*.page.ts'],
  outputDir: 'test-results/e2e',
  // `npm test` runs several files at a time.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  // One alone: `npx playwright test --project firefox`.
  projects,
});
