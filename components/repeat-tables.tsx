// Who asks for what another portal already has, and which forms are filled in again.
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { PairLine, Repeated, RepeatedFormLine } from '../utils/storage/overview';
import { metricName } from './explanation';
import { useFirstRows } from './first-rows';
import { Duration } from './metric-value';

export function PairTable({ pairs }: { pairs: readonly PairLine[] }) {
  const { shown, button } = useFirstRows(pairs);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t('pairs_title')}>
        <table class="pairs">
          <thead>
            <tr>
              <th scope="col">{t('pairs_to')}</th>
              <th scope="col">{t('pairs_from')}</th>
              <th scope="col">{t('pairs_entries')}</th>
              <th scope="col">{t('pairs_pasted')}</th>
              <th scope="col">{metricName('retypeMs')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <tr
                key={`${pair.from.portalId} ${pair.to.portalId}`}
                data-pair={`${pair.from.portalId} ${pair.to.portalId}`}
              >
                <th scope="row">{pair.to.title}</th>
                <td class="words">{pair.from.title}</td>
                <td class="num" data-value={pair.entries}>
                  {formatCount(pair.entries)}
                </td>
                <td class="num" data-value={pair.pasted}>
                  {formatCount(pair.pasted)}
                </td>
                <td>
                  <Duration ms={pair.retypeMs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {button}
    </>
  );
}

export function RepeatedForms({ forms }: { forms: readonly RepeatedFormLine[] }) {
  const { shown, button } = useFirstRows(forms);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t('forms_title')}>
        <table class="forms">
          <thead>
            <tr>
              <th scope="col">{t('portal')}</th>
              <th scope="col">{t('forms_route')}</th>
              <th scope="col">{t('forms_repeats')}</th>
              <th scope="col">{t('pairs_entries')}</th>
              <th scope="col">{metricName('repeatMs')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((form) => (
              <tr key={`${form.portalId} ${form.formKey}`}>
                <th scope="row">{form.title}</th>
                <td class="words">
                  <code>{form.route}</code>
                </td>
                <td class="num">{formatCount(form.repeats)}</td>
                <td class="num">{formatCount(form.entries)}</td>
                <td>
                  <Duration ms={form.repeatMs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {button}
    </>
  );
}

/** Typed, pasted, filled in: pasting takes little time, so the time says less where much is pasted. */
export function SharedHow({ shared }: Pick<Repeated, 'shared'>) {
  const { entries, pasted, filled } = shared;
  if (entries === 0) return null;
  const counts = [entries, entries - pasted - filled, pasted, filled].map(formatCount);
  return <p class="small">{t('shared_how', ...counts)}</p>;
}
