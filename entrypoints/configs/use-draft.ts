// The draft, its past for undoing, and its copy in this browser: a closed tab loses nothing.
import { useEffect, useState } from 'preact/hooks';
import { type Draft, renderDraft, toDraft } from '../../utils/config/draft';

const KEY = 'config-draft';
const MOST_STEPS = 50;

export interface DraftState {
  draft: Draft | null;
  canUndo: boolean;
  /** A step that can be undone; typing on in one field is many steps, which is fine. */
  set(next: Draft): void;
  undo(): void;
}

export function useDraft(): DraftState {
  const [draft, setDraft] = useState<Draft | null>(readKept);
  const [past, setPast] = useState<readonly Draft[]>([]);
  useEffect(() => {
    if (draft) localStorage.setItem(KEY, renderDraft(draft));
  }, [draft]);
  return {
    draft,
    canUndo: past.length > 0,
    set(next) {
      if (draft) setPast([...past, draft].slice(-MOST_STEPS));
      setDraft(next);
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      setDraft(before);
    },
  };
}

function readKept(): Draft | null {
  try {
    return toDraft(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}
