// Makes the signal of an attempt: what was entered where, in counts and times, and the values on their only
// journey.
import type { Cycle } from '../domain/cycle';
import { fingerprint } from '../domain/fingerprint';
import type { WordTable } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import type { ActionKind, FieldCounts, UploadCounts } from '../domain/records';
import type { AttemptSignal, EditMode, EnteredValue, StepSignal } from '../messaging/protocol';
import type { Edit } from './edits';
import { activeIn, NO_UPLOADS } from './edits';
import { enteredIn, fieldKey, fieldName, fieldsIn, isPrivateField } from './fields';

const MOST_VALUES = 500;

export interface AttemptContext {
  portalId: string;
  route: string;
  depth: number;
  utcOffsetMin: number;
  words: WordTable;
  cycle: Cycle;
}

export interface AttemptParts {
  actionId: string;
  kind: ActionKind;
  draft: boolean;
  startedAt: number;
  at: number;
  activeMs: number;
  root: ParentNode | null;
  edits: readonly Edit[];
  evidence: Evidence[];
}

export function buildAttempt(parts: AttemptParts, context: AttemptContext): AttemptSignal {
  const fields = parts.root ? fieldsIn(parts.root) : [];
  return {
    ...buildEntered(parts, fields.length, context),
    actionId: parts.actionId,
    route: context.route,
    kind: parts.kind,
    draft: parts.draft,
    formKey: formKeyOf(context.route, fields.length > 0 ? fields : parts.edits.map((edit) => edit.field)),
    evidence: [
      ...parts.evidence,
      ...(parts.draft ? (['gesture:draft'] as const) : []),
      ...(navigator.onLine ? [] : (['gesture:offline'] as const)),
    ],
    cycle: context.cycle,
    utcOffsetMin: context.utcOffsetMin,
    depth: context.depth,
  };
}

/** What was entered, in counts and times; `total` is how many fields there were. */
export function buildEntered(
  parts: Pick<AttemptParts, 'startedAt' | 'at' | 'activeMs' | 'edits'>,
  total: number,
  context: AttemptContext,
): StepSignal {
  return {
    portalId: context.portalId,
    startedAt: parts.startedAt,
    at: parts.at,
    activeMs: Math.max(0, parts.activeMs),
    fields: countFields(total, parts.edits),
    uploads: sumUploads(parts.edits),
    values: enteredValues(parts.edits, context.words),
  };
}

/** The same form has the same route and the same set of fields; how many rows a table has does not matter. */
export function formKeyOf(route: string, fields: readonly Element[]): string {
  const keys = [...new Set(fields.map((field) => fieldKey(fieldName(field))))].sort();
  return fingerprint(`${route}|${keys.join('|')}`);
}

/** One way per field, the one that says most: filled by the browser, pasted, typed, chosen. */
export function mainMode(modes: ReadonlySet<EditMode>): EditMode {
  return (['pasted', 'typed', 'filled', 'chosen'] as const).find((mode) => modes.has(mode)) ?? 'typed';
}

function countFields(total: number, edits: readonly Edit[]): FieldCounts {
  const counts: FieldCounts = {
    total: Math.max(total, edits.length),
    edited: edits.length,
    typed: 0,
    pasted: 0,
    chosen: 0,
    filled: 0,
  };
  for (const edit of edits) counts[mainMode(edit.modes)] += 1;
  return counts;
}

function sumUploads(edits: readonly Edit[]): UploadCounts {
  const sum = { ...NO_UPLOADS };
  for (const { uploads } of edits) {
    sum.images += uploads.images;
    sum.videos += uploads.videos;
    sum.documents += uploads.documents;
  }
  return sum;
}

function enteredValues(edits: readonly Edit[], words: WordTable): EnteredValue[] {
  const values: EnteredValue[] = [];
  const from = Math.min(...edits.map((edit) => edit.firstActive));
  for (const edit of edits) {
    const mode = mainMode(edit.modes);
    if (mode === 'chosen' || isPrivateField(edit.field, words)) continue;
    const value = enteredIn(edit.field);
    if (value) values.push({ value, mode, activeMs: activeIn(edit, from) });
    if (values.length === MOST_VALUES) break;
  }
  return values;
}
