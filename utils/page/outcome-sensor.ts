// For some ten seconds after a gesture, looks at what the page makes of it, and for up to a minute while its server
// has not answered. Outside that window there is no observer on the page.
import type { WordTable } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import { SLOW_MS } from '../domain/patience';
import { isVisible, parentOf, queryAll, textOf } from './dom';
import type { Edit } from './edits';
import { enteredIn, fieldsIn, isChoice, isPrivateField, isSearchField } from './fields';
import { showsFormLayer } from './form-scope';
import {
  emptyBaseline,
  type FinderOptions,
  readLoadedText,
  readText,
  takeBaseline,
  textHolders,
} from './message-finder';

export const WINDOW_MS = 10_000;
const BATCH_MS = 40;
/** Where nothing mutates there is still a dialog that fades or a field that was emptied by script. */
const LOOKS_MS = [150, 400, 900, 1_800, 3_500, 6_000, WINDOW_MS] as const;
const MOST_HOLDERS = 400;
const PROMPTED_MS = 2_500;
/** The page may ask a moment before the click is over. */
const EARLY_MS = 50;

export interface WatchOptions {
  words: WordTable;
  control: Element | null;
  layer: Element | null;
  edits: readonly Edit[];
  /** The roots to observe: the document and the open shadow roots around the control. */
  roots: readonly Node[];
  boxesOnly: boolean;
  /** A document that has just loaded: what it shows from the start counts. */
  readWhole: boolean;
  /** The page came here by itself: all it can say is that one must sign in again. */
  loginOnly: boolean;
  /** When acts were made, by `performance.now()`: what a page asked for then was no polling. */
  actsAt: readonly number[];
  windowMs: number;
  /** Watches on after its window, until it is stopped or no server takes so long. */
  patient?: boolean;
  onEvidence(evidence: Evidence[], final: boolean): void;
}

export interface Watch {
  stop(): void;
  /** The person acts again, which may take away what the page has just said: reads what is not read yet. */
  lookNow(): void;
  /** The page is being left, by its own doing or by the person's: nothing more will come from here. */
  leave(movedByPage: boolean): void;
  addEvidence(evidence: Evidence): void;
}

export function watchOutcome(options: WatchOptions): Watch {
  const seen = new Set<Evidence>();
  const read = options.readWhole ? readLoadedText : readText;
  const before = {
    control: options.control ? textOf(options.control) : '',
    values: options.edits
      .filter(({ field }) => !isChoice(field) && !isPrivateField(field, options.words))
      .map(({ field }) => ({ field, value: enteredIn(field) })),
    layerSeen: options.layer !== null && isVisible(options.layer),
    fieldsSeen: options.edits.some(({ field }) => isVisible(field)),
    asksWho: !options.readWhole && asksWho(),
    formLayer: options.edits.length > 0 || showsFormLayer(),
  };
  const answers = watchAnswers(options.actsAt);
  const finder: FinderOptions = {
    words: options.words,
    boxesOnly: options.boxesOnly,
    before: options.readWhole ? emptyBaseline() : takeBaseline(options.words),
    echoes: before.values.map(({ value }) => value.trim()).filter((value) => value.length > 1),
    renewed: new WeakSet(),
    hasAnswer: answers.hasAny,
    hasFirstAnswer: answers.hasFirst,
    ownMarks: new WeakMap(),
    isAnswer: options.readWhole && fieldsIn(document).every(isSearchField),
    leaving: false,
  };
  let fresh: Evidence[] = [];
  let touched = new Set<Element>();
  let batchTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const add = (evidence: Evidence | null) => {
    if (!evidence || seen.has(evidence)) return;
    seen.add(evidence);
    fresh.push(evidence);
  };
  const flush = (final: boolean) => {
    if (fresh.length === 0 && !final) return;
    const evidence = fresh;
    fresh = [];
    options.onEvidence(evidence, final);
  };

  const readTouched = () => {
    const holders = new Set<Element>();
    for (const element of touched) {
      if (!element.isConnected) continue;
      for (const holder of textHolders(element, MOST_HOLDERS)) holders.add(holder);
    }
    touched = new Set();
    for (const holder of holders) {
      add(read(holder, finder));
      // The browser may tell of the answer a moment after the page has shown it.
      if (finder.renewed.has(holder) && !finder.hasAnswer()) touched.add(holder);
    }
  };
  const look = () => {
    clearTimeout(batchTimer);
    batchTimer = undefined;
    if (!options.loginOnly) readTouched();
    readState();
    flush(false);
  };

  const readState = () => {
    const { control, layer, edits } = options;
    if (!options.boxesOnly && !before.asksWho && asksWho()) add('login:shown');
    if (control && !before.formLayer && showsFormLayer()) add('form:opened');
    if (layer && before.layerSeen && !isVisible(layer)) add('dialog:gone');
    else if (
      edits.length > 0 &&
      before.fieldsSeen &&
      edits.every(({ field }) => !isVisible(field)) &&
      !isReplaced(edits)
    ) {
      add('scope:gone');
    }
    const filled = before.values.filter(({ value }) => value !== '');
    if (filled.length > 0 && filled.every(({ field }) => field.isConnected && enteredIn(field) === ''))
      add('scope:reset');
    if (control && (!control.isConnected || textOf(control) !== before.control)) add('control:changed');
  };

  const take = (records: readonly MutationRecord[]) => {
    for (const record of records) {
      for (const element of changedElements(record)) touched.add(element);
      if (renewsText(record)) finder.renewed.add(record.target as Element);
    }
  };
  const observer = new MutationObserver((records) => {
    take(records);
    batchTimer ??= setTimeout(look, BATCH_MS);
  });
  for (const root of options.roots) {
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'open'],
    });
  }
  if (options.readWhole) {
    touched.add(document.documentElement);
    batchTimer = setTimeout(look, 0);
  }

  const timers = LOOKS_MS.filter((ms) => ms < options.windowMs).map((ms) => setTimeout(look, ms));
  const finish = () => {
    look();
    if (!options.patient) stop();
    flush(true);
  };
  timers.push(
    setTimeout(finish, options.windowMs),
    setTimeout(() => stop(), SLOW_MS),
  );

  const stop = () => {
    stopped = true;
    observer.disconnect();
    answers.stop();
    clearTimeout(batchTimer);
    for (const timer of timers) clearTimeout(timer);
  };

  return {
    stop,
    lookNow() {
      if (!stopped && batchTimer !== undefined) look();
    },
    leave(movedByPage) {
      if (stopped) return;
      take(observer.takeRecords());
      finder.leaving = true;
      readTouched();
      if (!options.readWhole && !options.boxesOnly) add('document:left');
      if (movedByPage) add('document:moved');
      stop();
      flush(false);
    },
    addEvidence(evidence) {
      if (stopped) return;
      add(evidence);
      flush(false);
    },
  };
}

const asksWho = (): boolean => queryAll(document, 'input[type="password"]').some(isVisible);

/** A form that is rendered anew puts other elements in the place of the edited ones: it is still there. */
function isReplaced(edits: readonly Edit[]): boolean {
  const form = edits.find((edit) => edit.form)?.form;
  return form !== undefined && form !== null && isVisible(form);
}

const renewsText = ({ type, addedNodes }: MutationRecord): boolean =>
  type === 'childList' && [...addedNodes].some((node) => node.nodeType === Node.TEXT_NODE);

function changedElements(record: MutationRecord): Element[] {
  const nodes = record.type === 'childList' ? [...record.addedNodes] : [record.target];
  return nodes
    .map((node) => (node instanceof Element ? node : parentOf(node)))
    .filter((element) => element !== null);
}

/**
 * Whether a request that the page made since now has been answered, as far as the page's own timeline tells.
 * What was asked for several times before, and not in answer to an act, is polling. Addresses are compared and
 * dropped.
 */
function watchAnswers(actsAt: readonly number[]): Answers {
  const since = performance.now();
  const bare = (entry: PerformanceEntry) => entry.name.replace(/[?#].*$/, '');
  const isRequest = (entry: PerformanceEntry) =>
    ['xmlhttprequest', 'fetch'].includes((entry as PerformanceResourceTiming).initiatorType);
  const isPrompted = ({ startTime }: PerformanceEntry, early: number) =>
    actsAt.some((at) => startTime >= at - early && startTime <= at + PROMPTED_MS);
  const seen = new Map<string, number>();
  const known = new Set<string>();
  const first = new Set<string>();
  let any = false;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries.filter(isRequest)) {
      any ||= entry.startTime >= since - EARLY_MS && (seen.get(bare(entry)) ?? 0) < 2;
      if (entry.startTime >= since) first.add(bare(entry));
      else if (!isPrompted(entry, 0)) known.add(bare(entry));
    }
  };
  for (const entry of performance.getEntriesByType('resource').filter(isRequest)) {
    if (!isPrompted(entry, 0)) known.add(bare(entry));
    if (!isPrompted(entry, EARLY_MS)) seen.set(bare(entry), (seen.get(bare(entry)) ?? 0) + 1);
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'resource' });
  return {
    hasAny() {
      take(observer.takeRecords());
      return any;
    },
    hasFirst() {
      take(observer.takeRecords());
      return [...first].some((address) => !known.has(address));
    },
    stop: () => observer.disconnect(),
  };
}

interface Answers {
  hasAny(): boolean;
  /** To something that the page had asked for in answer to acts alone. */
  hasFirst(): boolean;
  stop(): void;
}
