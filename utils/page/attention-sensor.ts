// Watches one frame's visibility, focus and input and feeds the meter (domain/attention.ts). It polls nothing
// while it measures for itself: a timer runs only for the checkpoints of an open span, and once a second
// while a frame it cannot ask holds the focus, because the browser reports nothing then.
import {
  activeMs,
  begin,
  CHECKPOINT_MS,
  checkpoint,
  end,
  type Instant,
  type MeasuredSpan,
  type Meter,
  newMeter,
  noteInput,
  type Step,
} from '../domain/attention';
import type { EndReason } from '../domain/records';
import type { FocusAnswer } from '../messaging/protocol';
import { blankFrameDocument, deepActiveElement, hear, isFrameElement } from './dom';

/** For this long after an input that the meter was told only the latest is kept, by its time alone. */
const TOLD_MS = 1_000;
/** These come by the hundred a second: their listeners rest. Others are too few for the coming and going to pay. */
const STREAMS = ['pointermove', 'wheel'] as const;
const STREAM_REST_MS = 250;
const BELOW_POLL_MS = 1_000;
/** When the focus is looked at again after it has turned. */
const SETTLED_MS = [0, 100];
const INPUTS = ['pointerdown', 'keydown', 'touchstart'] as const;

type Focus = 'own' | 'below' | 'none';

export interface AttentionSensorOptions {
  clock(): Instant;
  /** Idle timeout for the running count of active time, in milliseconds. */
  idleTimeoutMs(): number;
  signal: AbortSignal;
  onSpan(span: MeasuredSpan, standIn: boolean): void;
  /** Asks whether a tracked frame below this one has the focus. */
  askBelow(): Promise<FocusAnswer>;
  /** Called at inputs and checkpoints: the place to look whether the address has changed. */
  onBeat(): void;
}

export interface AttentionSensor {
  /** Active milliseconds of this frame so far; only ever grows. */
  activeSoFar(): number;
  /** The route has changed: the span ends, and the next belongs to another visit. */
  cut(reason: EndReason): void;
  /** Ends what is open and measures nothing until `resume`. */
  suspend(reason: EndReason): void;
  resume(): void;
}

export function startAttentionSensor(options: AttentionSensorOptions): AttentionSensor {
  const { clock, signal } = options;
  let meter: Meter = newMeter();
  let focus: Focus = 'none';
  let suspended = true;
  let settledActive = 0;
  let checkpointTimer: ReturnType<typeof setTimeout> | undefined;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  /** The last input that the meter was told: when, and by the event's own time. */
  let told = clock();
  let toldAt = Number.NEGATIVE_INFINITY;
  /** The latest one, by the event's own time. */
  let heardAt = toldAt;

  const take = (step: Step) => {
    meter = step.meter;
    for (const span of step.spans) {
      if (span.endReason) settledActive += activeMs(span, options.idleTimeoutMs());
      options.onSpan(span, focus === 'below');
    }
  };

  const tell = (at: Instant) => {
    told = at;
    toldAt = heardAt;
    if (meter.span) take(noteInput(meter, at));
  };
  /** At checkpoints: no stretch without input is written down that does not hold one. */
  const tellLatest = () => {
    const since = heardAt - toldAt;
    if (since > 0) tell({ ...told, wall: told.wall + since, mono: told.mono + since });
  };
  const onInput = (event: Event) => {
    if (!event.isTrusted) return;
    const { timeStamp } = event;
    heardAt = timeStamp;
    // An editor's frame counts from another origin than the page.
    if (Math.abs(timeStamp - toldAt) < TOLD_MS) return;
    tell(clock());
    options.onBeat();
  };
  const onStream = (event: Event) => {
    if (!event.isTrusted) return;
    const { currentTarget, type } = event;
    currentTarget?.removeEventListener(type, onStream, true);
    setTimeout(() => focus === 'own' && hear(currentTarget, type, onStream, signal), STREAM_REST_MS);
    onInput(event);
  };
  const listenTo = (target: EventTarget | null) => {
    for (const type of INPUTS) hear(target, type, onInput, signal);
    for (const type of STREAMS) hear(target, type, onStream, signal);
  };
  const deafen = () => {
    for (const type of INPUTS) removeEventListener(type, onInput, true);
    for (const type of STREAMS) removeEventListener(type, onStream, true);
  };

  const scheduleCheckpoint = () => {
    clearTimeout(checkpointTimer);
    if (!meter.span) return;
    checkpointTimer = setTimeout(() => {
      tellLatest();
      take(checkpoint(meter, clock()));
      options.onBeat();
      scheduleCheckpoint();
    }, CHECKPOINT_MS);
  };

  const open = () => {
    // What was heard before the focus was lost says nothing of the time since it is back.
    heardAt = toldAt;
    take(begin(meter, clock()));
    scheduleCheckpoint();
  };
  const close = (reason: EndReason) => {
    clearTimeout(checkpointTimer);
    if (meter.span) take(end(meter, clock(), reason));
  };

  const enter = (next: Focus, reason: EndReason) => {
    if (next === focus) return;
    close(reason);
    deafen();
    clearTimeout(pollTimer);
    focus = next;
    if (next === 'own') {
      open();
      listenTo(window);
    } else if (next === 'below') {
      void followBelow(0);
    }
  };

  /** A frame below has the focus. If it is tracked it measures for itself; else this one stands in for it. */
  const followBelow = async (beats: number) => {
    const dueToAsk = beats === 0 || beats === 3 || beats % 15 === 0;
    if (dueToAsk) {
      const answer = await options.askBelow();
      if (focus !== 'below' || signal.aborted) return;
      if (answer.tracked) close('blurred');
      else if (!meter.span) open();
      else if (answer.active) take(noteInput(meter, clock()));
    }
    pollTimer = setTimeout(() => {
      update();
      if (focus === 'below') void followBelow(beats + 1);
    }, BELOW_POLL_MS);
  };

  const currentFocus = (): Focus => {
    if (suspended || document.visibilityState !== 'visible' || !document.hasFocus()) return 'none';
    const active = deepActiveElement();
    return isFrameElement(active) && !blankFrameDocument(active) ? 'below' : 'own';
  };
  const lossReason = (): EndReason => (document.visibilityState === 'visible' ? 'blurred' : 'hidden');
  const update = () => enter(currentFocus(), lossReason());

  // Both may come before the active element and hasFocus() have their new values. In a page that was loaded
  // beforehand and is just shown hasFocus() is true, false for a moment, and true again, and no event says so.
  const onTurn = () => {
    listenTo(blankFrameDocument(document.activeElement));
    update();
    for (const later of SETTLED_MS) setTimeout(update, later);
  };
  for (const type of ['focus', 'blur']) addEventListener(type, onTurn, { signal });
  hear(document, 'focusin', update, signal);
  hear(document, 'visibilitychange', update, signal);
  hear(document, 'prerenderingchange', update, signal);
  // The back/forward cache: what comes back starts anew.
  hear(window, 'pageshow', update, signal);
  hear(window, 'pagehide', () => enter('none', 'navigated'), signal);
  hear(document, 'freeze', () => enter('none', 'hidden'), signal);
  signal.addEventListener('abort', () => {
    clearTimeout(checkpointTimer);
    clearTimeout(pollTimer);
    deafen();
  });

  return {
    activeSoFar() {
      const open = meter.span ? checkpoint(meter, clock()).spans.at(-1) : undefined;
      return settledActive + (open ? activeMs(open, options.idleTimeoutMs()) : 0);
    },
    cut(reason) {
      tellLatest();
      const lastInputAt = meter.span?.lastInputAt;
      if (lastInputAt === undefined) return;
      take(end(meter, clock(), reason));
      take(begin(meter, clock(), lastInputAt));
      scheduleCheckpoint();
    },
    suspend(reason) {
      suspended = true;
      enter('none', reason);
    },
    resume() {
      suspended = false;
      update();
    },
  };
}
