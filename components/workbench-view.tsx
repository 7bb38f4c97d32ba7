// The researchers' page: packages in, verdict of each; merged tables out; aggregates with what was withheld.
import { useId, useState } from 'preact/hooks';
import { MIN_PEOPLE } from '../utils/domain/package/indicators';
import { t } from '../utils/platform/messages';
import { Tick } from './export-study';
import { PageHeader } from './page-header';
import { ReleaseTables } from './release-tables';
import { WorkbenchFiles } from './workbench-files';
import type { LookedFile, ReleaseShown, ReleaseWish } from './workbench-types';

const DEFAULT_EPSILON = 1;

export interface WorkbenchViewProps {
  files: readonly LookedFile[];
  working: { done: number; all: number } | null;
  failed: boolean;
  release: ReleaseShown | null;
  onFiles: (files: File[]) => void;
  onForget: () => void;
  onMerge: () => void;
  onRelease: (wish: Omit<ReleaseWish, 'language'>) => void;
  onSaveRelease: () => void;
}

export function WorkbenchView(props: WorkbenchViewProps) {
  const { files, working, failed, release } = props;
  const usable = files.some(({ verdict }) => verdict === 'good' || verdict === 'overlapping');
  const busy = working !== null;
  return (
    <div class="page workbench">
      <PageHeader current="page_workbench" />
      <main>
        <h1>{t('page_workbench')}</h1>
        <p class="lead">{t('workbench_lead')}</p>
        <WorkbenchFiles files={files} busy={busy} onFiles={props.onFiles} onForget={props.onForget} />
        <div role="status" data-working={busy}>
          {working ? (
            <>
              <progress
                value={working.done}
                max={Math.max(1, working.all)}
                aria-label={t('page_workbench')}
              />
              <p class="small">{t('workbench_progress', working.done, working.all)}</p>
            </>
          ) : null}
        </div>
        <p role="alert" class="refused">
          {failed ? t('workbench_failed') : null}
        </p>
        {usable ? (
          <>
            <section>
              <h2>{t('workbench_merge')}</h2>
              <p class="small">{t('workbench_merge_why')}</p>
              <p>
                <button type="button" data-action="merge" disabled={busy} onClick={props.onMerge}>
                  {t('workbench_merge_go')}
                </button>
              </p>
            </section>
            <ReleaseForm busy={busy} onRelease={props.onRelease} />
          </>
        ) : null}
        {release ? <ReleaseTables release={release} onSave={props.onSaveRelease} /> : null}
      </main>
    </div>
  );
}

function ReleaseForm({ busy, onRelease }: Pick<WorkbenchViewProps, 'onRelease'> & { busy: boolean }) {
  const [k, epsilon] = [useId(), useId()];
  const [minPeople, setMinPeople] = useState(MIN_PEOPLE);
  const [noisy, setNoisy] = useState(false);
  const [amount, setAmount] = useState(DEFAULT_EPSILON);
  return (
    <section>
      <h2>{t('workbench_release')}</h2>
      <p class="small">{t('workbench_release_why')}</p>
      <div class="fields">
        <label for={k}>{t('workbench_k')}</label>
        <input
          id={k}
          type="number"
          min={MIN_PEOPLE}
          max={1000}
          value={minPeople}
          onChange={(event) =>
            setMinPeople(Math.max(MIN_PEOPLE, Math.floor(event.currentTarget.valueAsNumber) || MIN_PEOPLE))
          }
        />
      </div>
      <Tick label={t('workbench_noise')} on={noisy} set={setNoisy} />
      {noisy ? (
        <div class="fields">
          <label for={epsilon}>ε</label>
          <input
            id={epsilon}
            type="number"
            min={0.01}
            step={0.1}
            value={amount}
            onChange={(event) =>
              setAmount(
                event.currentTarget.valueAsNumber > 0 ? event.currentTarget.valueAsNumber : DEFAULT_EPSILON,
              )
            }
          />
        </div>
      ) : null}
      <p>
        <button
          type="button"
          class="primary"
          data-action="release"
          disabled={busy}
          onClick={() => onRelease({ minPeople, epsilon: noisy ? amount : null })}
        >
          {t('workbench_release_go')}
        </button>
      </p>
    </section>
  );
}
