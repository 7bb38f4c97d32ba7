// The words of the interface without an extension: the message files, looked up as the browser does.
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { setMessageSource } from '../../utils/platform/messages';

export type Locale = 'zh_CN' | 'en';
type Messages = Record<string, { message: string } | undefined>;

export const MESSAGES: Record<Locale, Messages> = { zh_CN: zh, en };

export function speak(locale: Locale): void {
  setMessageSource((key, values) => {
    const message = MESSAGES[locale][key]?.message;
    if (message === undefined) throw new Error(`no words for ${key}`);
    return message.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
  });
}
