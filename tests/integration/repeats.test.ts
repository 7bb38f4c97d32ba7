import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptClaim } from '../../utils/domain/claims';
import { putCorrection, undoCorrection } from '../../utils/storage/correction-store';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import { type Entered, type EntryKey, entryKey, hashEntries } from '../../utils/storage/entry-hash';
import { MOST_SIGHTINGS } from '../../utils/storage/entry-index';
import { dropOldEntries, forgetEntries } from '../../utils/storage/entry-store';
import { readOverview } from '../../utils/storage/queries';
import { addEvidence, putAttempt, settle } from '../../utils/storage/record-store';
import { readRepeatLines } from '../../utils/storage/repeat-queries';
import { writeSettings } from '../../utils/storage/settings';
import { attemptClaim, attemptId as id } from '../fixtures/attempt-claim';

const T0 = Date.UTC(2026, 10, 23, 1);
const DAY = 86_400_000;
const author = { personId: 'p', configHash: 'c' };
const HOUSEHOLD = ['欧阳建国', '510123197003124417', '13805710021', '青山镇青山村三组十二号'];
const OTHER = ['司马相如', '510123198511023316', '13905718832', '青山镇双桥村一组七号院'];

let db: Ledger;
let made = 0;
let key: EntryKey;
beforeEach(async () => {
  db = openDatabase(`repeats-${made++}`);
  key = await entryKey(db);
});

const typed = (values: string[]): Entered[] =>
  values.map((value) => ({ value, mode: 'typed', activeMs: 2_000 }));

async function attempt(n: number, values: string[], over: Partial<AttemptClaim> = {}, personId = 'p') {
  const claim = attemptClaim(T0, n, over);
  const entered = await hashEntries(key, personId, typed(values));
  const where = { tabId: 1, frameId: 0, deadline: claim.at + 12_000 };
  await putAttempt(
    db,
    { claim, enteredBy: personId, entered, keyId: key.id, where },
    { ...author, personId },
  );
}
const held = () => Promise.all([db.entries.count(), db.waiting.count(), db.forms.count()]);
const accept = (n: number) => addEvidence(db, id(n), ['message:success'], T0 + n * 60_000 + 500);
async function submit(n: number, values: string[], over: Partial<AttemptClaim> = {}, personId = 'p') {
  await attempt(n, values, over, personId);
  await accept(n);
  await settle(db, id(n), T0 + n * 60_000 + 12_000);
}
const repeatOf = async (n: number) => (await db.actions.get(id(n)))?.repeat ?? null;
const expectDaysRebuilt = async () => expect((await repairDays(db)).mended).toEqual([]);

describe('double reporting', () => {
  it('is found across portals, with the time and what each portal had', async () => {
    await submit(1, HOUSEHOLD);
    await submit(2, [...HOUSEHOLD, '今年新纳入低保，材料已交齐'], { portalId: 'b' });
    expect(await repeatOf(2)).toEqual({
      ofActionId: id(1),
      scope: 'crossPortal',
      sharedEntries: 4,
      eligibleEntries: 5,
      retypeMs: 8_000,
    });
    const [row] = (await db.days.toArray()).filter(({ portalId }) => portalId === 'b');
    expect(row).toMatchObject({
      repeatsCrossPortal: 1,
      retypeMs: 8_000,
      repeatMs: 8_000,
      sharedEntries: 4,
      eligibleEntries: 5,
      sharedFrom: [{ portalId: 'a', entries: 4, retypeMs: 8_000 }],
    });
    await expectDaysRebuilt();
  });

  it.each<[string, () => Promise<void>]>([
    ['another person entered it', () => submit(1, HOUSEHOLD, {}, 'q')],
    ['it was refused there', () => attempt(1, HOUSEHOLD).then(() => refuse(1))],
    ['it is about another household', () => submit(1, OTHER)],
    ['it was over 35 days ago', () => submit(1, HOUSEHOLD, { at: T0 - 36 * DAY })],
    ['it was entered in this portal', () => submit(1, HOUSEHOLD, { portalId: 'b', formKey: 'other' })],
  ])('is none when %s', async (_, before) => {
    await before();
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    expect(await repeatOf(2)).toBeNull();
  });
  const refuse = async (n: number) => {
    await addEvidence(db, id(n), ['message:failure'], T0 + n * 60_000 + 500);
    await settle(db, id(n), T0 + n * 60_000 + 12_000);
  };

  it('is not what comes after a refusal of the same form: that is rework', async () => {
    await attempt(1, HOUSEHOLD);
    await refuse(1);
    await submit(2, HOUSEHOLD);
    expect(await repeatOf(2)).toBeNull();
    expect(await db.days.toArray()).toMatchObject([{ rejected: 1, submissions: 1, repeatsSameForm: 0 }]);
    expect(await db.entries.toArray()).toMatchObject([{ actionId: id(2) }]);
  });

  it('is none of twenty households through one form', async () => {
    for (let n = 0; n < 20; n++)
      await submit(n, [`李${'四五'[n % 2]}${'一二三四五六七八九十'[n >> 1]}`, '家中一切都好，无返贫风险']);
    const scopes = (await db.actions.toArray()).filter(({ repeat }) => repeat !== null);
    expect(scopes).toEqual([]);
    await submit(21, ['李甲二', '家中一切都好，无返贫风险']);
    expect(await repeatOf(21)).toBeNull();
    await submit(22, ['李甲二', '家中一切都好，无返贫风险']);
    expect(await repeatOf(22)).toMatchObject({ scope: 'sameForm' });
  });

  it('knows a value that is everywhere as an identity value', async () => {
    for (let n = 1; n <= MOST_SIGHTINGS + 3; n++)
      await submit(n, ['13512345670', `编号${1000 + n}甲`], { at: T0 + n * 1_000 });
    await submit(300, ['13512345670', '临江镇和平村'], { portalId: 'b' });
    expect((await db.actions.get(id(300)))?.entrySums).toMatchObject({ eligible: 1, identity: 1 });
    expect((await db.entries.get(id(300)))?.identity).toHaveLength(1);
  });
});

describe('a verdict', () => {
  it('is made again when what happened before it turns out to be accepted', async () => {
    await attempt(1, HOUSEHOLD);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    expect(await repeatOf(2)).toBeNull();
    await accept(1);
    expect(await repeatOf(2)).toMatchObject({ ofActionId: id(1), retypeMs: 8_000 });
    await expectDaysRebuilt();
  });

  it('is made again when that is refused after all', async () => {
    await attempt(1, HOUSEHOLD);
    await accept(1);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    expect(await repeatOf(2)).not.toBeNull();
    await addEvidence(db, id(1), ['message:failure'], T0 + 61_000);
    expect(await repeatOf(2)).toBeNull();
    expect(await db.entries.get(id(1))).toBeUndefined();
    await expectDaysRebuilt();
  });

  it('is the same whatever the order in which things are heard of', async () => {
    const acts = [
      { n: 1, values: HOUSEHOLD, over: { portalId: 'a' } },
      { n: 2, values: HOUSEHOLD, over: { portalId: 'b' } },
      { n: 3, values: HOUSEHOLD, over: { portalId: 'b' } },
      { n: 4, values: OTHER, over: { portalId: 'a' } },
      { n: 5, values: [...OTHER, '补充说明：房屋漏雨待修缮'], over: { portalId: 'c' } },
    ];
    const steps = acts.flatMap((act) => [
      { key: `open ${act.n}`, run: () => attempt(act.n, act.values, act.over) },
      { key: `accept ${act.n}`, run: () => accept(act.n) },
    ]);
    const outcome = async () =>
      JSON.stringify([await db.actions.orderBy('id').toArray(), await db.days.toArray()]);
    for (const step of steps) await step.run();
    const expected = await outcome();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(acts, { minLength: acts.length }), async (order) => {
        db = openDatabase(`repeats-${made++}`);
        // One key for all: hashes of different keys would differ.
        await db.meta.bulkPut([
          { key: 'hmacKey', value: key.key },
          { key: 'hmacKeyId', value: key.id },
        ]);
        for (const { n, values, over } of order) await attempt(n, values, over);
        for (const { n } of [...order].reverse()) await accept(n);
        expect(await outcome()).toBe(expected);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a correction', () => {
  it('takes a repeat out of the sums, keeps the verdict, and can be undone', async () => {
    await submit(1, HOUSEHOLD);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    const before = await db.days.toArray();
    const claim = { targetId: id(2), kind: 'notARepeat', value: null } as const;
    const said = await putCorrection(db, claim, id(900), T0);
    expect(said).toEqual({ ok: true, value: { correctionId: id(900) } });
    expect(await putCorrection(db, claim, id(901), T0 + 1)).toEqual(said);
    const [row] = (await db.days.toArray()).filter(({ portalId }) => portalId === 'b');
    expect(row).toMatchObject({ submissions: 1, repeatsCrossPortal: 0, repeatMs: 0, sharedFrom: [] });
    expect(await repeatOf(2)).not.toBeNull();
    await expectDaysRebuilt();
    expect(await undoCorrection(db, id(900), T0 + 2)).toMatchObject({ ok: true });
    expect(await db.days.toArray()).toEqual(before);
    expect(await db.corrections.toArray()).toMatchObject([{ id: id(900), undoneAt: T0 + 2 }]);
  });

  it('of nothing is a problem', async () => {
    const said = await putCorrection(db, { targetId: id(7), kind: 'strike', value: null }, id(900), T0);
    expect(said).toMatchObject({ ok: false, problem: { code: 'unknownRecord' } });
    expect(await undoCorrection(db, id(7), T0)).toMatchObject({ ok: false });
  });

  it('holds on when the day is summed again', async () => {
    await submit(1, HOUSEHOLD);
    await putCorrection(db, { targetId: id(1), kind: 'outcome', value: 'rejected' }, id(900), T0);
    await submit(2, OTHER);
    expect(await db.days.toArray()).toMatchObject([{ submissions: 1, rejected: 1 }]);
  });
});

describe('reading what was given twice', () => {
  const names = (db: Ledger) =>
    db.configHistory.add({
      configId: 'x',
      version: 1,
      hash: 'c',
      source: 'imported',
      title: { 'zh-CN': '名录' },
      calendar: { workdays: [], holidays: [] },
      from: 0,
      portals: {
        a: { title: { 'zh-CN': '村级台账' }, category: 'reporting', burden: true },
        b: { title: { 'zh-CN': '乡镇平台' }, category: 'reporting', burden: true },
      },
    });

  it('says that and where, by pairs of portals and by forms, also when the entries are gone', async () => {
    await names(db);
    await writeSettings(db, { personId: 'p' });
    await submit(1, HOUSEHOLD);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    await submit(3, HOUSEHOLD, { portalId: 'b', at: T0 + 4 * 60_000 });
    await forgetEntries(db);
    const read = async () => ({
      ...(await readOverview(db, '2026-10-25', '2026-11-23', 'zh-CN', T0)).repeated,
      repeats: await readRepeatLines(db, '2026-11-23', 'zh-CN'),
    });
    const view = await read();
    expect(view.repeats).toMatchObject([
      { actionId: id(3), title: '乡镇平台', scope: 'sameForm', had: [], repeatMs: 30_000 },
      { actionId: id(2), scope: 'crossPortal', had: ['村级台账'], hadAt: T0 + 60_000, repeatMs: 8_000 },
    ]);
    expect(view.pairs).toEqual([
      {
        from: { portalId: 'a', title: '村级台账' },
        to: { portalId: 'b', title: '乡镇平台' },
        ...{ entries: 4, pasted: 0, filled: 0, retypeMs: 8_000 },
      },
    ]);
    expect(view.forms).toMatchObject([{ portalId: 'b', repeats: 2, entries: 8, repeatMs: 38_000 }]);
    expect(view.shared).toEqual({ entries: 4, pasted: 0, filled: 0, retypeMs: 8_000 });

    await putCorrection(db, { targetId: id(2), kind: 'notARepeat', value: null }, id(900), T0);
    await putCorrection(db, { targetId: id(3), kind: 'strike', value: null }, id(901), T0);
    const corrected = await read();
    expect(corrected.repeats).toMatchObject([{ actionId: id(2), correctionId: id(900) }]);
    expect(corrected.pairs).toEqual([]);
  });
});

describe('what does not stay', () => {
  it('goes after 35 days; the figures stay', async () => {
    await submit(1, HOUSEHOLD);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    const figures = await db.days.toArray();
    await dropOldEntries(db, T0 + 3 * 3_600_000);
    expect(await held()).toEqual([2, 0, 2]);
    await dropOldEntries(db, T0 + 36 * DAY);
    expect(await held()).toEqual([0, 0, 0]);
    await repairDays(db);
    expect(await db.days.toArray()).toEqual(figures);
  });

  it('goes at once with the key: nothing matches any more, and the figures stay', async () => {
    await submit(1, HOUSEHOLD);
    await submit(2, HOUSEHOLD, { portalId: 'b' });
    const kept = await db.entries.toArray();
    await attempt(3, HOUSEHOLD, { portalId: 'c' });
    const figures = await db.days.toArray();
    await forgetEntries(db);
    expect(await held()).toEqual([0, 0, 0]);
    expect(await db.days.toArray()).toEqual(figures);
    // What was on its way with the old key is turned away, and what of it was waiting is gone.
    await accept(3);
    await submit(4, OTHER, { portalId: 'c' });
    expect(await db.entries.count()).toBe(0);
    key = await entryKey(db);
    // Even the very rows from before are worth nothing under the new key.
    await db.entries.bulkPut(kept);
    await submit(5, HOUSEHOLD, { portalId: 'c', at: T0 + 3_600_000 });
    expect(await repeatOf(5)).toBeNull();
    expect((await db.entries.get(id(5)))?.hashes).toHaveLength(4);
  });
});
