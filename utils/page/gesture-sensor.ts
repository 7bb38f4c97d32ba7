// Gestures: the trusted acts by which a person may send what was entered, or check in. Decides which of them
// are attempts; what becomes of an attempt is the outcome sensor's matter.
import type { ControlClass, WordTable } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import { type Act, checkInBy, controlsOffered, holdsFields } from './act';
import { type Control, controlOn } from './controls';
import { attributeOf, containsDeep, hear, isFrameElement, queryAll } from './dom';
import type { Edit, Edits } from './edits';
import { fieldOf, fieldsIn, isChoice } from './fields';
import {
  defaultControl,
  formOf,
  isLogin,
  layerOf,
  lookupTest,
  type Scope,
  savesDraft,
  scopeOf,
} from './form-scope';
import { watchUnnamedCheckIn } from './unnamed-check-in';

/** A second click this soon is the same act; frameworks swallow it. */
const DOUBLE_MS = 1_200;
/** A confirm layer may stay open this long and still belong to the act that opened it. */
const CHAIN_MS = 120_000;
/** A sheet that asks back is answered sooner. */
const SHEET_MS = 30_000;
/** A submit event without a click or key just before was made by the page. */
const PROMPT_MS = 1_000;
/** A page's answer to an act comes within this. */
const ANSWER_MS = 10_000;

const NONE: ReadonlySet<Element> = new Set();
const CHAINS: ReadonlySet<ControlClass> = new Set(['confirm', 'commit', 'checkIn']);

export interface GestureSensorOptions {
  edits: Edits;
  words(): WordTable;
  now(): number;
  signal: AbortSignal;
  /** A new attempt. */
  onAct(act: Act): void;
  /** The last act again: its confirm layer was confirmed. */
  onChain(): void;
  /** The last act was called off where the page asked back. */
  onCancel(): void;
  /** The last act's form sends itself by navigation. */
  onNativeForm(): void;
  /** A form goes on; should it do so in another document, these edits are for its last page to send. */
  onStep(edits: Edit[]): void;
  /** A commit in a layer that holds a frame: what it sends may have been entered in there. */
  onCommitOverFrame(): void;
  /** Before anything else is made of a gesture. */
  onGesture(): void;
  noteClick(path: readonly EventTarget[]): void;
}

export interface GestureSensor {
  lastGestureAt(): number;
  /** The parent page committed what was entered in this frame. */
  commitFromAbove(): void;
  /** The last act has its answer: what follows is a new one. */
  actAnswered(): void;
  /** Earlier documents hold pages of a form that this one may send. */
  expectLastPage(): void;
}

export function startGestureSensor(options: GestureSensorOptions): GestureSensor {
  const { edits, now, signal } = options;
  let lastGestureAt = Number.NEGATIVE_INFINITY;
  let lastControl: Control | null = null;
  /** `offered`: what a check-in's page had to act on; a submission's layer is told by its fields. */
  let open: { act: Act; at: number; answered: boolean; offered: ReadonlySet<Element> } | null = null;

  let hasPagesBefore = false;

  const start = (act: Act) => {
    unnamed.forget();
    hasPagesBefore = false;
    const offered = act.kind === 'checkIn' ? controlsOffered(options.words()) : NONE;
    open = { act, at: now(), answered: false, offered };
    options.onAct(act);
  };
  const isSameAct = (control: Element, scope: Scope | null) =>
    open !== null &&
    !open.answered &&
    now() - open.at < DOUBLE_MS &&
    !open.act.edits.some(({ next }) => next) &&
    (open.act.control === control || (scope !== null && open.act.scope?.root === scope.root));

  const unnamed = watchUnnamedCheckIn(
    options.words,
    () => start(checkInBy(null, ['gesture:click', 'message:success'])),
    signal,
  );

  const goOn = () => {
    if (open) open.at = now();
    options.onChain();
  };

  const commit = (control: Control, evidence: Evidence) => {
    const usable = edits.all().filter((edit) => edit.field.isConnected);
    const scope = scopeOf(
      control.element,
      usable.map((edit) => edit.field),
    );
    if (isSameAct(control.element, scope)) return;
    if (!scope && (continues(control) || (control.kind === 'confirm' && cameSince(control)))) return goOn();
    const layer = layerOf(control.element);
    let sent = scope ? usable.filter((edit) => containsDeep(scope.root, edit.field)) : [];
    const isLookup = lookupTest(options.words());
    sent = sent.filter((edit) => !isLookup(edit.field));
    const place = sent.length > 0 ? scope : null;
    if (!place && control.kind !== 'confirm') sent = edits.carried(layer, now());
    const closesForm = control.kind === 'commit' || formOf(control.element) !== null;
    if (sent.length === 0 && !(hasPagesBefore && closesForm)) {
      if (layer && queryAll(layer, 'iframe').some(isFrameElement)) options.onCommitOverFrame();
      return;
    }
    // A picker's 确认 sends nothing: it takes choices over into a form.
    if (
      sent.length > 0 &&
      control.kind === 'confirm' &&
      (place?.kind === 'page' || !sent.some((edit) => fieldOf(edit.field)))
    )
      return;
    const root = place?.root ?? document.body;
    if (isLogin(fieldsIn(root), edits.isSecretFilled)) return;
    const draft = control.kind === 'save' && savesDraft(root, options.words());
    const carried = place && place.kind !== 'layer' ? edits.carried(layer, now()) : [];
    start({
      kind: 'submission',
      draft,
      evidence: [evidence],
      control: control.element,
      scope: place,
      edits: [...new Set([...sent, ...carried])],
    });
  };

  /** Whether a control without edits of its own goes on with the act before: 提交, then 确定 in a layer. */
  const continues = (control: Control): boolean => asksBack(control) && CHAINS.has(control.kind);

  /** Whether the control stands in a layer that came over the last act, which has had no answer yet. */
  const asksBack = (control: Control): boolean => {
    if (!open || open.answered || now() - open.at > CHAIN_MS) return false;
    const layer = layerOf(control.element);
    return layer !== null && layer !== open.act.scope?.root && !holdsFields(layer, open.act);
  };

  /** Whether the control came with a sheet after a check-in, which need not cover the page. */
  const cameSince = (control: Control): boolean =>
    open?.act.kind === 'checkIn' &&
    !open.answered &&
    now() - open.at < SHEET_MS &&
    !open.offered.has(control.element);

  const act = (control: Control, evidence: Evidence) => {
    const scopeRoot = formOf(control.element) ?? layerOf(control.element);
    switch (control.kind) {
      case 'commit':
      case 'save':
      case 'confirm':
        return commit(control, evidence);
      case 'checkIn':
        if (isSameAct(control.element, null)) return;
        // The control opened a layer that asks for a reason and has the same control: one act.
        if (open?.act.kind === 'checkIn' && (continues(control) || cameSince(control))) return goOn();
        return start(checkInBy(control.element, [evidence]));
      case 'draft': {
        const sent = editsAround(control.element);
        if (sent.length === 0) return;
        return start({
          kind: 'submission',
          draft: true,
          evidence: [evidence],
          control: control.element,
          scope: null,
          edits: sent,
        });
      }
      case 'cancel':
        if (open && !open.answered && (asksBack(control) || cameSince(control))) options.onCancel();
        else if (scopeRoot) edits.dropIn(scopeRoot);
        open = null;
        return;
      case 'search':
      case 'reset':
        dropLookedUp(control.element);
        return;
      case 'step': {
        const page = editsAround(control.element);
        edits.keep(page, false);
        options.onStep(page);
        return;
      }
      case 'remove':
      case 'session':
        // What follows in a confirm layer belongs to this, not to an earlier commit.
        open = null;
        return;
      default:
    }
  };

  const editsAround = (control: Element): Edit[] => {
    const scope = scopeOf(
      control,
      edits.all().map((edit) => edit.field),
    );
    return scope ? edits.all().filter((edit) => containsDeep(scope.root, edit.field)) : [];
  };

  const dropLookedUp = (control: Element) => {
    const form = formOf(control);
    if (form) return edits.dropIn(form);
    const near = scopeOf(
      control,
      edits.all().map((edit) => edit.field),
    );
    if (near && near.kind !== 'page') edits.dropIn(near.root);
  };

  const onClick = (event: Event) => {
    if (!event.isTrusted) return;
    options.onGesture();
    lastGestureAt = now();
    const path = event.composedPath();
    lastControl = controlOn(path, options.words());
    options.noteClick(path);
    if (lastControl) act(lastControl, 'gesture:click');
    const means = lastControl !== null && lastControl.kind !== 'other';
    const field = fieldOf(path[0]);
    // A click that puts the cursor somewhere is none; what is said shortly after an act answers that act.
    const mayCheckIn = !means && (!field || isChoice(field));
    if (mayCheckIn && !(open && now() - open.at < ANSWER_MS)) unnamed.noteClick();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.isTrusted || event.isComposing) return;
    options.onGesture();
    lastGestureAt = now();
    const field = fieldOf(event.composedPath()[0]);
    // Where Enter breaks the line, it sends with Ctrl (or the Mac's command key).
    if (!field || !(field instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) return;
    lastControl = defaultControl(field, options.words());
    if (lastControl) act(lastControl, 'gesture:enter');
  };

  const onSubmit = (event: SubmitEvent) => {
    const form = event.composedPath()[0];
    if (!event.isTrusted || !(form instanceof HTMLFormElement) || now() - lastGestureAt > PROMPT_MS) return;
    const known = lastControl?.kind ?? 'other';
    // An icon alone says nothing, but a form that is sent by POST after a gesture in it was meant to be.
    if (known === 'other' && attributeOf(form, 'method').toLowerCase() === 'post') {
      const control = event.submitter ?? form;
      commit({ element: control, kind: 'save' }, 'gesture:submit');
    }
    // Whether the page handles the event itself is known once its listeners ran.
    setTimeout(() => {
      if (!event.defaultPrevented) options.onNativeForm();
    }, 0);
  };

  hear(document, 'click', onClick, signal);
  hear(document, 'keydown', onKeyDown, signal);
  hear(document, 'submit', onSubmit, signal);

  return {
    lastGestureAt: () => lastGestureAt,
    commitFromAbove() {
      const isLookup = lookupTest(options.words());
      const sent = edits.all().filter((edit) => edit.field.isConnected && !isLookup(edit.field));
      if (sent.length === 0 || isLogin(fieldsIn(document), edits.isSecretFilled)) return;
      start({
        kind: 'submission',
        draft: false,
        evidence: ['gesture:click'],
        control: null,
        scope: { root: document.body, kind: 'page' },
        edits: sent,
      });
    },
    actAnswered() {
      if (open) open.answered = true;
    },
    expectLastPage() {
      hasPagesBefore = true;
    },
  };
}
