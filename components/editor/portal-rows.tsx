// The portals of the draft, one row each; the open one shows its form. Rows with something to mend say so.
import { useState } from 'preact/hooks';
import type { Draft } from '../../utils/config/draft';
import { t, tCount } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import { CATEGORY_NAMES, type EditorActions, type PatternAdvice, problemsAt, titleOf } from './editor-types';
import { linesOf, textOf } from './loose';
import { PortalForm } from './portal-form';

interface PortalRowsProps extends Pick<EditorActions, 'onPortal' | 'onAdd' | 'onRemove'> {
  draft: Draft;
  problems: readonly Problem[];
  advice: PatternAdvice;
}

export function PortalRows({ draft, problems, advice, onPortal, onAdd, onRemove }: PortalRowsProps) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section class="portal-rows">
      <h2>{tCount('edit_portals', draft.portals.length)}</h2>
      {draft.portals.length === 0 ? <p class="small">{t('edit_portals_none')}</p> : null}
      <ol>
        {draft.portals.map((portal, index) => {
          const path = `portals[${index}]`;
          const found = problemsAt(problems, path);
          const isOpen = open === index;
          const category = CATEGORY_NAMES[textOf(portal.category)];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an id may be typed anew or be missing
            <li key={index} data-open={isOpen}>
              <button
                type="button"
                class="row chevron"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : index)}
              >
                <span class="row-title">{titleOf(portal, t('language')) || t('edit_unnamed')}</span>
                <span class="row-place">{linesOf(portal.match)[0] ?? ''}</span>
                <span class="row-kind">{category ? t(category) : ''}</span>
                <span class="row-problems">
                  {found.length > 0 ? tCount('edit_to_mend', found.length) : ''}
                </span>
              </button>
              {isOpen ? (
                <PortalForm
                  portal={portal}
                  path={path}
                  problems={problems}
                  advice={advice}
                  onChange={(changes) => onPortal(index, changes)}
                  onRemove={() => {
                    setOpen(null);
                    onRemove(index);
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <p>
        <button
          type="button"
          data-action="add-portal"
          onClick={() => {
            setOpen(draft.portals.length);
            onAdd();
          }}
        >
          {t('edit_add')}
        </button>
      </p>
    </section>
  );
}
