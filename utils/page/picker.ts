// Pointing at something on a portal's page, for whoever writes a list. From the first moment to the last no
// click, key or submission reaches the page: a shield lies over it, and what gets past the shield is stopped in
// the capture phase. The one exception is asked for by name ("let me act first"), for a message that is there
// for two seconds only: then acts reach the page, and the short texts that appear are offered to be chosen.
// Nothing but the chosen words and the route's template leaves the frame; Esc ends it without a trace.
import { toMessageWords } from '../domain/picked-words';
import { toRoute } from '../domain/route';
import type { PickAnswer, PickOrder } from '../messaging/protocol';
import { isFrameElement } from './dom';
import { watchMessages } from './message-watch';
import { enteredValues, messageTarget, readTarget, type Target, wordsIn } from './pick-target';
import { makePickerPanel, type PanelButton } from './picker-panel';
import { scrollUnder } from './scroll-under';

export interface PickerOptions {
  order: PickOrder;
  answer(answer: PickAnswer): void;
  /** Whether the frame in this element has a picker of its own; its clicks are its business. */
  hasPicker(frame: Element): boolean;
  signal: AbortSignal;
}

const SWALLOWED = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchstart', 'touchend', 'submit', 'dragstart', 'beforeinput', 'paste', 'drop', 'keypress', 'keyup'],
];
const KEYS_FOR_MOVING = new Set([
  'Tab',
  'Shift',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);

/** In a lower frame the bar would lie over what is to be pointed at, and waits until something was. */
const ROOMY = 320;

export function startPicker({ order, answer, hasPicker, signal }: PickerOptions): void {
  const { kind, texts } = order;
  const isMessage = kind === 'success' || kind === 'failure';
  const panel = makePickerPanel();
  let chosen: Target | null = null;
  let acting: ReturnType<typeof watchMessages> | null = null;

  const stop = () => answer({ state: 'stopped' });
  signal.addEventListener('abort', () => {
    acting?.stop();
    panel.remove();
  });

  const last: [PanelButton, string][] = [
    ['move', texts.move],
    ['stop', texts.stop],
  ];
  const ask = (lead = texts.lead) => {
    chosen = null;
    panel.setShield(acting === null);
    panel.outline([], 'hover');
    const first: [PanelButton, string][] = isMessage && !acting ? [['actFirst', texts.actFirst]] : [];
    const seen = (acting?.seen() ?? []).map(({ words }, at): [PanelButton, string] => [`seen:${at}`, words]);
    panel.say({
      title: texts.title,
      lead: acting ? texts.acting : lead,
      buttons: [...seen, ...first, ...last],
    });
  };
  const show = (target: Target) => {
    chosen = target;
    panel.showBar();
    panel.setShield(true);
    panel.outline(target.marks, 'chosen');
    const count = kind === 'ignore' ? texts.fields : texts.places;
    const notes = [
      count.replace('$1', String(target.places)),
      target.known ? texts.known : '',
      target.works ? '' : texts.wontWork,
    ];
    panel.say({
      title: target.words === '' ? texts.title : `“${target.words}”`,
      lead: notes.filter(Boolean).join(' '),
      buttons: [['take', texts.take], ['other', texts.other], ...last],
    });
  };
  const point = (element: Element | null) => {
    const target = element && readTarget(kind, element, [...enteredValues(), ...(acting?.entered() ?? [])]);
    if (target) show(target);
    else ask(texts.notHere);
  };
  const press = (button: PanelButton) => {
    if (button === 'stop') return stop();
    if (button === 'move') return panel.moveBar();
    if (button === 'take' && chosen) {
      const { words, places, known, works } = chosen;
      return answer({ state: 'picked', words, route: toRoute(new URL(location.href)), places, known, works });
    }
    if (button === 'actFirst') acting = watchMessages(toMessageWords, wordsIn, enteredValues, () => ask());
    if (button.startsWith('seen:') && isMessage) {
      const seen = acting?.seen()[Number(button.slice(5))];
      if (seen) return show(messageTarget(kind, seen.words, seen.text));
    }
    ask();
  };

  const isOurs = (event: Event) => event.target === panel.host;
  /** While the person acts on the page, and only then, it gets its events. */
  const passes = (event: Event) => acting !== null && chosen === null && !isOurs(event);
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listen = (type: string, listener: (event: Event) => void, passive = false) =>
    addEventListener(type, listener, { capture: true, passive, signal });

  for (const type of SWALLOWED) {
    listen(type, (event) => {
      // What a page does by itself is no act of the person's, and may go on.
      if (!event.isTrusted || passes(event)) return;
      // A key that was let through does what it does for a button of the bar.
      if (isOurs(event) && type.startsWith('key')) return event.stopImmediatePropagation();
      // A touch that is prevented never becomes a click.
      if (type.startsWith('touch')) return event.stopImmediatePropagation();
      swallow(event);
      if (type === 'click') onClick(event as MouseEvent);
    });
  }
  const onClick = (event: MouseEvent) => {
    // The page took the panel away: nobody sees any more what is going on.
    if (!panel.host.isConnected) return stop();
    // A press that was prevented moves no focus, and keys go where the focus is: here, if this is a frame.
    if (!document.hasFocus()) window.focus();
    const byKey = event.detail === 0 && isOurs(event);
    const button = byKey ? panel.focusedButton() : panel.buttonAt(event.clientX, event.clientY);
    if (button) press(button);
    else if (!byKey && chosen === null) point(panel.elementAt(event.clientX, event.clientY));
  };
  listen('keydown', (event) => {
    if (!event.isTrusted) return;
    const { key } = event as KeyboardEvent;
    if (key === 'Escape') {
      swallow(event);
      return stop();
    }
    if (passes(event)) return;
    event.stopImmediatePropagation();
    if (KEYS_FOR_MOVING.has(key) || (isOurs(event) && (key === 'Enter' || key === ' '))) return;
    event.preventDefault();
    if (key === 'Enter' && chosen) press('take');
    else if (key === 'Enter') point(document.activeElement);
  });
  listen('pointermove', (event) => {
    if (!event.isTrusted || passes(event)) return;
    if (innerHeight >= ROOMY) panel.showBar();
    if (chosen) return;
    const { clientX, clientY } = event as PointerEvent;
    const under = panel.elementAt(clientX, clientY);
    const isOpenFrame = isFrameElement(under) && hasPicker(under);
    panel.setShield(!isOpenFrame);
    const overBar = panel.buttonAt(clientX, clientY) !== null;
    panel.outline(under && !isOpenFrame && !overBar ? [under] : [], 'hover');
  });
  listen('wheel', (event) => scrollUnder(event as WheelEvent, panel.elementAt), true);
  listen('scroll', () => panel.outline(chosen?.marks ?? [], 'chosen'), true);
  ask();
  if (order.leads && innerHeight >= ROOMY) panel.showBar();
}
