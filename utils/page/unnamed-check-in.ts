// A check-in by an icon, a picture or the cell of a calendar: nothing on what was clicked says what it does,
// but the page does so afterwards. After a click that means nothing by itself, looks a few times whether a
// message has come that tells of a check-in.
import { tellsCheckIn, type WordTable } from '../domain/lexicon';
import { isVisible, queryAll, textOf } from './dom';

const LOOKS_MS = [250, 700, 1_400, 2_500] as const;
const BOXES =
  '[role="alert"], [role="status"], [role="dialog"], [class*="message"], [class*="toast"], [class*="notif"], [class*="layer"], [class*="alert"]';
const MESSAGE_LENGTH = 60;

export interface UnnamedCheckIn {
  noteClick(): void;
  /** Another act has begun, and what is said from here on answers that. */
  forget(): void;
}

export function watchUnnamedCheckIn(
  words: () => WordTable,
  onCheckIn: () => void,
  signal: AbortSignal,
): UnnamedCheckIn {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let before = new Set<Element>();
  const telling = () =>
    queryAll(document, BOXES).filter((box) => {
      const text = textOf(box).trim();
      return text.length <= MESSAGE_LENGTH && tellsCheckIn(text, words()) && isVisible(box);
    });
  const forget = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const look = () => {
    if (telling().every((box) => before.has(box))) return;
    forget();
    onCheckIn();
  };
  signal.addEventListener('abort', forget);
  return {
    noteClick() {
      forget();
      before = new Set(telling());
      timers = LOOKS_MS.map((ms) => setTimeout(look, ms));
    },
    forget,
  };
}
