// The words of the interface without an extension: the message files, looked up as the browser does.
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { type MessageFile, messagesOf, setMessageSource } from '../../utils/platform/messages';

export type Locale = 'zh_CN' | 'en';

export const MESSAGES: Record<Locale, MessageFile> = { zh_CN: zh, en };

export function speak(locale: Locale): void {
  setMessageSource((key, values) => {
    if (!MESSAGES[locale][key]) throw new Error(`no words for ${key}`);
    return messagesOf(MESSAGES[locale])(key, values);
  });
}
