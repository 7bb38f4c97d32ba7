// Short texts that appear on a page while somebody acts on it: a message that is gone after two seconds can be
// chosen from these. They are in memory, in this frame, until the picker ends.
import { closest, hear, isVisible } from './dom';
import { textHolders } from './message-finder';

export interface SeenMessage {
  words: string;
  text: string;
}

const MOST_SEEN = 6;
const MOST_HOLDERS = 200;
const MOST_BEFORE = 5_000;
const LONGEST = 160;
/** Rows, menus and labels that are drawn anew say nothing to the person. */
const DATA =
  'table, nav, select, option, label, [role="menu"], [role="listbox"], [role="grid"], script, style';

export function watchMessages(
  toWords: (text: string, entered: readonly string[]) => string,
  wordsIn: (element: Element) => string,
  enteredNow: () => string[],
  onSeen: () => void,
) {
  const entered = new Set(enteredNow());
  // By element and not by text alone: a toast may say what a row of a table has said all along.
  const before = new WeakMap<Element, string>();
  for (const holder of textHolders(document.documentElement, MOST_BEFORE))
    if (isVisible(holder)) before.set(holder, wordsIn(holder));
  let seen: SeenMessage[] = [];
  const look = (element: Element) => {
    for (const holder of textHolders(element, MOST_HOLDERS)) {
      const text = wordsIn(holder);
      if (text === '' || text.length > LONGEST || before.get(holder) === text || closest(holder, DATA))
        continue;
      if (!isVisible(holder)) continue;
      const words = toWords(text, [...entered, ...enteredNow()]);
      if (words === '' || seen.some((one) => one.words === words)) continue;
      seen = [{ words, text }, ...seen].slice(0, MOST_SEEN);
      onSeen();
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (type !== 'childList' && element) look(element);
      for (const node of addedNodes) {
        if (node instanceof Element) look(node);
        else if (element) look(element);
      }
    }
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  });
  // A form empties itself when it was sent: what stood in it must be known from before.
  const note = () => {
    for (const value of enteredNow()) entered.add(value);
  };
  const lifetime = new AbortController();
  for (const type of ['input', 'change', 'pointerdown', 'keydown']) hear(window, type, note, lifetime.signal);
  return {
    seen: (): readonly SeenMessage[] => seen,
    entered: (): string[] => [...entered],
    stop() {
      observer.disconnect();
      lifetime.abort();
    },
  };
}
