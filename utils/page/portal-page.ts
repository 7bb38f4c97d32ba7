// One frame of a portal: joins the sensors, keeps what route they are on, and turns what they find into
// signals. Knows no extension API: sending, clock and chance come in as arguments.
import type { Instant, MeasuredSpan } from '../domain/attention';
import type { Cycle } from '../domain/cycle';
import type { WordTable } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import type { EndReason } from '../domain/records';
import type { FrontPage, OpenAttempt, Questions, Signals } from '../messaging/protocol';
import { startAttemptSensor } from './attempt-sensor';
import { startAttentionSensor } from './attention-sensor';
import { deepActiveElement, hear, isFrameElement, queryAll } from './dom';
import { startEditSensor } from './edit-sensor';
import { makeEdits } from './edits';
import { isPrivateField } from './fields';
import { startGestureSensor } from './gesture-sensor';
import { readAlert } from './message-finder';
import type { Send } from './outbox';

/** Where in the domain config the frame's address is. */
export interface Place {
  portalId: string;
  route: string;
  words: WordTable;
  /** How often the form of this route is due. */
  cycle: Cycle;
  /** The list leaves out the form of this page: its time counts, what is sent here does not. */
  ignoresForm?: boolean;
}

export interface PortalPageOptions {
  /** null outside the configured portals: then nothing is noticed and nothing sent. */
  locate(address: string): Place | null;
  send: Send<Signals>;
  clock(): Instant;
  randomId(): string;
  /** 0 for the top document. */
  depth: number;
  idleTimeoutMs(): number;
}

export interface PortalPage {
  setRecording(recording: boolean): void;
  answer<T extends keyof Questions>(type: T, data: Questions[T]['data']): Questions[T]['reply'] | undefined;
  /** The config in force has changed: the same address may be in another place now. */
  relocate(): void;
  stop(): void;
}

export function startPortalPage(options: PortalPageOptions): PortalPage {
  let recording = false;
  let address = location.href;
  let place = options.locate(address);
  let running: ReturnType<typeof startSensors> | null = null;
  // pushState fires nothing that a content script can hear, except through the Navigation API. Without it the
  // address is compared whenever the person does something.
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;

  const isWanted = () => recording && place !== null;
  const follow = (reason: EndReason) => {
    if (isWanted() && place) {
      if (running) running.moveTo(place);
      else running = startSensors(options, place, onBeat);
    } else if (running) {
      running.stop(reason);
      running = null;
    }
  };
  const checkAddress = () => {
    if (location.href === address) return;
    address = location.href;
    place = options.locate(address);
    follow('outOfScope');
  };

  const onBeat = navigation ? () => undefined : checkAddress;

  const lifetime = new AbortController();
  const { signal } = lifetime;
  hear(window, 'hashchange', checkAddress, signal);
  hear(window, 'popstate', checkAddress, signal);
  hear(navigation, 'currententrychange', checkAddress, signal);

  return {
    setRecording(next) {
      recording = next;
      follow('paused');
    },
    answer(type, data) {
      if (type === 'frontPage') {
        const state: FrontPage['state'] = !place ? 'outOfScope' : recording ? 'measured' : 'paused';
        return options.depth === 0
          ? ({ portalId: place?.portalId ?? null, state } as Questions[typeof type]['reply'])
          : undefined;
      }
      return running?.answer(type, data);
    },
    relocate() {
      place = options.locate(address);
      follow('outOfScope');
    },
    stop() {
      lifetime.abort();
      running?.stop('closed');
      running = null;
    },
  };
}

function startSensors(options: PortalPageOptions, start: Place, onBeat: () => void) {
  const { clock, depth, send } = options;
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let place = start;
  let visitId = options.randomId();
  let arrivedActive = 0;

  const now = () => clock().wall;
  const quietly = (sending: Promise<unknown>) => {
    // A page that is left, or an extension that was updated, takes its last signals with it; what counts was
    // written at the checkpoint before.
    sending.catch(() => undefined);
  };
  const sendSpan = (span: MeasuredSpan, standIn: boolean) => {
    if (span.endedAt === span.startedAt) return;
    quietly(
      send('span', {
        ...span,
        visitId,
        portalId: place.portalId,
        route: place.route,
        depth,
        standIn,
      }),
    );
  };

  const attention = startAttentionSensor({
    clock,
    idleTimeoutMs: options.idleTimeoutMs,
    signal,
    onSpan: sendSpan,
    askBelow: () =>
      send('focusBelow', { portalId: place.portalId, depth }).catch(() => ({
        tracked: false,
        active: false,
      })),
    onBeat,
  });
  const edits = makeEdits();
  const editSensor = startEditSensor({
    edits,
    now,
    activeSoFar: attention.activeSoFar,
    isPrivate: (field) => isPrivateField(field, place.words),
    onFocus: () => attempts.lookNow(),
    signal,
  });
  const attempts = startAttemptSensor({
    send,
    quietly,
    clock,
    randomId: options.randomId,
    edits,
    context: () => ({ ...place, depth, utcOffsetMin: clock().utcOffsetMin }),
    activeSoFar: attention.activeSoFar,
    activeSinceArrival: () => attention.activeSoFar() - arrivedActive,
    settleFocus: editSensor.settleFocus,
    onAnswered() {
      gestures.actAnswered();
      // What was entered is sent: what is typed now is a new edit, though the focus stays.
      editSensor.listen();
    },
  });
  const gestures = startGestureSensor({
    edits,
    words: () => place.words,
    now,
    signal,
    onAct(act) {
      if (place.ignoresForm && act.kind === 'submission') edits.drop(act.edits);
      else attempts.open(act);
    },
    onChain: attempts.goOn,
    onCancel: () => attempts.addEvidence('gesture:cancelled'),
    onNativeForm: attempts.noteNativeForm,
    onStep: (pageEdits) => (place.ignoresForm ? edits.drop(pageEdits) : attempts.noteStep(pageEdits)),
    onCommitOverFrame: () => quietly(send('commitBelow', { portalId: place.portalId, depth })),
    onGesture() {
      // Wherever the focus was last seen, it is here now: the browser may keep to itself that a dialog has gone.
      attention.resume();
      attempts.lookNow();
      editSensor.listen();
    },
    noteClick: editSensor.noteClick,
  });
  const ownMove = watchOwnMoves(signal);
  hear(window, 'pagehide', () => attempts.leave(ownMove()), signal);
  attention.resume();
  void greet();
  quietly(
    send('stepsBefore', { portalId: place.portalId }).then((are) => {
      if (are) gestures.expectLastPage();
    }),
  );

  /** A document that has just loaded may show what became of an attempt in the one before. */
  async function greet() {
    try {
      // Asked while the document is still being read, so that its answer is looked at as soon as it is there.
      const alerts = queryAll(document, 'script').map((script) => readAlert(script, place.words));
      // An alert has held everything up, and the page may be gone before any answer comes: it is told at once.
      const said = alerts.find((mark) => mark) ?? null;
      const asked = send('arrived', { portalId: place.portalId, said });
      if (document.readyState === 'loading') {
        await new Promise((resolve) =>
          document.addEventListener('DOMContentLoaded', resolve, { once: true }),
        );
      }
      const open = await asked;
      if (!signal.aborted) for (const attempt of open) attempts.watchFor(attempt, true);
    } catch {
      // Nobody answers: there is nothing to look for.
    }
  }

  const answers: { [T in keyof Questions]?: (data: Questions[T]['data']) => Questions[T]['reply'] } = {
    whoHasFocus: ({ belowDepth }) =>
      depth > belowDepth && document.hasFocus() && !isFrameElement(deepActiveElement()) ? true : undefined,
    lastGesture: () => ({ agoMs: now() - gestures.lastGestureAt() }),
    commitFromAbove: ({ aboveDepth }) => {
      if (depth > aboveDepth) gestures.commitFromAbove();
      return undefined;
    },
    watchFor: (attempt: OpenAttempt) => {
      attempts.watchFor(attempt, false);
      return undefined;
    },
    systemLocked: ({ locked }) => {
      if (locked) attention.suspend('locked');
      else attention.resume();
      return undefined;
    },
  };

  return {
    moveTo(next: Place) {
      const moved = next.portalId !== place.portalId || next.route !== place.route;
      if (moved) {
        attention.cut('navigated');
        visitId = options.randomId();
        arrivedActive = attention.activeSoFar();
        attempts.addEvidence('route:changed' satisfies Evidence);
      }
      place = next;
    },
    answer<T extends keyof Questions>(type: T, data: Questions[T]['data']) {
      return answers[type]?.(data);
    },
    stop(reason: EndReason) {
      attention.suspend(reason);
      attempts.stop();
      lifetime.abort();
    },
  };
}

const OWN_MOVE_MS = 10_000;

/**
 * Whether the page has just set out for another document by itself (a redirect after its save). The browser
 * tells of a page's own navigations and of links, not of what a person types into the address bar.
 */
function watchOwnMoves(signal: AbortSignal): () => boolean {
  let movedAt = Number.NEGATIVE_INFINITY;
  const onNavigate = (event: Event) => {
    const { destination, userInitiated } = event as Event & {
      destination: { sameDocument: boolean };
      userInitiated: boolean;
    };
    if (!destination.sameDocument && !userInitiated) movedAt = performance.now();
  };
  hear((globalThis as { navigation?: EventTarget }).navigation, 'navigate', onNavigate, signal);
  // A navigation that turned into a download leaves nothing behind.
  return () => performance.now() - movedAt < OWN_MOVE_MS;
}
