// What the person has entered on this page and not yet sent: which fields, how, for how long. Values stay in
// the fields; they are read once, at the commit.
import type { UploadCounts } from '../domain/records';
import type { EditMode } from '../messaging/protocol';
import { containsDeep, matches } from './dom';
import { type FieldName, fieldKey, fieldName } from './fields';
import { formOf, layerOf } from './form-scope';

export type Stretch = [from: number, to: number];

/** One filling of a field: from its first edit until what was entered is taken. */
interface Filling {
  modes: Set<EditMode>;
  /** When, by the wall clock, and at which reading of the frame's active time. */
  firstAt: number;
  firstActive: number;
  uploads: UploadCounts;
  isSent: boolean;
  /** What was entered since it was sent. */
  next: Filling | null;
}

export interface Edit extends Filling {
  field: HTMLElement;
  name: FieldName;
  /** Stretches with the focus in the field, from and to a reading of the frame's active time. */
  focused: Stretch[];
  form: Element | null;
  layer: Element | null;
  /** The page keeps it as a draft. */
  isKept: boolean;
}

/** Edits of a form that is gone (a wizard's earlier step) can still be sent this long. */
const CARRY_MS = 30 * 60_000;
const MOST_EDITS = 600;

export const NO_UPLOADS: UploadCounts = { images: 0, videos: 0, documents: 0 };

const begin = (firstAt: number, firstActive: number): Filling => ({
  modes: new Set(),
  firstAt,
  firstActive,
  uploads: NO_UPLOADS,
  isSent: false,
  next: null,
});

export interface Edits {
  note(field: HTMLElement, mode: EditMode, at: number, activeSoFar: number): Edit;
  /** The focus was in a field; of one that is never edited nothing comes. */
  spend(field: Element, stretch: Stretch): void;
  /** A password field got input. What it holds is never read; that it was filled tells a login apart. */
  noteSecret(field: Element): void;
  isSecretFilled(field: Element): boolean;
  all(): Edit[];
  /** Edits whose fields are gone from the page, made in the same layer (or none); no drafts, which stay behind. */
  carried(layer: Element | null, now: number): Edit[];
  /** These are being sent as they are now; the page's answer is not there yet. */
  send(edits: readonly Edit[]): void;
  /** They were taken, or are to be forgotten; what was entered since they were sent stays. */
  drop(edits: readonly Edit[]): void;
  bringBack(edits: readonly Edit[]): void;
  /** They were taken as a draft: to be sent for good, as long as their fields are there or their form goes on. */
  keep(edits: readonly Edit[], isKept: boolean): void;
  dropIn(root: Element): void;
}

export function makeEdits(): Edits {
  let edits: Edit[] = [];
  const spent = new WeakMap<Element, Stretch[]>();
  const secrets = new WeakSet<Element>();
  const stretchesOf = (field: Element): Stretch[] => {
    const known = spent.get(field) ?? [];
    spent.set(field, known);
    return known;
  };
  return {
    note(field, mode, at, activeSoFar) {
      const known = edits.find((edit) => edit.field === field) ?? adopt(edits, field);
      if (known) {
        known.modes.add(mode);
        known.isKept = false;
        if (known.isSent) {
          known.next ??= begin(at, activeSoFar);
          known.next.modes.add(mode);
        }
        spent.set(field, known.focused);
        return known;
      }
      const edit: Edit = {
        field,
        name: fieldName(field),
        focused: stretchesOf(field),
        form: formOf(field),
        layer: layerOf(field),
        isKept: false,
        ...begin(at, activeSoFar),
      };
      edit.modes.add(mode);
      edits.push(edit);
      if (edits.length > MOST_EDITS) edits.shift();
      return edit;
    },
    spend(field, stretch) {
      stretchesOf(field).push(stretch);
    },
    noteSecret: (field) => secrets.add(field),
    isSecretFilled: (field) => secrets.has(field) || matches(field, ':autofill'),
    all: () => edits,
    carried: (layer, now) =>
      edits.filter(
        (edit) =>
          !(edit.isKept || edit.field.isConnected) && edit.layer === layer && now - edit.firstAt < CARRY_MS,
      ),
    send(sent) {
      for (const edit of sent) {
        edit.isSent = true;
        edit.next = null;
      }
    },
    drop(gone) {
      edits = edits.flatMap((edit) => {
        if (!gone.includes(edit)) return edit;
        return edit.next ? { ...edit, ...edit.next } : [];
      });
    },
    bringBack(lost) {
      edits = [...edits, ...lost.filter(({ field }) => edits.every((known) => known.field !== field))];
    },
    keep(drafts, isKept) {
      for (const edit of drafts) edit.isKept = isKept;
    },
    dropIn(root) {
      edits = edits.filter(
        (edit) => edit.form !== root && edit.layer !== root && !containsDeep(root, edit.field),
      );
    },
  };
}

/**
 * Active milliseconds with the focus in the field, none of them before `from`: filling begins with the form's
 * first edit, so the times of its fields never sum to more than it.
 */
export const activeIn = (edit: Edit, from: number): number =>
  edit.focused.reduce((sum, [start, end]) => sum + Math.max(0, end - Math.max(start, from)), 0);

/** Frameworks replace elements while a person types: the same field of the same form goes on as one edit. */
function adopt(edits: readonly Edit[], field: HTMLElement): Edit | undefined {
  if (edits.every((edit) => edit.field.isConnected)) return undefined;
  const key = fieldKey(fieldName(field));
  const lost = edits.find((edit) => !edit.field.isConnected && fieldKey(edit.name) === key);
  if (lost) {
    lost.field = field;
    lost.form = formOf(field);
    lost.layer = layerOf(field);
  }
  return lost;
}
