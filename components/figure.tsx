// A figure that opens its own definition. The whole figure is the button; the dotted underline of its name
// says so.
import type { ComponentChildren } from 'preact';

interface FigureProps {
  name: string;
  class?: string;
  open: boolean;
  panel: string;
  onToggle: () => void;
  children: ComponentChildren;
}

export function Figure({ name, class: kind = '', open, panel, onToggle, children }: FigureProps) {
  return (
    <button
      type="button"
      class={`figure ${kind}`}
      aria-expanded={open}
      aria-controls={panel}
      onClick={onToggle}
    >
      <span class="figure-name">{name}</span>
      {children}
    </button>
  );
}
