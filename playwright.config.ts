// Real browsers. Playwright Test is the runner; most files drive puppeteer-core themselves, because
// Playwright makes every page believe that it is visible and focused.
import { defineConfig } from '@playwright/test';

/** A zone in which it is about noon: a day that is played must not end in the middle of it. */
function zoneAtNoon(): string {
  const east = 12 - new Date().getUTCHours();
  // POSIX counts westwards.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
// Workers read this file later and take the same one; browsers inherit it.
process.env.TEST_ZONE ??= zoneAtNoon();
process.env.TZ = process.env.TEST_ZONE;

const projects = [
  { name: 'chromium', testIgnore: 'policy-firefox.e2e.ts' },
  {
    name: 'firefox',
    // The sensors' pages run in both.
    testMatch: [
      'page/*.page.ts',
      ...['detection', 'time-table', 'permissions', 'privacy', 'policy-firefox'].map(
        (name) => `${name}.e2e.ts`,
      ),
    ],
  },
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
