// The picker's look, in the colours of the extension's own pages.

export interface PickerColours {
  paper: string;
  ink: string;
  edge: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
}

const LIGHT: PickerColours = {
  paper: '#fbfaf6',
  ink: '#1c2422',
  edge: '#868d87',
  accent: '#14665f',
  accentSoft: '#14665f26',
  onAccent: '#ffffff',
};
const DARK: PickerColours = {
  paper: '#161a1a',
  ink: '#e9e7e0',
  edge: '#79827f',
  accent: '#4fb3a9',
  accentSoft: '#4fb3a933',
  onAccent: '#0c1716',
};

export const LIGHT_OR_DARK = (): PickerColours =>
  matchMedia('(prefers-color-scheme: dark)').matches ? DARK : LIGHT;

export function styled<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  style: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
  return element;
}

/** A frame around what is pointed at: hollow while pointing, filled when chosen. */
export function box(at: DOMRect, how: 'hover' | 'chosen', colours: PickerColours): HTMLElement {
  return styled('div', {
    position: 'fixed',
    'box-sizing': 'border-box',
    left: `${at.left - 3}px`,
    top: `${at.top - 3}px`,
    width: `${at.width + 6}px`,
    height: `${at.height + 6}px`,
    border: `2px ${how === 'hover' ? 'dashed' : 'solid'} ${colours.accent}`,
    'border-radius': '4px',
    background: how === 'hover' ? 'transparent' : colours.accentSoft,
    'box-shadow': `0 0 0 1px ${colours.paper}`,
  });
}
