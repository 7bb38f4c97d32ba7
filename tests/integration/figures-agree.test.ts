// The figures of report and popup against a recomputation from the raw rows that shares no code with the day
// sums: second by second where time is concerned. They agree to the unit over any history.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKeyAt, shiftDate } from '../../utils/domain/local-day';
import type { Action, Correction, DateKey, Span } from '../../utils/domain/records';
import { rangeOf, unitAround } from '../../utils/domain/report-range';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import type { Overview } from '../../utils/storage/overview';
import { addPerson } from '../../utils/storage/people-store';
import { readOverview, readOverviews } from '../../utils/storage/queries';
import { readReportRest } from '../../utils/storage/report';
import { writeSettings } from '../../utils/storage/settings';
import { action, span } from '../fixtures/facts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const TODAY: DateKey = '2026-11-24';
const OFFSET = 480;
const PORTALS = ['a', 'b', 'public'];

/** A day's spans follow each other, in whole seconds, so that a second is wholly active or not at all. */
const daySpans = (date: DateKey) =>
  fc
    .array(
      fc.record({
        portalId: fc.constantFrom(...PORTALS),
        away: fc.integer({ min: 1, max: 3 * 3_600 }),
        seconds: fc.integer({ min: 1, max: 1_200 }),
        quiet: fc.option(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 16, max: 900 }))),
      }),
      { maxLength: 6 },
    )
    .map((stays): Span[] => {
      let at = Date.parse(`${date}T00:00:00Z`) - OFFSET * 60_000;
      const end = at + 24 * HOUR;
      return stays.flatMap(({ portalId, away, seconds, quiet }) => {
        const startedAt = at + away * SECOND;
        at = startedAt + seconds * SECOND;
        if (at > end) return [];
        const [from, length] = quiet ?? [0, 0];
        const kept = Math.min(length, seconds - from);
        const gaps = kept > 15 ? [[from * SECOND, kept * SECOND] as const] : [];
        return [{ ...span({ portalId, startedAt, ms: seconds * SECOND, gaps: [...gaps] }), localDate: date }];
      });
    });

const dayActions = (date: DateKey) =>
  fc.array(
    fc
      .record({
        hour: fc.integer({ min: 0, max: 23 }),
        portalId: fc.constantFrom(...PORTALS),
        kind: fc.constantFrom('checkIn' as const, 'submission' as const),
        outcome: fc.constantFrom(
          'accepted' as const,
          'rejected' as const,
          'failed' as const,
          'unknown' as const,
        ),
        confidence: fc.constantFrom('confirmed' as const, 'probable' as const),
        activeMs: fc.integer({ min: 0, max: 600_000 }),
        images: fc.integer({ min: 0, max: 3 }),
        formKey: fc.uuid(),
        struck: fc.boolean(),
      })
      .map(({ hour, images, struck, ...facts }) => ({
        struck,
        row: action({
          ...facts,
          at: Date.parse(`${date}T00:00:00Z`) - OFFSET * 60_000 + hour * HOUR,
          localDate: date,
          uploads: { images, videos: 0, documents: 0 },
        }),
      })),
    { maxLength: 5 },
  );

const histories = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
  .map((ago) => ago.map((days) => shiftDate(TODAY, -days)))
  .chain((dates) =>
    fc.record({
      spans: fc.tuple(...dates.map(daySpans)).map((days) => days.flat()),
      actions: fc.tuple(...dates.map(dayActions)).map((days) => days.flat()),
    }),
  );

/** Active seconds, one after another: a second of a gap counts while the last input is at most `idle` s ago. */
function activeSeconds({ startedAt, endedAt, gaps }: Span, idle: number): number[] {
  const seconds: number[] = [];
  for (let at = startedAt; at < endedAt; at += SECOND) {
    const quiet = gaps.find(([from, length]) => at >= startedAt + from && at < startedAt + from + length);
    if (!quiet || at < startedAt + quiet[0] + idle * SECOND) seconds.push(at);
  }
  return seconds;
}

async function fillWith(
  name: string,
  spans: Span[],
  actions: { row: Action; struck: boolean }[],
): Promise<Ledger> {
  const db = openDatabase(name);
  await addPerson(db, 'p', '', 0);
  await writeSettings(db, { consentAt: 1, personId: 'p' });
  await db.configHistory.add({
    configId: 'x',
    version: 1,
    hash: 'c',
    source: 'imported',
    title: {},
    calendar: { workdays: [], holidays: [] },
    from: 0,
    portals: Object.fromEntries(
      PORTALS.map((id) => [id, { title: { en: id }, category: 'reporting', burden: id !== 'public' }]),
    ),
  });
  await db.spans.bulkAdd(spans);
  await db.actions.bulkAdd(actions.map(({ row }) => row));
  const strikes = actions.filter(({ struck }) => struck);
  await db.corrections.bulkAdd(
    strikes.map(
      ({ row }): Correction => ({
        id: `s${row.id}`,
        personId: 'p',
        targetId: row.id,
        kind: 'strike',
        value: null,
        at: 1,
        undoneAt: null,
      }),
    ),
  );
  await repairDays(db);
  return db;
}

/** From the raw rows alone. */
function recompute(spans: readonly Span[], actions: readonly Action[], idle: number) {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const active = (rows: readonly Span[]) => sum(rows.map((row) => activeSeconds(row, idle).length)) * SECOND;
  const accepted = actions.filter(({ outcome }) => outcome === 'accepted');
  const checkIns = accepted.filter(({ kind }) => kind === 'checkIn');
  const submissions = accepted.filter(({ kind }) => kind === 'submission');
  return {
    activeMs: active(spans),
    burdenMs: active(spans.filter(({ portalId }) => portalId !== 'public')),
    openMs: sum(spans.map(({ startedAt, endedAt }) => endedAt - startedAt)),
    visits: new Set(spans.filter(({ openMs }) => openMs >= SECOND).map(({ visitId }) => visitId)).size,
    checkIns: checkIns.length,
    checkInsAttempted: actions.filter(({ kind, outcome }) => kind === 'checkIn' && outcome !== 'accepted')
      .length,
    checkInMs: sum(checkIns.map(({ activeMs }) => activeMs)),
    submissions: submissions.length,
    submissionsProbable: submissions.filter(({ confidence }) => confidence === 'probable').length,
    submissionMs: sum(submissions.map(({ activeMs }) => activeMs)),
    rejected: actions.filter(
      ({ kind, outcome }) => kind === 'submission' && (outcome === 'rejected' || outcome === 'failed'),
    ).length,
    uploadImages: sum(accepted.map(({ uploads }) => uploads.images)),
  };
}

const shownBy = ({ totals }: Overview, keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, totals[key as keyof typeof totals]]));

describe('the figures', () => {
  it('agree to the unit on report, popup and a recomputation from raw rows', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const),
        fc.constantFrom(30, 60, 120, 300),
        async ({ spans, actions }, unit, idle) => {
          const db = await fillWith(`agree-${made++}`, spans, actions);
          await writeSettings(db, { idleTimeoutMs: idle * SECOND });
          const range = rangeOf({ unit, anchor: TODAY }, TODAY);
          const now = Date.parse(`${TODAY}T23:59:59Z`) - OFFSET * 60_000;
          const report = {
            overview: await readOverview(db, range.from, range.to, 'en', now),
            before: (await readReportRest(db, range, TODAY, 'en', now)).before,
          };
          const isIn = ({ localDate }: { localDate: DateKey }, { from, to } = unitAround(unit, TODAY)) =>
            from <= localDate && localDate <= to;
          const counted = actions.filter(({ struck }) => !struck).map(({ row }) => row);
          const expected = recompute(
            spans.filter((row) => isIn(row)),
            counted.filter((row) => isIn(row)),
            idle,
          );
          expect(shownBy(report.overview, Object.keys(expected))).toEqual(expected);
          // What a burden office is told is of the burden portals alone.
          const burden = recompute(
            spans.filter((row) => isIn(row) && row.portalId !== 'public'),
            counted.filter((row) => isIn(row) && row.portalId !== 'public'),
            idle,
          );
          const told = report.overview.burdenTotals;
          expect(shownBy({ ...report.overview, totals: told }, Object.keys(burden))).toEqual(burden);
          // The stretch before, by the same rule.
          const before = recompute(
            spans.filter((row) => isIn(row, range.before)),
            counted.filter((row) => isIn(row, range.before)),
            idle,
          );
          expect(shownBy(report.before, Object.keys(before))).toEqual(before);
          // The popup reads today and the last seven days in one go.
          const week = { from: shiftDate(TODAY, -6), to: TODAY };
          const [popup, popupWeek] = (await readOverviews(
            db,
            [{ from: TODAY, to: TODAY }, week],
            'en',
            now,
          )) as [Overview, Overview];
          const today = recompute(
            spans.filter(({ localDate }) => localDate === TODAY),
            counted.filter(({ localDate }) => localDate === TODAY),
            idle,
          );
          expect(shownBy(popup, Object.keys(today))).toEqual(today);
          const lastDays = recompute(
            spans.filter((row) => isIn(row, week)),
            counted.filter((row) => isIn(row, week)),
            idle,
          );
          expect(shownBy(popupWeek, Object.keys(lastDays))).toEqual(lastDays);
          // Parts: portals and days add up to the whole; hours do, at their own T of 60 s.
          const { byPortal, days, totals, hours } = report.overview;
          expect(byPortal.reduce((sum, { burdenMs }) => sum + burdenMs, 0)).toBe(totals.burdenMs);
          expect(days.reduce((sum, { burdenMs }) => sum + burdenMs, 0)).toBe(totals.burdenMs);
          expect(days.reduce((sum, { afterHoursMs }) => sum + afterHoursMs, 0)).toBe(totals.afterHoursMs);
          const byHour = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
          for (const row of spans.filter((one) => isIn(one)))
            for (const at of activeSeconds(row, 60)) {
              const local = new Date(at + OFFSET * 60_000);
              const day = byHour[(local.getUTCDay() + 6) % 7] as number[];
              day[local.getUTCHours()] = (day[local.getUTCHours()] ?? 0) + SECOND;
            }
          expect(hours).toEqual(byHour);
          expect(dateKeyAt(now, OFFSET)).toBe(TODAY);
          await db.delete();
        },
      ),
      { numRuns: 60 },
    );
  });
});
