import { type MessageKey, t } from '../utils/platform/messages';

const PAGES: { href: string; label: MessageKey }[] = [
  { href: '/report.html', label: 'page_report' },
  { href: '/configs.html', label: 'page_configs' },
  { href: '/export.html', label: 'page_export' },
  { href: '/settings.html', label: 'page_settings' },
];

/** The head of every full page: whose page it is, and the way to the others. */
export function PageHeader({ current }: { current: MessageKey }) {
  return (
    <header class="page-header">
      <p class="brand">
        <img src="/icons/48.png" alt="" width="24" height="24" /> {t('appName')}
      </p>
      <nav aria-label={t('pages')}>
        {PAGES.map(({ href, label }) => (
          <a key={href} href={href} aria-current={label === current ? 'page' : undefined}>
            {t(label)}
          </a>
        ))}
      </nav>
    </header>
  );
}
