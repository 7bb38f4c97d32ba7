// The words of the interface. `t` is typed by the keys of the Chinese file, which is the first language;
// a unit test holds the English one to the same keys and placeholders. The extension's own message lookup is
// passed in by each page, so that tests and the drawing harness speak without an extension.
import type zh from '../../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof zh;

/** Looks a message up and puts values in place of `$1`…`$9`, as `browser.i18n.getMessage` does. */
export type MessageSource = (key: string, values: string[]) => string;

/** Keys with a `_one` sister, for languages that say "1 portal" but "2 portals". */
export type CountedKey = { [K in MessageKey]: `${K}_one` extends MessageKey ? K : never }[MessageKey];

let source: MessageSource = (key) => key;

export function setMessageSource(next: MessageSource): void {
  source = next;
}

/** A message file of the extension's own, by key. */
export type MessageFile = Readonly<Record<string, { message: string } | undefined>>;

/** Looks messages up as the browser does; the key itself where there is none. */
export const messagesOf =
  (file: MessageFile): MessageSource =>
  (key, values) =>
    (file[key]?.message ?? key).replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');

export function t(key: MessageKey, ...values: (string | number)[]): string {
  return source(key, values.map(String));
}

/** A message about `count` things; `$1` is the count, further values follow. */
export function tCount(key: CountedKey, count: number, ...values: (string | number)[]): string {
  const form: MessageKey = count === 1 ? `${key}_one` : key;
  return t(form, count.toLocaleString(t('language')), ...values);
}
