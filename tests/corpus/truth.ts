// What really was a repeat, told from the facts' names alone: no normalisation, no hash, nothing learned. The
// definitions of indicators, applied by somebody who knows the invented world.
import { UTC_OFFSET_MIN } from './sessions';
import type { Field, Sheet } from './world';

const LIFE_MS = 35 * 86_400_000;

export interface Truth {
  scope: 'sameForm' | 'crossPortal' | null;
  eligible: number;
  shared: number;
}

const lengthOf = (value: string) => [...value.replace(/[^\p{L}\p{N}]/gu, '')].length;
/** The officer's own data says nothing of the matter, nor do stock phrases: whoever fills in the sheet knows. */
const SAYS_NOTHING = /^(own\.phone|own\.unit|date|count)$/;
const IS_PHRASE = /^(stock|standard|own\.village)$/;
const saysEnough = ({ kind, value }: Field) =>
  !SAYS_NOTHING.test(kind) && lengthOf(value) >= (/\p{Script=Han}/u.test(value) ? 4 : 6);
const localDay = (at: number) => Math.floor((at + UTC_OFFSET_MIN * 60_000) / 86_400_000);
/** Monday is the first day of a week; 1970-01-01 was a Thursday. */
const cycleOf = ({ at, form }: Sheet): number | string => {
  if (form.cycle === 'week') return Math.floor((localDay(at) + 3) / 7);
  return form.cycle === 'month'
    ? new Date(at + UTC_OFFSET_MIN * 60_000).toISOString().slice(0, 7)
    : localDay(at);
};

export function tellTruth(sheets: readonly Sheet[]): Map<string, Truth> {
  const truths = new Map<string, Truth>();
  const byPerson = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    if (sheet.accepted) byPerson.set(sheet.personId, [...(byPerson.get(sheet.personId) ?? []), sheet]);
  }
  for (const own of byPerson.values()) {
    own.forEach((sheet, i) => {
      const earlier = own.slice(0, i).filter(({ at }) => at >= sheet.at - LIFE_MS && at < sheet.at);
      truths.set(sheet.id, truthOf(sheet, earlier));
    });
  }
  return truths;
}

/** Whether the form asks whom it is about at all. */
const namesASubject = ({ form }: Sheet) => form.fields.some((kind) => /^(hh|ent)\./.test(kind));

function truthOf(sheet: Sheet, earlier: readonly Sheet[]): Truth {
  const entered = new Map(sheet.fields.filter(saysEnough).map((field) => [field.fact, field]));
  // Of a sheet that is sent again the phrases are sent again as well; between sheets, and where nothing says
  // whom they are about, they are coincidence.
  const whole = [...entered.keys()];
  const telling = new Map([...entered].filter(([, { kind }]) => !IS_PHRASE.test(kind)));
  const facts = [...telling.keys()];
  const lastIn = (fact: string, here: boolean) =>
    Math.max(
      0,
      ...earlier
        .filter(
          (one) => (one.portalId === sheet.portalId) === here && one.fields.some((f) => f.fact === fact),
        )
        .map((one) => one.at),
    );
  const shared = facts.filter((fact) => lastIn(fact, false) > lastIn(fact, true));
  const result = (scope: Truth['scope']): Truth => ({ scope, eligible: facts.length, shared: shared.length });
  const isSameForm = earlier.some(
    (one) =>
      one.form.id === sheet.form.id &&
      (one.subject === sheet.subject || !namesASubject(sheet)) &&
      cycleOf(one) === cycleOf(sheet) &&
      (facts.length > 0 || sheet.fields.some(({ kind }) => kind === 'hh.name')) &&
      whole.length > 0 &&
      whole.filter((fact) => one.fields.some((f) => f.fact === fact)).length / whole.length >= 0.8,
  );
  if (isSameForm) return result('sameForm');
  const isLong = shared.some((fact) => lengthOf(telling.get(fact)?.value ?? '') >= 15);
  const isDouble = shared.length > 0 && shared.length / facts.length >= 0.5 && (shared.length >= 2 || isLong);
  return result(isDouble ? 'crossPortal' : null);
}
