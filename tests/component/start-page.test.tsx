// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { startPage } from '../../components/start-page';
import { t } from '../../utils/platform/messages';
import { MESSAGES } from './speak';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['zh-CN', 'zh_CN'],
  ['en-GB', 'en'],
] as const)('a page that the browser has no words for speaks %s all the same', async (language, folder) => {
  document.body.innerHTML = '<div id="app"></div>';
  const asked = vi.fn(async () => ({ json: async () => MESSAGES[folder] }));
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('navigator', { language });
  await startPage({ getMessage: () => '' }, 'page_report', () => <p>{t('appName')}</p>);
  expect(asked).toHaveBeenCalledWith(`/_locales/${folder}/messages.json`);
  expect(document.documentElement.lang).toBe(MESSAGES[folder].language?.message);
  expect(document.querySelector('#app p')?.textContent).toBe(MESSAGES[folder].appName?.message);
});

it('a page whose words the browser has asks for nothing', async () => {
  document.body.innerHTML = '<div id="app"></div>';
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await startPage({ getMessage: (key) => MESSAGES.en[key]?.message ?? '' }, 'page_report', () => <p>x</p>);
  expect(asked).not.toHaveBeenCalled();
  expect(document.documentElement.lang).toBe('en');
});
