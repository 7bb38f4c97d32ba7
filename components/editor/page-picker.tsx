// Pick on the page: which open page, what to point at, and afterwards what was found, before it is kept.
import { useState } from 'preact/hooks';
import type { PickKind } from '../../utils/messaging/protocol';
import { t } from '../../utils/platform/messages';
import { PickReviewCard } from './pick-review';
import { PICK_NAMES, type PickableTab, type PickerActions, type PickerFacts } from './picker-types';

export function PagePicker({ facts, ...actions }: PickerActions & { facts: PickerFacts }) {
  const { tabs, phase } = facts;
  const isBusy = phase.state === 'waiting' || phase.state === 'review';
  return (
    <section class="page-picker" data-picker={phase.state}>
      <h2>{t('pick_title')}</h2>
      <p class="small">{t('pick_why')}</p>
      {isBusy ? null : (
        <>
          <p class="buttons">
            <button type="button" data-action="find-tabs" onClick={actions.onFind}>
              {t(tabs === null ? 'pick_find' : 'pick_find_again')}
            </button>
          </p>
          {tabs === null ? null : (
            <Tabs key={tabs.map(({ tabId }) => tabId).join()} tabs={tabs} {...actions} />
          )}
        </>
      )}
      <div role="status">
        {phase.state === 'waiting' ? (
          <p>
            {t('pick_waiting')}{' '}
            <button type="button" data-action="stop-picking" onClick={actions.onStop}>
              {t('pick_stop')}
            </button>
          </p>
        ) : null}
        {phase.state === 'stopped' ? <p>{t('pick_stopped')}</p> : null}
        {phase.state === 'left' ? <p>{t('pick_left')}</p> : null}
        {phase.state === 'refused' ? <p class="refused">{t('pick_refused')}</p> : null}
        {phase.state === 'kept' ? (
          <p>
            {t('pick_kept', phase.title)}{' '}
            <button type="button" class="quiet" data-action="undo-pick" onClick={actions.onUndo}>
              {t('edit_undo')}
            </button>
          </p>
        ) : null}
      </div>
      {phase.state === 'review' ? (
        <PickReviewCard review={phase.review} onKeep={actions.onKeep} onDrop={actions.onDrop} />
      ) : null}
    </section>
  );
}

function Tabs({ tabs, onPick }: { tabs: readonly PickableTab[] } & Pick<PickerActions, 'onPick'>) {
  const [chosen, setChosen] = useState(tabs[0]?.tabId ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const tab = tabs.find(({ tabId }) => tabId === chosen);
  if (!tab) return <p data-tabs={0}>{t('pick_none')}</p>;
  const isIn = (frameId: number) => !left.has(`${tab.tabId}:${frameId}`);
  const frameIds = tab.frames.map(({ frameId }) => frameId).filter(isIn);
  const toggle = (frameId: number) => {
    const next = new Set(left);
    const name = `${tab.tabId}:${frameId}`;
    if (!next.delete(name)) next.add(name);
    setLeft(next);
  };
  return (
    <>
      <fieldset class="tabs-found" data-tabs={tabs.length}>
        <legend>{t('pick_which')}</legend>
        {tabs.map(({ tabId, title, frames }) => (
          <div key={tabId}>
            <label class="check">
              <input
                type="radio"
                name="pick-tab"
                checked={tabId === chosen}
                onChange={() => setChosen(tabId)}
              />
              <span>
                {title} <code>{frames[0]?.route}</code>
              </span>
            </label>
            {tabId === chosen && frames.length > 1
              ? frames.map(({ frameId, title: own, route }, index) => (
                  <label class="check inner" key={frameId}>
                    <input type="checkbox" checked={isIn(frameId)} onChange={() => toggle(frameId)} />
                    <span>
                      {t(index === 0 ? 'pick_frame_top' : 'pick_frame', own)} <code>{route}</code>
                    </span>
                  </label>
                ))
              : null}
          </div>
        ))}
      </fieldset>
      <p class="buttons">
        {(Object.keys(PICK_NAMES) as PickKind[]).map((kind) => (
          <button
            key={kind}
            type="button"
            data-pick={kind}
            disabled={frameIds.length === 0}
            onClick={() => onPick(tab.tabId, frameIds, kind)}
          >
            {t(PICK_NAMES[kind])}
          </button>
        ))}
      </p>
    </>
  );
}
