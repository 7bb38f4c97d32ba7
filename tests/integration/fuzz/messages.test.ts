// 10,000 messages from all kinds of senders, most of them wrong in some place: no throw escapes, nothing invalid
// reaches the database, and no frame reaches a command. SEED=… makes others.
import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { InForce } from '../../../entrypoints/background/in-force';
import { makeRandom, type Random } from '../../../scripts/seed/random';
import { parseDomainConfig } from '../../../utils/config/parse';
import type { Answer } from '../../../utils/messaging/protocol';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { repairDays } from '../../../utils/storage/day-store';
import { restoreHistory, restorePerson, restoreRows } from '../../../utils/storage/restore-store';
import { DEFAULT_SETTINGS } from '../../../utils/storage/settings';
import { configFor } from '../../e2e/config-for';
import { PLAIN_PORTALS } from '../../e2e/harness/plain-portals';
import { mutate } from '../../fixtures/mutate';
import { wellFormed } from './well-formed';

const SEED = Number(process.env.SEED ?? 1);
const MESSAGES = 10_000;
const AT_ONCE = 2_000;
const OWN = 'chrome-extension://abcdefgh/';
const PERSON = 'a'.repeat(32);

type Answerer = (message: unknown, sender: Runtime.MessageSender) => Promise<Answer>;
let answer: Answerer;
let db: Ledger;
const called: string[] = [];

beforeAll(async () => {
  // The door to the browser takes what is there when it is first opened.
  const api = {
    runtime: {
      id: 'abcdefgh',
      getURL: (path: string) => `${OWN}${path}`,
      getManifest: () => ({ version: '1' }),
    },
    tabs: { sendMessage: async () => undefined },
    alarms: { create: async () => undefined },
    idle: { queryState: async () => 'active' },
    action: { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} },
    permissions: { getAll: async () => ({ origins: ['http://*/*'] }), contains: async () => true },
  };
  vi.stubGlobal('chrome', api);
  vi.stubGlobal('browser', api);
  const { makeAnswerer, makeSignalHandlers } = await import('../../../entrypoints/background/handlers');
  const { makeRecorder } = await import('../../../entrypoints/background/recorder');
  db = openDatabase('fuzzed');
  const parsed = parseDomainConfig(JSON.stringify(configFor(PLAIN_PORTALS)));
  if (!parsed.ok) throw new Error('the sample list is broken');
  const { config } = parsed.value;
  const inForce = {
    settings: { ...DEFAULT_SETTINGS, consentAt: 1, personId: PERSON },
    config: { id: 'bundled', config, hash: 'h', fetchedAt: 0 },
    portals: config.portals,
    person: null,
    privateWords: [],
    calendar: config.calendar,
    locks: [],
  } as unknown as InForce;
  const recorder = makeRecorder(
    db,
    { read: async () => inForce, forget() {} },
    { rejoin: async () => {}, isUnderWay: async () => false, isAnyUnderWay: async () => false },
  );
  const note = (type: string) => async () => {
    called.push(type);
    return { ok: true, value: null };
  };
  const commands = new Proxy({} as Record<string, unknown>, {
    get(_, type: string) {
      return async (data: never) => {
        if (type === 'restoreRows') await restoreRows(db, PERSON, data, Date.now());
        if (type === 'beginRestore') {
          const { person, history } = data as Parameters<typeof restoreHistory>[1] & {
            person: never;
            history: never;
          };
          await restorePerson(db, PERSON, person);
          await restoreHistory(db, history);
        }
        return note(type)();
      };
    },
  });
  answer = makeAnswerer(makeSignalHandlers(recorder), commands as never) as Answerer;
});

/** Who may send signals, who commands, and who nothing. */
function anySender(random: Random): { sender: Runtime.MessageSender; is: 'frame' | 'page' | 'nobody' } {
  const tab = { id: random.whole(1, 40), incognito: false } as Runtime.MessageSender['tab'] & object;
  const frameId = random.whole(0, 20);
  const portal = random.pick(['plain-a', 'plain-b', 'plain-c', 'plain-d']);
  const frame = { id: 'abcdefgh', url: `http://${portal}.test/`, tab, frameId };
  const dice = random.next();
  if (dice < 0.6) return { sender: frame, is: 'frame' };
  if (dice < 0.8) return { sender: { id: 'abcdefgh', url: `${OWN}settings.html` }, is: 'page' };
  const odd: Runtime.MessageSender[] = [
    { ...frame, id: 'another' },
    { ...frame, url: 'http://elsewhere.test/' },
    { ...frame, url: 'about:blank' },
    { ...frame, url: 'file:///etc/passwd' },
    { ...frame, tab: { ...tab, incognito: true } },
    { id: 'abcdefgh', url: 'chrome-extension://another/settings.html' },
    { id: 'another', url: `${OWN}settings.html` },
    {},
  ];
  return { sender: random.pick(odd), is: 'nobody' };
}

it(`${MESSAGES} messages: nothing is thrown, nothing invalid is kept`, async () => {
  const random = makeRandom(SEED);
  const isFresh = wellFormed(random);
  const counts = { taken: 0, refused: 0 };
  for (let from = 0; from < MESSAGES; from += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const { sender, is } = anySender(random);
        const good = isFresh();
        const message = mutate(good, random, random.chance(0.12) ? 0 : random.whole(1, 3));
        const before = called.length;
        const said = await answer(message, sender);
        expect(typeof said.ok).toBe('boolean');
        counts[said.ok ? 'taken' : 'refused'] += 1;
        if (is === 'nobody') expect(said.ok, 'what nobody sent').toBe(false);
        if (is !== 'page' && said.ok) expect(good.isSignal, 'a command from a frame').toBe(true);
        if (is === 'page' && said.ok) expect(called.length).toBeGreaterThan(before);
      }),
    );
  }
  expect(counts.taken, 'the law must not hold for want of cases').toBeGreaterThan(300);
  expect(counts.refused).toBeGreaterThan(5_000);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  await expectSoundRows();
}, 300_000);

async function expectSoundRows(): Promise<void> {
  const known = new Set(PLAIN_PORTALS.map(({ id }) => id));
  const spans = await db.spans.toArray();
  const actions = await db.actions.toArray();
  expect(spans.length, 'some were good').toBeGreaterThan(50);
  expect(actions.length, 'some were good').toBeGreaterThan(20);
  for (const row of [...spans, ...actions]) {
    expect(row.personId).toBe(PERSON);
    expect(known.has(row.portalId)).toBe(true);
    expect(row.route).not.toMatch(/[\d?\p{Script=Han}]/u);
    expect(Number.isNaN(Date.parse(row.localDate))).toBe(false);
  }
  for (const row of spans) {
    expect(row.endedAt).toBeGreaterThanOrEqual(row.startedAt);
    expect(row.openMs).toBeLessThanOrEqual(row.endedAt - row.startedAt);
  }
  expect(JSON.stringify(await db.actions.toArray())).not.toContain('张三');
  expect((await repairDays(db)).mended).toEqual([]);
}

it('a flood of what is refused leaves nothing behind', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const random = makeRandom(SEED + 1);
  const flood = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const tab = { id: i, incognito: false } as Runtime.MessageSender['tab'] & object;
      const sender = { id: 'abcdefgh', url: 'http://plain-a.test/', tab, frameId: random.whole(0, 1e6) };
      await answer({ type: 'span', data: 'x'.repeat(1_000) }, sender);
    }
  };
  await flood(20_000);
  collect();
  const before = process.memoryUsage().heapUsed;
  await flood(100_000);
  collect();
  expect((process.memoryUsage().heapUsed - before) / 2 ** 20, 'MiB more').toBeLessThan(8);
}, 120_000);
