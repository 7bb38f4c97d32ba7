// What the picker draws over a page: outlines, a bar with words and buttons, and a shield that takes every click
// away from the page. All of it hangs in a closed shadow root: the page's own styles and scripts reach none of
// it. Styles are set one by one, because a page's content policy may forbid a style sheet. In an open modal
// dialog everything outside it is dead, so the panel goes into it.
import { box, LIGHT_OR_DARK, styled } from './picker-style';

export type PanelButton = 'take' | 'other' | 'stop' | 'move' | 'actFirst' | `seen:${number}`;

export interface PanelState {
  title: string;
  lead: string;
  /** By button, in order; the first is the main one. */
  buttons: [PanelButton, string][];
}

export interface PickerPanel {
  readonly host: HTMLElement;
  buttonAt(x: number, y: number): PanelButton | null;
  focusedButton(): PanelButton | null;
  /** The page's element under a point, below the shield and through open shadow roots. */
  elementAt(x: number, y: number): Element | null;
  outline(elements: readonly Element[], how: 'hover' | 'chosen'): void;
  say(state: PanelState): void;
  setShield(on: boolean): void;
  showBar(): void;
  moveBar(): void;
  remove(): void;
}

const BUTTON_MARK = 'data-pick';

export function makePickerPanel(): PickerPanel {
  const colours = LIGHT_OR_DARK();
  const host = styled('div', {
    all: 'initial',
    position: 'fixed',
    inset: '0',
    'z-index': '2147483647',
    'pointer-events': 'none',
  });
  const root = host.attachShadow({ mode: 'closed' });
  const shield = styled('div', {
    position: 'fixed',
    inset: '0',
    cursor: 'crosshair',
    'pointer-events': 'auto',
    'touch-action': 'none',
  });
  const outlines = styled('div', { position: 'fixed', inset: '0', 'pointer-events': 'none' });
  const bar = styled('section', {
    position: 'fixed',
    left: '50%',
    bottom: '16px',
    transform: 'translateX(-50%)',
    'box-sizing': 'border-box',
    width: 'min(560px, calc(100vw - 24px))',
    padding: '12px 16px',
    border: `1px solid ${colours.edge}`,
    'border-radius': '6px',
    background: colours.paper,
    color: colours.ink,
    font: '14px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
    'pointer-events': 'auto',
    cursor: 'default',
    display: 'none',
  });
  bar.setAttribute('aria-live', 'polite');
  root.append(shield, outlines, bar);
  (topDialog() ?? document.documentElement).append(host);

  const buttonOf = (element: Element | null): PanelButton | null =>
    (element?.closest(`[${BUTTON_MARK}]`)?.getAttribute(BUTTON_MARK) as PanelButton | null) ?? null;

  return {
    host,
    buttonAt: (x, y) => buttonOf(root.elementFromPoint(x, y)),
    focusedButton: () => buttonOf(root.activeElement),
    elementAt(x, y) {
      const found = document.elementsFromPoint(x, y).find((one) => one !== host) ?? null;
      return found && intoShadow(found, x, y);
    },
    outline(elements, how) {
      outlines.replaceChildren(...elements.map((one) => box(one.getBoundingClientRect(), how, colours)));
    },
    say({ title, lead, buttons }) {
      const heading = styled('strong', { display: 'block' });
      heading.textContent = title;
      const text = styled('p', { margin: '0 0 8px' });
      text.textContent = lead;
      const row = styled('div', { display: 'flex', 'flex-wrap': 'wrap', gap: '8px' });
      row.append(
        ...buttons.map(([name, label], index) => {
          const isMain = index === 0;
          const button = styled('button', {
            font: 'inherit',
            padding: '4px 12px',
            'min-height': '32px',
            border: `1px solid ${isMain ? colours.accent : colours.edge}`,
            'border-radius': '6px',
            background: isMain ? colours.accent : colours.paper,
            color: isMain ? colours.onAccent : colours.ink,
            cursor: 'pointer',
          });
          button.type = 'button';
          button.setAttribute(BUTTON_MARK, name);
          button.textContent = label;
          return button;
        }),
      );
      bar.replaceChildren(heading, text, row);
    },
    setShield(on) {
      shield.style.setProperty('pointer-events', on ? 'auto' : 'none', 'important');
    },
    showBar() {
      bar.style.setProperty('display', 'block', 'important');
    },
    moveBar() {
      const atBottom = bar.style.getPropertyValue('bottom') !== 'auto';
      bar.style.setProperty('bottom', atBottom ? 'auto' : '16px', 'important');
      bar.style.setProperty('top', atBottom ? '16px' : 'auto', 'important');
    },
    remove: () => host.remove(),
  };
}

function topDialog(): Element | null {
  try {
    return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
  } catch {
    // Older than `:modal`.
    return null;
  }
}

/** Asked for one element, a shadow root may name the shield over it: only what is in that root counts. */
function intoShadow(found: Element, x: number, y: number): Element {
  const root = found.shadowRoot;
  const inner = root?.elementsFromPoint(x, y).find((one) => one.getRootNode() === root);
  return inner ? intoShadow(inner, x, y) : found;
}
