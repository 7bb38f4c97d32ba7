// What every page does first: take its words from the extension, say which language it speaks, and draw.
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import {
  type MessageFile,
  type MessageKey,
  messagesOf,
  setMessageSource,
  t,
} from '../utils/platform/messages';

interface I18n {
  getMessage(key: string, values?: string | string[]): string;
}

/**
 * `view` is a function so that no word is looked up before the source is set. On a busy machine Chromium now and then
 * starts a page without its words, and has none for it later either: then they are read from the package.
 */
export async function startPage(i18n: I18n, title: MessageKey, view: () => ComponentChild): Promise<void> {
  setMessageSource((key, values) => i18n.getMessage(key, values));
  if (t('language') === '') setMessageSource(messagesOf(await readOwnWords()));
  document.documentElement.lang = t('language');
  document.title = t(title);
  const root = document.getElementById('app');
  if (root) render(view(), root);
}

async function readOwnWords(): Promise<MessageFile> {
  const folder = navigator.language.startsWith('en') ? 'en' : 'zh_CN';
  return (await fetch(`/_locales/${folder}/messages.json`)).json();
}
