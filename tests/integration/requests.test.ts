// What requests say of acts, as the browser tells of them: early, late, out of order.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InForce, InForceSource } from '../../entrypoints/background/in-force';
import { makeRecorder, type Recorder } from '../../entrypoints/background/recorder';
import { type RequestWatch, startRequestWatch } from '../../entrypoints/background/request-watch';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { forgetEntries } from '../../utils/storage/entry-store';
import { attemptClaim, attemptId } from '../fixtures/attempt-claim';
import { openers, stopListening, webRequest } from '../fixtures/fake-browser';
import { configOf, portalOf } from '../unit/config/sample';

vi.mock('../../utils/platform/browser', () => import('../fixtures/fake-browser'));

const T0 = Date.UTC(2026, 10, 23, 2);
const [TAB, OTHER] = [1, 2];
const url = 'https://a.example.gov.cn/api/save';
const actionId = attemptId(1);
const from = (tabId: number) => ({
  tabId,
  frameId: 0,
  url: 'https://a.example.gov.cn/form',
  incognito: false,
});

let made = 0;
let settings = { consentAt: 1, personId: 'p' };
let db: Ledger;
let requests: RequestWatch;
let recorder: Recorder;

beforeEach(() => {
  // Only what the clock says: the database needs its timers.
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(T0);
  db = openDatabase(`requests-${made++}`);
  const { portals } = configOf(portalOf('a'));
  settings = { consentAt: 1, personId: 'p' };
  const inForce: InForceSource = {
    read: async () => ({ settings, config: { hash: 'c' }, portals }) as unknown as InForce,
    forget: () => undefined,
  };
  requests = startRequestWatch(db, inForce);
  recorder = makeRecorder(db, inForce, requests);
});
afterEach(() => {
  vi.useRealTimers();
  openers.clear();
  stopListening();
  db.close();
});

const attempt = (evidence: string[] = ['gesture:click'], over: object = {}) =>
  recorder.attempt(
    {
      ...attemptClaim(T0, 0, { actionId, at: T0, startedAt: T0 - 60_000, evidence }),
      ...{ values: [], ...over },
    } as never,
    from(TAB),
  );
const say = (mark: string, final = false) =>
  recorder.evidence({ actionId, evidence: [mark], at: Date.now(), final }, from(TAB));
const begin = (requestId: string, after: number, over: object = {}) =>
  webRequest.onBeforeRequest.tell({
    ...{ requestId, tabId: TAB, frameId: 0, method: 'POST', type: 'xmlhttprequest', url },
    ...{ timeStamp: T0 + after, ...over },
  });
const complete = (requestId: string, after: number, over: object = {}) =>
  webRequest.onCompleted.tell({
    ...{ requestId, tabId: TAB, frameId: 0, method: 'POST', type: 'xmlhttprequest', url, statusCode: 200 },
    ...{ timeStamp: T0 + after, ...over },
  });
const evidence = async () => (await db.actions.get(actionId))?.evidence ?? [];
/** For what no message answers. */
const heard = (mark: string) => vi.waitFor(async () => expect(await evidence()).toContain(mark));
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

it.each(['before', 'after'])(
  'a write that follows the gesture speaks for it, told of %s the act',
  async (when) => {
    begin('r', 100);
    if (when === 'before') complete('r', 300);
    await attempt();
    if (when === 'after') complete('r', 300);
    await heard('request:ok');
  },
);

it.each([
  ['an act made offline', 'gesture:offline', false],
  ['one made online', 'gesture:click', true],
])('a heartbeat long after %s', async (_what, gesture, counts) => {
  await attempt([gesture]);
  begin('r', 6_000);
  complete('r', 6_100);
  await settled();
  expect((await evidence()).includes('request:ok')).toBe(counts);
});

it.each(['native:form', 'control:changed'])(
  'a slow answer is awaited after %s, and what is asked for meanwhile is none of the act',
  async (mark) => {
    await attempt();
    begin('slow', 100);
    vi.setSystemTime(T0 + 11_000);
    expect(await say(mark, true)).toEqual({ ok: true, value: 'waiting' });
    const { deadline, requestsUntil = 0 } = (await db.pending.get(actionId)) ?? { deadline: 0 };
    expect(deadline).toBeGreaterThan(requestsUntil);
    begin('later', requestsUntil - T0 + 500, { url: 'https://a.example.gov.cn/api/other' });
    complete('later', requestsUntil - T0 + 900, {
      statusCode: 500,
      url: 'https://a.example.gov.cn/api/other',
    });
    await settled();
    expect(await evidence()).not.toContain('request:failed');
    complete('slow', 14_000);
    await heard('request:ok');
    expect(await say('message:success', true)).toEqual({ ok: true, value: true });
    expect(await db.actions.get(actionId)).toMatchObject({
      outcome: 'accepted',
      settledAt: expect.any(Number),
    });
  },
);

it.each([
  ['is told of before its last request', -300, true],
  ['was closed right after its last request', 200, true],
  ['was closed long after its last request', 6_000, false],
  ['had its request end long after it', -3_000, false],
])('a tab that %s', async (_when, closedAfterEnd, closedItself) => {
  await attempt();
  begin('r', 100);
  const end = async () => {
    complete('r', 4_000);
    await settled();
  };
  if (closedAfterEnd > 0) await end();
  vi.setSystemTime(T0 + 4_000 + closedAfterEnd);
  await requests.noteClosedTab(TAB);
  if (closedAfterEnd < 0) await end();
  await heard('request:ok');
  expect((await evidence()).includes('tab:closed')).toBe(closedItself);
});

it('a form into a tab of its own is answered there, though its request is told of after the document', async () => {
  openers.set(OTHER, TAB);
  await attempt(['gesture:click', 'native:form']);
  const navigation = { tabId: OTHER, type: 'main_frame' };
  vi.setSystemTime(T0 + 500);
  const arrived = recorder.arrived({ portalId: 'a', said: null }, from(OTHER));
  await settled();
  begin('n', 100, navigation);
  complete('n', 400, navigation);
  expect(await arrived).toMatchObject({ ok: true, value: [{ actionId }] });
  expect(await db.pending.get(actionId)).toMatchObject({ answerTabId: OTHER, answerFrameId: 0 });
});

it('a GET is a commit only where a form navigates by it', async () => {
  await attempt();
  const navigation = { type: 'main_frame', method: 'GET' };
  begin('n', 100, navigation);
  complete('n', 400, navigation);
  await settled();
  expect(await evidence()).not.toContain('request:ok');
  await say('native:form');
  expect(await evidence()).toContain('request:ok');
});

it('the last word settles at once, also when a request ended just before it', async () => {
  await attempt();
  begin('r', 100);
  complete('r', 300);
  expect(await say('message:success', true)).toEqual({ ok: true, value: true });
  expect(await db.actions.get(actionId)).toMatchObject({ confidence: 'confirmed', settledAt: T0 });
  expect(await evidence()).toEqual(expect.arrayContaining(['request:ok', 'message:success']));
  expect(await db.pending.count()).toBe(0);
});

it('an act that is confirmed after another person has taken over stays with whom it began, values and all', async () => {
  const values = [{ value: '和平村周大伯家的房子', mode: 'typed', activeMs: 900 }];
  await attempt(['gesture:click'], { values });
  const before = await db.waiting.get(actionId);
  settings = { ...settings, personId: 'q' };
  await attempt(['gesture:click'], { values, at: T0 + 2_000 });
  expect(before?.entered).toHaveLength(1);
  expect(await db.waiting.get(actionId)).toEqual({ ...before, at: T0 + 2_000 });
  expect(await db.actions.get(actionId)).toMatchObject({ personId: 'p', at: T0 + 2_000 });
});

it('values are hashed with a new key after the old one was destroyed', async () => {
  const values = [{ value: '和平村周大伯家的房子', mode: 'typed', activeMs: 900 }];
  await attempt(['gesture:click'], { values });
  const before = await db.waiting.get(actionId);
  await forgetEntries(db);
  await attempt(['gesture:click'], { values, at: T0 + 2_000 });
  const after = await db.waiting.get(actionId);
  expect(after?.entered).toHaveLength(1);
  expect(after?.entered).not.toEqual(before?.entered);
});
