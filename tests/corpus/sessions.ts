// Plays the days of some officers in a world: what they report, once and again, in which portal, in which
// spelling. Chance decides within fixed shares; the same seed plays the same days.
import { type Chance, makeChance } from './chance';
import { makeHandwriting, type Write } from './handwriting';
import { STANDARD_AMOUNTS, STOCK_PHRASES, sentence } from './people';
import type { Facts, Field, Form, Portal, Scenario, Sheet, World } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 8, 1, 0, 30);
export const UTC_OFFSET_MIN = 480;

interface Subject {
  name: string;
  facts: Facts;
}
interface Matter {
  name: string;
  subject: Subject;
  facts: Facts;
  family: string;
  /** Worded anew, so that the text is another one; the rest is as it was. */
  reworded?: number;
}
interface Place {
  portal: Portal;
  form: Form;
}
type How = Pick<Sheet, 'scenario' | 'at' | 'accepted'>;

export interface Plan {
  seed: number;
  submissions: number;
  officers: number;
  days: number;
}

export function playSessions(world: World, plan: Plan): Sheet[] {
  const chance = makeChance(plan.seed);
  const portals = world.portals(chance);
  const each = Math.ceil(plan.submissions / plan.officers);
  const sheets = Array.from({ length: plan.officers }, (_, i) =>
    playOfficer(world, portals, chance, `officer-${i}`, each, plan.days),
  );
  return sheets.flat().sort((a, b) => a.at - b.at);
}

function playOfficer(
  world: World,
  portals: readonly Portal[],
  chance: Chance,
  personId: string,
  wanted: number,
  days: number,
): Sheet[] {
  const owner = world.owner(chance);
  const own = portals.filter(() => chance.happens(0.55));
  const places = own.flatMap((portal) => portal.forms.map((form) => ({ portal, form })));
  const subjects = Array.from({ length: 90 }, (_, i) => ({
    name: `${personId}.s${i}`,
    facts: world.subject(chance, owner),
  }));
  const write = makeHandwriting(world, chance);
  const sheets: Sheet[] = [];
  const matters: Matter[] = [];
  const perDay = Math.ceil(wanted / days);

  const fill = (place: Place, matter: Matter, how: How, kinds = place.form.fields): Sheet => {
    const id = `${personId}-${sheets.length}`;
    const fields = kinds.flatMap((kind, i) => {
      const known = factOf(kind, matter, owner, personId);
      const [fact, value] = known ?? ownFact(kind, `${id}.${i}`, chance);
      return value === undefined ? [] : [{ kind, fact, value, written: value, mode: modeOf(chance, kind) }];
    });
    const sheet: Sheet = {
      ...{ id, personId, portalId: place.portal.id, form: place.form, ...how },
      ...{ subject: matter.subject.name, matter: matter.name },
      fields: fields.map((field) => ({ ...field, written: write(field, place.portal.id) })),
    };
    sheets.push(sheet);
    return sheet;
  };
  const newMatter = (subject: Subject, family: string): Matter => {
    const matter = { name: `${personId}.m${matters.length}`, subject, facts: world.matter(chance), family };
    matters.push(matter);
    return matter;
  };

  for (let day = 0; sheets.length < wanted; day++) {
    const morning = START + Math.floor(day * 1.4) * DAY;
    let at = morning;
    for (let n = 0; n < perDay && sheets.length < wanted; n++) {
      at += chance.whole(4, 40) * MINUTE;
      const scenario = scenarioOf(chance);
      const how = (over: Partial<How> = {}): How => ({ scenario, at, accepted: true, ...over });
      const last = sheets.filter((sheet) => sheet.accepted).at(-1);
      if (scenario === 'double') {
        const open = matters.slice(-25).filter((matter) => chance.happens(0.5) && matter.name);
        const matter = open.at(-1);
        const had = new Set(sheets.filter((one) => one.matter === matter?.name).map((one) => one.portalId));
        const where = places.filter(
          ({ portal, form }) => form.family === matter?.family && !had.has(portal.id),
        );
        if (!matter || had.size === 0 || where.length === 0) continue;
        const told = chance.happens(world.reworded)
          ? { ...matter, facts: { ...matter.facts, 'm.remark': sentence(chance) }, reworded: sheets.length }
          : matter;
        fill(chance.pick(where), told, how());
      } else if (scenario === 'again' && last && last.at > morning) {
        sheets.push(resent(last, `${personId}-${sheets.length}`, at, chance, write));
      } else if (scenario === 'edit' && last) {
        const before = chance.pick(sheets.slice(-30).filter((sheet) => sheet.accepted));
        sheets.push(edited(before, `${personId}-${sheets.length}`, at, chance, write));
      } else if (scenario === 'batch') {
        // Many households one after another: only where a form asks for one.
        const asking = places.filter(({ form }) => form.fields.some((kind) => /^(hh|ent)\./.test(kind)));
        const place = chance.pick(asking.length > 0 ? asking : places);
        const first = chance.whole(0, subjects.length - 10);
        for (const household of subjects.slice(first, first + chance.whole(4, 9))) {
          at += chance.whole(2, 6) * MINUTE;
          fill(place, newMatter(household, place.form.family), how({ at }));
        }
      } else if (scenario === 'rework') {
        const place = chance.pick(places);
        const matter = newMatter(chance.pick(subjects), place.form.family);
        const refused = fill(place, matter, how({ accepted: false }));
        at += 2 * MINUTE;
        sheets.push({ ...refused, id: `${personId}-${sheets.length}`, at, accepted: true });
      } else {
        const place = chance.pick(places);
        const again =
          scenario === 'other' && last ? subjects.find(({ name }) => name === last.subject) : null;
        fill(place, newMatter(again ?? chance.pick(subjects), place.form.family), how());
      }
    }
  }
  return sheets;
}

function scenarioOf(chance: Chance): Scenario {
  const roll = chance.next();
  const shares: [Scenario, number][] = [
    ['double', 0.38],
    ['again', 0.12],
    ['edit', 0.12],
    ['other', 0.08],
    ['rework', 0.05],
    ['batch', 0.05],
  ];
  let sum = 0;
  for (const [scenario, share] of shares) {
    sum += share;
    if (roll < sum) return scenario;
  }
  return 'first';
}

/** The facts of the household, the matter and the officer; their names are theirs wherever they are written. */
function factOf(kind: string, matter: Matter, owner: Facts, personId: string): [string, string] | null {
  if (kind.startsWith('own.')) return [`${personId}.${kind}`, owner[kind] ?? ''];
  const ofMatter = matter.facts[kind];
  const version = kind === 'm.remark' ? (matter.reworded ?? '') : '';
  if (ofMatter !== undefined) return [`${matter.name}.${kind}${version}`, ofMatter];
  const ofSubject = matter.subject.facts[kind];
  return ofSubject === undefined ? null : [`${matter.subject.name}.${kind}`, ofSubject];
}

/** What this sheet alone says. A stock phrase is no fact, however often its words come back. */
function ownFact(kind: string, name: string, chance: Chance): [string, string | undefined] {
  const fact = `${name}.${kind}`;
  if (kind === 'note') return [fact, sentence(chance)];
  if (kind === 'stock') return [fact, chance.pick(STOCK_PHRASES)];
  if (kind === 'standard') return [fact, chance.pick(STANDARD_AMOUNTS)];
  if (kind === 'count') return [fact, String(chance.whole(0, 400))];
  if (kind === 'date') return [fact, `2026-${chance.whole(9, 11)}-${chance.whole(10, 28)}`];
  return [fact, undefined];
}

function modeOf(chance: Chance, kind: string): Field['mode'] {
  if (kind.startsWith('own.') && chance.happens(0.3)) return 'filled';
  return chance.happens(0.2) ? 'pasted' : 'typed';
}

/** The same form sent once more on the same day, with a number put right or a line added. */
function resent(before: Sheet, id: string, at: number, chance: Chance, write: Write): Sheet {
  const fields = before.fields.map((field) => {
    if (field.kind !== 'count') return { ...field, written: write(field, before.portalId) };
    const value = String(chance.whole(0, 400));
    return { ...field, fact: `${id}.${field.kind}`, value, written: value };
  });
  return { ...before, id, at, scenario: 'again', fields };
}

/** A record opened again where it is: only what was typed in it counts as entered. */
function edited(before: Sheet, id: string, at: number, chance: Chance, write: Write): Sheet {
  const kept = before.fields.filter(({ kind }) => !kind.startsWith('own.') && chance.happens(0.35));
  const some =
    kept.length > 0 ? kept : before.fields.filter(({ kind }) => !kind.startsWith('own.')).slice(-1);
  const fields = some.map((field, i) => {
    if (chance.happens(0.5)) return { ...field, written: write(field, before.portalId) };
    const [fact, value] = ownFact('note', `${id}.${i}`, chance);
    return { ...field, kind: 'note', fact, value: value ?? '', written: value ?? '' };
  });
  return { ...before, id, at, scenario: 'edit', accepted: true, fields };
}
