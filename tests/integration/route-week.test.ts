import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { shiftDate } from '../../utils/domain/local-day';
import { openDatabase } from '../../utils/storage/database';
import { readRouteWeek } from '../../utils/storage/route-week';
import { writeSettings } from '../../utils/storage/settings';
import { action, span } from '../fixtures/facts';

it('counts this person’s seven days on one route of one portal, and nothing else', async () => {
  const db = openDatabase('route-week');
  await writeSettings(db, { personId: 'p' });
  const today = '2026-11-25';
  let made = 0;
  const row = (more: object) => ({
    personId: 'p',
    portalId: 'a',
    route: '/web/#/report/:n',
    localDate: today,
    id: `row-${made++}`,
    ...more,
  });
  const elsewhere = [
    row({ portalId: 'b' }),
    row({ route: '/web/#/report' }),
    row({ personId: 'q' }),
    row({ localDate: shiftDate(today, -7) }),
    row({ localDate: shiftDate(today, 1) }),
  ];
  const here = [row({}), row({ localDate: shiftDate(today, -6) })];
  await db.spans.bulkAdd([...here, ...elsewhere].map((more) => ({ ...span({ startedAt: 1e12 }), ...more })));
  const acts = [row({ kind: 'checkIn' }), row({ kind: 'submission' }), row({ kind: 'submission' })];
  await db.actions.bulkAdd([...acts, ...elsewhere].map((more) => ({ ...action({ at: 1e12 }), ...more })));
  expect(await readRouteWeek(db, 'a', '/web/#/report/:n', today)).toEqual({
    spans: 2,
    checkIns: 1,
    submissions: 2,
  });
  expect(await readRouteWeek(db, 'a', '/none', today)).toEqual({ spans: 0, checkIns: 0, submissions: 0 });
});
