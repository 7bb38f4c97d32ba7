// The domain config: what administrators distribute to say which portals are measured and what their pages
// are. Data only: globs and literal words; no regular expression, no selector, no code. Keys nobody knows are
// refused, for a mistyped key is the usual mistake; keys that begin with `x-` are notes and are skipped.
//
// What a document leaves out is filled in here, so that the rest of the program never asks whether a key is
// there: `null` for "not said", `[]` for "none". An empty `routes` limits nothing. `broad` repeats, word for word,
// the patterns that reach below a whole public suffix (`*://*.gov.cn/*`): somebody has to mean them.

import * as v from 'valibot';
import { CYCLES } from '../domain/cycle';
import { CalendarDate, Due, Id, Pattern, RequestRule, RouteGlob, Text, Words } from './schema-parts';

export const MAX_PORTALS = 500;
export const MAX_PATTERNS = 2_000;
const MAX_PATTERNS_PER_PORTAL = 200;
const MAX_RULES_PER_PORTAL = 200;
const MAX_CALENDAR_DAYS = 2_000;
const MAX_LOCKED = 50;

export const CATEGORIES = [
  'check-in',
  'reporting',
  'learning-hours',
  'work-order',
  'messaging',
  'public-site',
] as const;
export const LEVELS = ['nation', 'province', 'city', 'county', 'town', 'village'] as const;
export const PURPOSES = ['ranking', 'learning', 'burden-relief', 'self-inspection'] as const;

/** What a person may always do is never locked, under whatever name a setting has. */
export const NEVER_LOCKED = /consent|pause|export|delet/i;

const orNull = <const S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);
const listOf = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.optional(v.pipe(v.array(item), v.maxLength(most, `tooLarge: <= ${most}`)), []);

/** A strict object that names every unknown key: valibot's own stops at the first. */
function closed<const E extends v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> {
  return v.objectWithRest(entries, v.never('wrongShape: unknown key')) as unknown as v.StrictObjectSchema<
    E,
    undefined
  >;
}

const LocalText = v.pipe(
  closed({ 'zh-CN': v.exactOptional(Text), en: v.exactOptional(Text) }),
  v.check((text) => text['zh-CN'] !== undefined || text.en !== undefined, 'wrongShape: zh-CN | en'),
);

const Purpose = orNull(v.picklist(PURPOSES));

const CheckIn = closed({
  controls: Words,
  success: Words,
  requests: listOf(RequestRule, MAX_RULES_PER_PORTAL),
});

const FormRule = closed({
  route: RouteGlob,
  title: orNull(LocalText),
  submit: Words,
  success: Words,
  failure: Words,
  cycle: orNull(v.picklist(CYCLES)),
  due: orNull(Due),
  purpose: Purpose,
  ignore: v.optional(v.boolean(), false),
});

const PageRule = closed({ route: RouteGlob, purpose: Purpose });

export const PortalSchema = closed({
  id: Id,
  title: LocalText,
  department: orNull(Text),
  level: orNull(v.picklist(LEVELS)),
  region: orNull(Text),
  category: v.picklist(CATEGORIES),
  exempt: v.optional(v.boolean(), false),
  purpose: Purpose,
  match: v.pipe(
    v.array(Pattern),
    v.minLength(1, 'wrongShape: >= 1'),
    v.maxLength(MAX_PATTERNS_PER_PORTAL, `tooLarge: <= ${MAX_PATTERNS_PER_PORTAL}`),
  ),
  exclude: listOf(Pattern, MAX_PATTERNS_PER_PORTAL),
  routes: listOf(RouteGlob, MAX_RULES_PER_PORTAL),
  hosts: listOf(Pattern, MAX_PATTERNS_PER_PORTAL),
  broad: listOf(Pattern, MAX_PATTERNS_PER_PORTAL),
  checkIn: v.optional(CheckIn, {}),
  forms: listOf(FormRule, MAX_RULES_PER_PORTAL),
  pages: listOf(PageRule, MAX_RULES_PER_PORTAL),
  noise: listOf(RequestRule, MAX_RULES_PER_PORTAL),
});

const LockedSetting = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'wrongShape: a setting'),
  v.check((name) => !NEVER_LOCKED.test(name), 'notAllowed: never consent, pause, export, deletion'),
);

export const DomainConfigSchema = closed({
  format: v.literal(1, 'unknownFormat: 1'),
  id: Id,
  version: v.pipe(v.number(), v.safeInteger('wrongShape: integer'), v.minValue(0, 'wrongShape: >= 0')),
  issued: orNull(CalendarDate),
  title: LocalText,
  publisher: orNull(LocalText),
  calendar: v.optional(
    closed({
      workdays: listOf(CalendarDate, MAX_CALENDAR_DAYS),
      holidays: listOf(CalendarDate, MAX_CALENDAR_DAYS),
    }),
    {},
  ),
  words: v.optional(closed({ success: Words, failure: Words }), {}),
  neverRead: Words,
  locked: listOf(LockedSetting, MAX_LOCKED),
  portals: v.pipe(v.array(PortalSchema), v.maxLength(MAX_PORTALS, `tooLarge: <= ${MAX_PORTALS}`)),
});

export type DomainConfig = v.InferOutput<typeof DomainConfigSchema>;
/** A document as it may be written, with everything optional left out. */
export type DomainConfigDocument = v.InferInput<typeof DomainConfigSchema>;
export type Portal = v.InferOutput<typeof PortalSchema>;
export type FormRule = v.InferOutput<typeof FormRule>;
export type PageRule = v.InferOutput<typeof PageRule>;
/** A text in Chinese, English or both; at least one is there. */
export type LocalText = v.InferOutput<typeof LocalText>;
export type Purpose = (typeof PURPOSES)[number];
