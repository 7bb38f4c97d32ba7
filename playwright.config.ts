// Real browsers. Playwright Test is the runner; most files drive puppeteer-core themselves, because
// Playwright makes every page believe that it is visible and focused.
import { defineConfig } from '@playwright/test';

const projects = [
  { name: 'chromium' },
  {
    name: 'firefox',
    testMatch: ['detection', 'time-table', 'permissions', 'privacy'].map((name) => `${name}.e2e.ts`),
  },
];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results/e2e',
  // `npm test` runs two files at a time, except those that measure time.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  // One alone: `npx playwright test --project firefox`.
  projects,
});
