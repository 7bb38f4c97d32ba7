// A button that opens what lies under it. Not <details>: what is closed must still be printed where a page
// says so, and a row of figures shares one panel. What is closed and not printed is not drawn: the tables of a
// quarter would be most of its page.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

interface DisclosureProps {
  label: ComponentChildren;
  children: ComponentChildren;
  /** Drawn on paper even when closed on screen. */
  printed?: boolean;
  /** Drawn even while it is closed: scripts read the figures in it. */
  kept?: boolean;
  onOpen?: () => void;
}

export function Disclosure({ label, children, printed = false, kept = false, onOpen }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="disclosure">
      <button
        type="button"
        class="quiet chevron"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {label}
      </button>
      <div id={id} class={printed ? 'printed' : ''} hidden={!open}>
        {open || printed || kept ? children : null}
      </div>
    </div>
  );
}
