// What people paste is an address, what a list needs is a pattern. An address without a scheme may be either.

import { parsePattern } from './patterns';

/** The pattern of the whole host behind an address or a bare host name; null when there is none. */
export function suggestPattern(text: string): string | null {
  const trimmed = text.trim();
  const [, scheme = '*', rest = ''] = /^(?:(https?):\/\/)?(.*)$/i.exec(trimmed) ?? [];
  const authority = rest.split(/[/?#]/, 1)[0] ?? '';
  if (authority === '' || !/[.:]|^[a-z0-9-]+$/i.test(authority)) return null;
  const parsed = parsePattern(`${scheme.toLowerCase()}://${authority}/*`);
  return parsed.ok ? parsed.value.text : null;
}

/** Narrowed to the folder of the page: what tells two systems of one host apart. */
export function suggestFolderPattern(text: string): string | null {
  const whole = suggestPattern(text);
  const path = /^(?:https?:\/\/)?[^/?#]+(\/[^?#;]*)/i.exec(text.trim())?.[1] ?? '/';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const parsed = whole === null ? null : parsePattern(`${whole.slice(0, -2)}${folder}*`);
  return parsed?.ok ? parsed.value.text : whole;
}
