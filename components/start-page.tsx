// What every page does first: take its words from the extension, say which language it speaks, and draw.
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { type MessageKey, setMessageSource, t } from '../utils/platform/messages';

interface I18n {
  getMessage(key: string, values?: string | string[]): string;
}

/** `view` is a function so that no word is looked up before the source is set. */
export function startPage(i18n: I18n, title: MessageKey, view: () => ComponentChild): void {
  setMessageSource((key, values) => i18n.getMessage(key, values));
  document.documentElement.lang = t('language');
  document.title = t(title);
  const root = document.getElementById('app');
  if (root) render(view(), root);
}
