// What the extension's own pages may ask for. Each command changes the database in one step and then brings
// scripts, pages and coverage up to date.
import type { Lock } from '../../utils/config/locks';
import { parseDomainConfig } from '../../utils/config/parse';
import { defaultChoice } from '../../utils/config/starter';
import { dateKeyAt, nextMidnight } from '../../utils/domain/local-day';
import type { Commands } from '../../utils/messaging/protocol';
import { systemClock } from '../../utils/platform/clock';
import { sha256 } from '../../utils/platform/digest';
import { fail, type Result, succeed } from '../../utils/platform/problem';
import { randomId } from '../../utils/platform/random';
import { putConfig } from '../../utils/storage/config-store';
import { putCorrection, undoCorrection } from '../../utils/storage/correction-store';
import type { Ledger } from '../../utils/storage/database';
import { repairAfter, repairDays } from '../../utils/storage/day-store';
import { deleteRecords } from '../../utils/storage/deletion-store';
import { forgetEntries } from '../../utils/storage/entry-store';
import * as people from '../../utils/storage/people-store';
import { restoreHistory, restorePerson, restoreRows } from '../../utils/storage/restore-store';
import { dropOldFacts } from '../../utils/storage/retention';
import { readSettings, type Settings, writeSettings } from '../../utils/storage/settings';
import type { Changes } from './changes';
import type { ConfigUpdates } from './config-updates';
import type { InForceSource } from './in-force';
import { findPortalTabs, startPicker } from './picking';

export type CommandHandlers = {
  [T in keyof Commands]: (data: Commands[T]['data']) => Promise<Commands[T]['reply']>;
};

export function makeCommands(
  db: Ledger,
  inForce: InForceSource,
  { change, settle }: Changes,
  updates: ConfigUpdates,
): CommandHandlers {
  const set = (changes: Partial<Settings>) =>
    change(async () => {
      await writeSettings(db, changes);
      return succeed(null);
    });
  const unlessLocked = async <T>(lock: Lock, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const { locks } = await inForce.read();
    return locks.includes(lock) ? fail({ code: 'lockedByAdmin', path: '' }) : work();
  };

  return {
    async startRecording({ region }) {
      return change(async () => {
        const { config, settings } = await inForce.read();
        // Nobody is shown fifty other provinces: the starter list begins with the person's own.
        const first = settings.consentAt === null && config.id === 'bundled' && !__MANAGED_BUILD__;
        if (first && settings.portalIds === null)
          await writeSettings(db, { portalIds: defaultChoice(config.config, region) });
        await people.startRecording(db, randomId(), systemClock().wall, region);
        return succeed(null);
      });
    },
    async setPaused({ paused, untilTomorrow }) {
      const { wall } = systemClock();
      const { pausedAt } = await readSettings(db);
      // Who paused before and now says until when has been paused since then.
      return set({
        pausedAt: paused ? (pausedAt ?? wall) : null,
        pausedUntil: paused && untilTomorrow ? nextMidnight(wall) : null,
      });
    },
    setOnlyWorkingHours: ({ personId, only }) =>
      change(() => people.changePerson(db, personId, { onlyWorkingHours: only })),
    setPrivateWords: ({ personId, words }) =>
      change(() => people.changePerson(db, personId, { privateWords: [...new Set(words)] })),
    setBadge: ({ badge }) => set({ badge }),
    setIdleTimeout: ({ idleTimeoutMs }) => unlessLocked('idleTimeout', () => set({ idleTimeoutMs })),
    choosePortals: ({ portalIds, region }) => unlessLocked('portals', () => set({ portalIds, region })),
    async setStudyCode({ personId, studyCode }) {
      const { studyCodes } = await readSettings(db);
      await writeSettings(db, { studyCodes: { ...studyCodes, [personId]: studyCode } });
      return succeed(null);
    },
    async noteBackup({ personId }) {
      const { backups } = await readSettings(db);
      await writeSettings(db, { backups: { ...backups, [personId]: systemClock().wall } });
      return succeed(null);
    },
    async beginRestore({ personId, person, history }) {
      await restorePerson(db, personId, person);
      await restoreHistory(db, history);
      inForce.forget();
      return succeed(null);
    },
    async restoreRows({ personId, ...rows }) {
      if (!(await db.people.get(personId))) return fail({ code: 'unknownPerson', path: 'personId' });
      return succeed({ added: await restoreRows(db, personId, rows, systemClock().wall) });
    },
    async setRetention({ months }) {
      await writeSettings(db, { retentionMonths: months });
      inForce.forget();
      const { wall, utcOffsetMin } = systemClock();
      const today = dateKeyAt(wall, utcOffsetMin);
      // A few thousand rows at a time: live signals get their turn in between.
      while (await dropOldFacts(db, months, today));
      return succeed(null);
    },
    setStartPerson: ({ personId }) => people.setStartPerson(db, personId),
    deleteRecords: (data) => change(async () => succeed(await deleteRecords(db, data))),
    async addPerson({ name }) {
      const personId = randomId();
      await people.addPerson(db, personId, name, systemClock().wall);
      return succeed({ personId });
    },
    renamePerson: ({ personId, name }) => people.renamePerson(db, personId, name),
    retirePerson: ({ personId }) => change(() => people.retirePerson(db, personId, systemClock().wall)),
    setWorkingHours: ({ personId, from, hours }) =>
      change(() =>
        repairAfter(db, { personId, from }, () => people.setWorkingHours(db, personId, from, hours)),
      ),
    setDutyDay: ({ personId, date, onDuty }) =>
      change(() =>
        repairAfter(db, { personId, from: date }, () => people.setDutyDay(db, personId, date, onDuty)),
      ),
    async repairDays() {
      const { days, mended } = await repairDays(db);
      return { days, mended: mended.length };
    },
    choosePerson: ({ personId }) => change(() => people.choosePerson(db, personId)),
    async importConfig({ text }) {
      if ((await inForce.read()).locks.includes('sources'))
        return fail([{ code: 'lockedByAdmin', path: '' }]);
      const bytes = new TextEncoder().encode(text);
      const parsed = parseDomainConfig(bytes);
      if (!parsed.ok) return parsed;
      const { config } = parsed.value;
      const hash = await sha256(bytes);
      const stored = await change(() => putConfig(db, 'imported', config, hash, systemClock().wall));
      if (!stored.ok) return fail([stored.problem]);
      return succeed({ id: config.id, version: config.version, portals: config.portals.length });
    },
    removeImportedConfig: () =>
      change(async () => {
        await db.configs.delete('imported');
        return succeed(null);
      }),
    correct: (claim) => putCorrection(db, claim, randomId(), systemClock().wall),
    undoCorrection: ({ correctionId }) => undoCorrection(db, correctionId, systemClock().wall),
    async forgetEntries() {
      await forgetEntries(db);
      return succeed(null);
    },
    subscribe: (wish) => unlessLocked('sources', () => updates.subscribe(wish)),
    unsubscribe: () => unlessLocked('sources', () => updates.unsubscribe()),
    checkSubscription: () => updates.check(),
    acceptOfferedKey: () => unlessLocked('sources', () => updates.acceptKey()),
    findPortalTabs: () => findPortalTabs(inForce),
    startPicker: ({ tabId, frameIds }) => startPicker(inForce, tabId, frameIds),
    async reconcile() {
      await settle();
      return succeed(null);
    },
  };
}
