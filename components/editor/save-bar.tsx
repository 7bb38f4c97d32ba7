// Whether the list can go out, and the ways it does.
import { t, tCount } from '../../utils/platform/messages';
import { problemText } from '../notice';
import { type EditorActions, type EditorFacts, titleOf } from './editor-types';

type SaveBarProps = Pick<EditorActions, 'onSave' | 'onUse' | 'onReissue' | 'onPolicies'> & {
  facts: EditorFacts;
};

export function SaveBar({ facts, onSave, onUse, onReissue, onPolicies }: SaveBarProps) {
  const { problems, behind, used, draft } = facts;
  const ready = problems.length === 0;
  return (
    <section class="save-bar">
      <h2>{t('edit_out')}</h2>
      <p role="status" data-problems={problems.length}>
        {ready ? tCount('edit_ready', draft.portals.length) : tCount('edit_not_ready', problems.length)}
      </p>
      {ready ? null : (
        <ul class="problems">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.code}`} data-problem={problem.code}>
              {placeOf(problem.path, draft)} {problemText(problem)}
            </li>
          ))}
        </ul>
      )}
      {behind ? (
        <p class="notice">
          <span>{t('edit_behind', behind.version)}</span>
          <button type="button" data-action="reissue" onClick={onReissue}>
            {t('edit_reissue')}
          </button>
        </p>
      ) : null}
      <p class="buttons">
        <button type="button" class="primary" data-action="save-list" disabled={!ready} onClick={onSave}>
          {t('edit_save')}
        </button>
        <button type="button" data-action="use-list" disabled={!ready} onClick={onUse}>
          {t('edit_use')}
        </button>
        <button type="button" data-action="save-policies" disabled={!ready} onClick={onPolicies}>
          {t('edit_policies')}
        </button>
      </p>
      <p class="small">{t('edit_policies_hint')}</p>
      <div role="alert">
        {used === 'yes' ? <p>{t('edit_used')}</p> : null}
        {Array.isArray(used)
          ? used.map((problem) => (
              <p key={problem.code} class="refused" data-problem={problem.code}>
                {problemText(problem)}
              </p>
            ))
          : null}
      </div>
    </section>
  );
}

/** The portal's name, which people know, before the place in the document, which the file has. */
function placeOf(path: string, draft: EditorFacts['draft']) {
  const portal = draft.portals[Number(/^portals\[(\d+)\]/.exec(path)?.[1] ?? -1)];
  return (
    <>
      {portal ? <b>{titleOf(portal, t('language')) || t('edit_unnamed')} </b> : null}
      {path ? <code>{path}</code> : null}
    </>
  );
}
