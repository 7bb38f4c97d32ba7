// The people who share this browser, and which of them records belong to.
import { type DateKey, type Person, UNASSIGNED_PERSON_ID, type WorkingHours } from '../domain/records';
import { DEFAULT_SCHEDULE, withHoursFrom } from '../domain/working-time';
import { fail, type Result, succeed } from '../platform/problem';
import type { Ledger } from './database';
import { readSettings, writeSettings } from './settings';

/** Consent. The first person is made here, nameless, and records are theirs. */
export async function startRecording(
  db: Ledger,
  id: string,
  now: number,
  region: string | null,
): Promise<void> {
  await db.transaction('rw', db.people, db.settings, async () => {
    const settings = await readSettings(db);
    if (settings.consentAt !== null) return;
    if ((await db.people.count()) === 0) await db.people.add(newPerson(id, '', now));
    const first = await db.people.toCollection().first();
    await writeSettings(db, {
      consentAt: now,
      pausedAt: null,
      personId: first?.id ?? id,
      region: region ?? settings.region,
    });
  });
}

export async function addPerson(db: Ledger, id: string, name: string, now: number): Promise<void> {
  await db.people.add(newPerson(id, name, now));
}

export const renamePerson = (db: Ledger, personId: string, name: string): Promise<Result<null>> =>
  changePerson(db, personId, { name });

export async function changePerson(
  db: Ledger,
  personId: string,
  changes: Partial<Pick<Person, 'name' | 'privateWords' | 'onlyWorkingHours'>>,
): Promise<Result<null>> {
  const changed = await db.people.update(personId, changes);
  return changed ? succeed(null) : fail({ code: 'unknownPerson', path: 'personId' });
}

/** Other working hours from a date on. */
export async function setWorkingHours(
  db: Ledger,
  personId: string,
  from: DateKey,
  hours: WorkingHours,
): Promise<Result<null>> {
  const changed = await db.people
    .where('id')
    .equals(personId)
    .modify((person) => {
      person.schedule = withHoursFrom(person.schedule, from, hours);
    });
  return changed ? succeed(null) : fail({ code: 'unknownPerson', path: 'personId' });
}

export async function setDutyDay(
  db: Ledger,
  personId: string,
  date: DateKey,
  onDuty: boolean,
): Promise<Result<null>> {
  const changed = await db.people
    .where('id')
    .equals(personId)
    .modify((person) => {
      const others = person.dutyDays.filter((day) => day !== date);
      person.dutyDays = onDuty ? [...others, date].sort() : others;
    });
  return changed ? succeed(null) : fail({ code: 'unknownPerson', path: 'personId' });
}

/** Their records stay; they can no longer be chosen. The last one stays. */
export async function retirePerson(db: Ledger, personId: string, now: number): Promise<Result<null>> {
  return db.transaction('rw', db.people, db.settings, async () => {
    const active = await activePeople(db);
    const person = active.find((candidate) => candidate.id === personId);
    if (!person || active.length === 1) return fail({ code: 'unknownPerson', path: 'personId' });
    await db.people.put({ ...person, retiredAt: now });
    const settings = await readSettings(db);
    if (settings.personId === personId)
      await writeSettings(db, { personId: personAfterStart(active.filter(({ id }) => id !== personId)) });
    return succeed(null);
  });
}

export async function choosePerson(db: Ledger, personId: string): Promise<Result<null>> {
  return db.transaction('rw', db.people, db.settings, async () => {
    const person = (await activePeople(db)).find(({ id }) => id === personId);
    if (!person) return fail({ code: 'unknownPerson', path: 'personId' });
    await writeSettings(db, { personId });
    return succeed(null);
  });
}

/** Whose records are made from the browser's start on; null for nobody's until one is chosen. */
export async function setStartPerson(db: Ledger, personId: string | null): Promise<Result<null>> {
  return db.transaction('rw', db.people, db.settings, async () => {
    const known = personId === null || (await activePeople(db)).some(({ id }) => id === personId);
    if (!known) return fail({ code: 'unknownPerson', path: 'personId' });
    await writeSettings(db, { startPersonId: personId });
    return succeed(null);
  });
}

/** The browser has started: with several people it is the one set for it, or nobody has said yet who is here. */
export async function forgetWhoIsHere(db: Ledger): Promise<void> {
  await db.transaction('rw', db.people, db.settings, async () => {
    const [people, { startPersonId }] = await Promise.all([activePeople(db), readSettings(db)]);
    if (people.length < 2) return;
    const isHere = people.some(({ id }) => id === startPersonId);
    await writeSettings(db, { personId: (isHere && startPersonId) || UNASSIGNED_PERSON_ID });
  });
}

const activePeople = async (db: Ledger): Promise<Person[]> =>
  (await db.people.toArray()).filter((person) => person.retiredAt === null);

const personAfterStart = (people: readonly Person[]): string =>
  people.length === 1 && people[0] ? people[0].id : UNASSIGNED_PERSON_ID;

const newPerson = (id: string, name: string, now: number): Person => ({
  id,
  name,
  schedule: DEFAULT_SCHEDULE,
  dutyDays: [],
  createdAt: now,
  retiredAt: null,
});
