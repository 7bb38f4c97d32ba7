// The store build asks for hosts: import a config, consent, grant, and a visit is recorded. In Chromium the
// dialog is the browser's own, so it gets a screen and a hand on the keyboard.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Span } from '../../utils/domain/records';
import { servePortals } from '../portals/serve';
import { configFor, hostsOf } from './config-for';
import { grantedHosts, grantHosts } from './harness/grant-hosts';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { importFile, openSession, press, settledActions, waitForRegistration } from './harness/recording';
import { openScreen } from './harness/screen';
import type { BrowserKind } from './harness/session';

test('the store build: import, consent, grant, and a visit is recorded', async ({ browserName: _ }, info) => {
  test.setTimeout(180_000);
  const kind = info.project.name as BrowserKind;
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-store-'));
  const file = join(folder, 'county.json');
  await writeFile(file, JSON.stringify(configFor(PLAIN_PORTALS, 'some-county')));
  const server = await servePortals(PLAIN_PORTALS);
  const screen = kind === 'chromium' ? await openScreen() : null;
  const session = await openSession(kind, {
    build: 'store',
    hosts: hostsOf(PLAIN_PORTALS),
    ...(screen ? { headless: false, env: screen.env } : {}),
  });
  try {
    expect(await importFile(session, file)).toBe('accepted');

    const welcome = await session.openExtensionPage('welcome.html');
    await press(welcome, 'start-recording');
    expect(await grantedHosts(welcome), 'nothing is granted by itself').toEqual([]);
    await grantHosts(welcome, screen);
    const granted = await grantedHosts(welcome);
    expect(granted.sort()).toEqual(
      hostsOf(PLAIN_PORTALS)
        .map((host) => `http://${host}/*`)
        .sort(),
    );
    await waitForRegistration(welcome);
    await welcome.close();

    const page = await session.newPage();
    await page.goto(`http://plain-a.test:${server.port}/`);
    await fillPlain(page, HOUSEHOLD);
    await sendPlain(page);
    await page.goto('about:blank');
    const rows = await settledActions(session);
    expect(rows.map((row) => [row.portalId, row.outcome])).toEqual([['plain-a', 'accepted']]);
    const spans = await session.readDatabase<Span>('spans');
    expect(spans.some((span) => span.portalId === 'plain-a' && span.openMs > 0)).toBe(true);
  } finally {
    await session.close();
    screen?.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
