// The three parts of the page. The part is in the address, so that each can be linked to and the way back works.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';

const TABS = [
  { id: 'in-force', label: 'tab_in_force' },
  { id: 'sources', label: 'tab_sources' },
  { id: 'edit', label: 'tab_edit' },
] as const;
export type ConfigTab = (typeof TABS)[number]['id'];

export function ConfigTabs({ current }: { current: ConfigTab }) {
  return (
    <nav class="tabs" aria-label={t('tabs_configs')}>
      {TABS.map(({ id, label }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
          {t(label)}
        </a>
      ))}
    </nav>
  );
}

export function useConfigTab(): ConfigTab {
  const read = () => TABS.find(({ id }) => `#${id}` === location.hash)?.id ?? 'in-force';
  const [tab, setTab] = useState<ConfigTab>(read);
  useEffect(() => {
    const follow = () => setTab(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });
  return tab;
}
