// Notices edits by looking at as little as possible: after a typed edit what is typed next says nothing new until the
// focus moves, something is sent or answered, or a second is over. The listener stays: its coming and going, with a
// timer, was measured to cost more than eight keys that it lets pass.
import type { EditMode } from '../messaging/protocol';
import { choiceOn } from './controls';
import { ancestry, blankFrameDocument, deepActiveElement, hear, matches } from './dom';
import type { Edits } from './edits';
import { countFiles, enteredIn, fieldOf, fieldsIn, isChoice, isPassword } from './fields';

const QUIET_MS = 1_000;

export interface EditSensorOptions {
  edits: Edits;
  now(): number;
  activeSoFar(): number;
  /** What such a field holds is never looked at. */
  isPrivate(field: Element): boolean;
  /** The focus comes to something: the person goes on. */
  onFocus(): void;
  signal: AbortSignal;
}

export interface EditSensor {
  /** The next input is heard, whatever was heard before. */
  listen(): void;
  /** A click that hit no control may be a home-made choice. */
  noteClick(path: readonly EventTarget[]): void;
  /** Brings the focused field's active time up to now. */
  settleFocus(): void;
}

export function startEditSensor({
  edits,
  now,
  activeSoFar,
  isPrivate,
  onFocus,
  signal,
}: EditSensorOptions): EditSensor {
  let lastField: HTMLElement | null = null;
  /** By the events' own time. */
  let quietUntil = 0;
  let focused: { field: HTMLElement; since: number } | null = null;

  const note = (field: HTMLElement, mode: EditMode) => edits.note(field, mode, now(), activeSoFar());

  const onInput = (event: Event) => {
    const { timeStamp } = event;
    if (timeStamp < quietUntil || !event.isTrusted) return;
    const field = fieldOf(event.composedPath()[0]);
    if (!field) return;
    if (isPassword(field)) return edits.noteSecret(field);
    const mode = modeOf(event, field);
    note(field, mode);
    if (mode === 'typed') quietUntil = timeStamp + QUIET_MS;
  };
  const listen = () => {
    quietUntil = 0;
  };

  const leaveField = () => {
    if (!focused) return;
    edits.spend(focused.field, [focused.since, activeSoFar()]);
    focused = null;
  };
  const onFocusIn = (event: FocusEvent) => {
    onFocus();
    leaveField();
    const field = fieldOf(event.composedPath()[0]);
    if (!field) return;
    focused = { field, since: activeSoFar() };
    listen();
  };
  const onPaste = (event: ClipboardEvent) => {
    const field = fieldOf(event.composedPath()[0]);
    if (event.isTrusted && field && !isPassword(field)) note(field, 'pasted');
  };
  const onChange = (event: Event) => {
    const field = fieldOf(event.composedPath()[0]);
    if (!event.isTrusted || !(field instanceof HTMLInputElement) || field.type !== 'file') return;
    const edit = note(field, 'chosen');
    const more = countFiles(field.files);
    // Upload widgets empty their input after each choice, so later choices add up.
    edit.uploads = {
      images: edit.uploads.images + more.images,
      videos: edit.uploads.videos + more.videos,
      documents: edit.uploads.documents + more.documents,
    };
  };
  /** A click after which one field holds another text has chosen that: a ready-made answer, a stepper. */
  const noteFilling = () => {
    const before = fieldsIn(document)
      .filter((field) => !isPrivate(field))
      .map((field) => ({ field, value: enteredIn(field) }));
    setTimeout(() => {
      const [one, other] = before.filter(({ field, value }) => enteredIn(field) !== value);
      // Several at once are a record that the page shows, and what is emptied was sent or reset.
      if (one && !other && enteredIn(one.field)) note(one.field, 'chosen');
    }, 0);
  };
  const heard = new WeakSet<Document>();
  const hearEditorFrame = () => {
    // Rich-text editors live in a frame without an address of its own: its input is seen from here.
    const frame = document.activeElement;
    const inner = blankFrameDocument(frame);
    if (!inner || !(frame instanceof HTMLElement) || heard.has(inner)) return;
    heard.add(inner);
    hear(inner, 'input', (event) => event.isTrusted && note(frame, 'typed'), signal);
  };
  // The active element may change only after the event.
  const onWindowBlur = () => {
    hearEditorFrame();
    setTimeout(hearEditorFrame, 0);
  };

  hear(document, 'input', onInput, signal);
  hear(document, 'focusin', onFocusIn, signal);
  hear(document, 'focusout', leaveField, signal);
  hear(document, 'paste', onPaste, signal);
  hear(document, 'change', onChange, signal);
  addEventListener('blur', onWindowBlur, { signal });

  return {
    listen,
    noteClick(path) {
      const field = fieldOf(path[0]);
      if (field) {
        lastField = field;
        return;
      }
      noteFilling();
      const choice = choiceOn(path);
      if (!(choice instanceof HTMLElement)) return;
      // A drop-down's or picker's options hang under <body>: the choice belongs to the field that opened them.
      const opener = fieldOf(deepActiveElement() ?? undefined) ?? (isInPopup(choice) ? lastField : null);
      note(opener?.isConnected ? opener : choice, 'chosen');
    },
    settleFocus() {
      const field = focused?.field;
      leaveField();
      if (field) focused = { field, since: activeSoFar() };
    },
  };
}

/** In a layer or box over the page that holds no field of its own: it chooses for a field elsewhere. */
function isInPopup(choice: Element): boolean {
  for (const ancestor of ancestry(choice)) {
    if (ancestor === document.body) return false;
    const { position } = getComputedStyle(ancestor);
    if (position === 'fixed' || position === 'absolute') return fieldsIn(ancestor).length === 0;
  }
  return false;
}

function modeOf(event: Event, field: Element): EditMode {
  if (isChoice(field)) return 'chosen';
  const how = event instanceof InputEvent ? event.inputType : '';
  if (how === 'insertFromPaste' || how === 'insertFromDrop') return 'pasted';
  if (how === 'insertReplacementText') return 'filled';
  // Autofill reports a plain input event.
  return how === '' && matches(field, ':autofill') ? 'filled' : 'typed';
}
