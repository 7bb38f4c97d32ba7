// Whether the page in front is being measured, and if not, why not. The popup may not know the address of the
// page: it can only ask the sensor that may be in it.
import { t } from '../utils/platform/messages';

export type FrontPageState =
  | { state: 'asking' }
  /** No sensor answered: not in the list, or its host was not granted. */
  | { state: 'absent' }
  | { state: 'measured' | 'outOfScope' | 'paused'; title: string | null };

export function FrontPageLine({ page }: { page: FrontPageState }) {
  if (page.state === 'asking') return <p class="front-page" />;
  const title = 'title' in page && page.title ? page.title : t('front_unnamed');
  const words = {
    measured: () => t('front_measured', title),
    outOfScope: () => t('front_out_of_scope', title),
    paused: () => t('front_paused', title),
    absent: () => t('front_absent'),
  }[page.state]();
  return (
    <p class="front-page" data-state={page.state}>
      {words}
    </p>
  );
}
