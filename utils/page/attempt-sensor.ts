// Attempts from gesture to outcome, as far as this frame can see: opens them, watches what the page says,
// and tells when nothing more will come.
import type { Instant } from '../domain/attention';
import type { Evidence } from '../domain/outcomes';
import type { OpenAttempt, Signals } from '../messaging/protocol';
import type { Act } from './act';
import { type AttemptContext, buildAttempt, buildEntered, formKeyOf } from './attempt-builder';
import { ancestry, queryAll } from './dom';
import type { Edit, Edits } from './edits';
import { enteredIn, fieldsIn } from './fields';
import { layerOf } from './form-scope';
import type { Send } from './outbox';
import { type Watch, WINDOW_MS, watchOutcome } from './outcome-sensor';

/** On a page that also holds a form, what went before a check-in was not all for it. */
const MIXED_CHECK_IN_MS = 60_000;
/** So many acts of this document are told from its polling. */
const MOST_ACTS = 100;

/** The form is done with. */
const IS_OVER: readonly Evidence[] = ['dialog:gone', 'scope:reset', 'scope:gone'];
/** What ends an act. Loose words of success may stand in a question that asks back: evidence, but no end. */
const SAYS_YES: readonly Evidence[] = ['message:success', ...IS_OVER];
const SAYS_NO: readonly Evidence[] = [
  'message:failure',
  'text:failure',
  'message:validation',
  'field:invalid',
  'field:refused',
  'message:already',
];

/** A check-in that opens a form goes on in it, whatever the form says of its fields. */
const ends = ({ kind }: Act, mark: Evidence): boolean =>
  SAYS_YES.includes(mark) || (SAYS_NO.includes(mark) && !(kind === 'checkIn' && mark.startsWith('field:')));

export interface AttemptSensorOptions {
  send: Send<Signals>;
  quietly(sending: Promise<unknown>): void;
  clock(): Instant;
  randomId(): string;
  edits: Edits;
  context(): AttemptContext;
  activeSoFar(): number;
  activeSinceArrival(): number;
  settleFocus(): void;
  /** The page has answered the last act. */
  onAnswered(): void;
}

interface Current {
  act: Act;
  actionId: string;
  watch: Watch | null;
  answered: boolean;
  /** Resolves when its last message has arrived. */
  told: Promise<unknown>;
}

export function startAttemptSensor(options: AttemptSensorOptions) {
  const { send, quietly, clock, edits } = options;
  const foreign = new Set<Watch>();
  let current: Current | null = null;
  const actsAt: number[] = [];

  const sendEvidence = (actionId: string, evidence: Evidence[], final: boolean, mine?: Current) => {
    const tell = () => send('evidence', { actionId, evidence, at: clock().wall, final });
    const watch = mine?.watch;
    quietly(
      tell().then((heard) => {
        if (final && heard !== 'waiting') watch?.stop();
        // Nobody knows of the act yet: its own message found no room on the disk, and is being told again.
        return heard || mine?.told.then(tell);
      }),
    );
  };

  let step: { edits: Edit[]; at: number; isNative: boolean } | null = null;
  const startedAt = (sent: readonly Edit[]) => Math.min(...sent.map((edit) => edit.firstAt), clock().wall);
  const activeSince = (sent: readonly Edit[]) => {
    const active = options.activeSoFar();
    return active - Math.min(...sent.map((edit) => edit.firstActive), active);
  };
  const activeFor = (act: Act): number => {
    if (act.kind === 'submission') return activeSince(act.edits);
    const sinceArrival = options.activeSinceArrival();
    return fieldsIn(document).length > 0 ? Math.min(sinceArrival, MIXED_CHECK_IN_MS) : sinceArrival;
  };

  const announce = (mine: Current) => {
    const { act, actionId } = mine;
    options.settleFocus();
    const activeMs = activeFor(act);
    const at = clock().wall;
    mine.told = send(
      'attempt',
      buildAttempt(
        {
          actionId,
          kind: act.kind,
          draft: act.draft,
          startedAt: act.kind === 'submission' ? startedAt(act.edits) : at - activeMs,
          at,
          activeMs,
          root: act.scope?.root ?? null,
          edits: act.edits,
          evidence: act.evidence,
        },
        options.context(),
      ),
    );
    quietly(mine.told);
    edits.send(act.edits);
  };

  /** Where only a draft was saved, the form is there still to be handed in. */
  const take = (act: Act, evidence: readonly Evidence[]) => {
    if (act.draft && !evidence.some((mark) => IS_OVER.includes(mark))) edits.keep(act.edits, true);
    else edits.drop(act.edits);
  };

  const startWatch = (mine: Current) => {
    mine.watch?.stop();
    actsAt.push(performance.now());
    if (actsAt.length > MOST_ACTS) actsAt.shift();
    mine.watch = watchOutcome({
      words: options.context().words,
      control: mine.act.control,
      layer: mine.act.control ? layerOf(mine.act.control) : null,
      edits: mine.act.edits,
      roots: rootsAround(mine.act.control),
      boxesOnly: false,
      readWhole: false,
      loginOnly: false,
      actsAt,
      windowMs: WINDOW_MS,
      patient: true,
      onEvidence(evidence, final) {
        sendEvidence(mine.actionId, evidence, final, mine);
        // It may have been thanked for too soon: what was entered can be sent once more.
        if (evidence.includes('message:failure')) edits.bringBack(mine.act.edits);
        else if (evidence.some((mark) => SAYS_YES.includes(mark))) take(mine.act, evidence);
        if (!evidence.some((mark) => ends(mine.act, mark))) return;
        mine.answered = true;
        if (current === mine) options.onAnswered();
      },
    });
  };

  const stopForeign = () => {
    for (const watch of foreign) watch.stop();
    foreign.clear();
  };

  return {
    open(act: Act) {
      // What the page shows from here on answers the newer act.
      current?.watch?.stop();
      stopForeign();
      current = { act, actionId: options.randomId(), watch: null, answered: false, told: Promise.resolve() };
      announce(current);
      startWatch(current);
    },
    /** The same act goes on: it was confirmed once more, and its values are as they are now. */
    goOn() {
      if (!current) return;
      current.act = { ...current.act, evidence: [...current.act.evidence, 'gesture:again'] };
      announce(current);
      startWatch(current);
    },
    lookNow() {
      current?.watch?.lookNow();
      for (const watch of foreign) watch.lookNow();
    },
    addEvidence(evidence: Evidence) {
      current?.watch?.addEvidence(evidence);
    },
    noteStep(pageEdits: Edit[]) {
      // What goes now goes on, and is not done with.
      if (current?.act.draft) current.watch?.stop();
      step = { edits: pageEdits, at: clock().wall, isNative: false };
    },
    noteNativeForm() {
      if (step) step.isNative = true;
      current?.watch?.addEvidence('native:form');
    },
    /** `isNew`: this document has come since; else the attempt is another frame's. */
    watchFor(attempt: OpenAttempt, isNew: boolean) {
      if (attempt.actionId === current?.actionId) return;
      // A new document is offered only what still waits, however long its server took to send it.
      const left = isNew ? WINDOW_MS : WINDOW_MS - (clock().wall - attempt.at);
      if (left <= 0) return;
      if (!isNew) {
        // What the page shows from here on answers the newer act, unless ours still waits for its own answer.
        stopForeign();
        if (current?.answered) current.watch?.stop();
      }
      const watch = watchOutcome({
        words: options.context().words,
        control: null,
        layer: null,
        edits: [],
        roots: [document],
        boxesOnly: !isNew,
        readWhole: isNew,
        loginOnly: attempt.moved ?? false,
        actsAt,
        windowMs: left,
        onEvidence(evidence, final) {
          if (final) foreign.delete(watch);
          if (evidence.length > 0) sendEvidence(attempt.actionId, evidence, false);
        },
      });
      foreign.add(watch);
      if (isNew && !attempt.moved && showsAgain(attempt, options.context().route))
        watch.addEvidence('form:again');
    },
    leave(movedByPage: boolean) {
      const at = clock().wall;
      // A page that goes on by itself keeps its fields; what the person left is not sent at all.
      if (step && at - step.at < WINDOW_MS && (step.isNative || movedByPage)) {
        const { edits: sent } = step;
        options.settleFocus();
        const parts = { startedAt: startedAt(sent), at, activeMs: activeSince(sent), edits: sent };
        quietly(send('step', buildEntered(parts, sent.length, options.context())));
      }
      step = null;
      current?.watch?.leave(movedByPage);
      for (const watch of foreign) watch.leave(false);
    },
    stop() {
      current?.watch?.stop();
      stopForeign();
    },
  };
}

/** The page came back with the form that was sent, still filled: no sign that it was taken. */
function showsAgain(attempt: OpenAttempt, route: string): boolean {
  if (attempt.kind === 'checkIn') return false;
  const isFilled = (fields: readonly HTMLElement[]) => fields.some((field) => enteredIn(field) !== '');
  return [...queryAll(document, 'form'), document.body].some((root) => {
    const fields = fieldsIn(root);
    return fields.length > 0 && formKeyOf(route, fields) === attempt.formKey && isFilled(fields);
  });
}

/** An observer does not look into shadow roots: those around the control are observed as well. */
function rootsAround(control: Element | null): Node[] {
  const roots: Node[] = [document];
  for (const element of control ? ancestry(control) : []) {
    const root = element.getRootNode();
    if (root instanceof ShadowRoot && !roots.includes(root)) roots.push(root);
  }
  return roots;
}
