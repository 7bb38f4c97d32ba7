// A button that opens what lies under it. Not <details>: what is closed must still be printed where a page
// says so, and a row of figures shares one panel.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface DisclosureProps {
  label: ComponentChildren;
  children: ComponentChildren;
  /** Drawn on paper even when closed on screen. */
  printed?: boolean;
}

export function Disclosure({ label, children, printed = false }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="disclosure">
      <button
        type="button"
        class="quiet chevron"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} class={printed ? 'printed' : ''} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
