// What must happen to a foreign document before its shape is checked: notes (`x-…`, `$schema`) go, names that
// every object has (`__proto__`, `constructor`) are refused, and what is deeper or longer than any config is
// cut off, so that checking stays cheap whatever the document holds.

import type { Problem } from '../platform/problem';

const MAX_DEPTH = 8;
const MAX_ITEMS = 2_000;
const MAX_KEY_CHARS = 40;

export function prepareDocument(value: unknown): { document: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  return { document: copy(value, '', 0, problems), problems };
}

function copy(value: unknown, path: string, depth: number, problems: Problem[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) {
    problems.push({ code: 'wrongShape', path, detail: 'depth' });
    return null;
  }
  if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) problems.push({ code: 'tooLarge', path, detail: `<= ${MAX_ITEMS}` });
    return value
      .slice(0, MAX_ITEMS)
      .map((item, index) => copy(item, `${path}[${index}]`, depth + 1, problems));
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('x-') || (depth === 0 && key === '$schema')) continue;
    const name = key.slice(0, MAX_KEY_CHARS);
    const itemPath = path === '' ? name : `${path}.${name}`;
    if (key in Object.prototype || key === 'prototype') {
      problems.push({ code: 'wrongShape', path: itemPath, detail: 'unknown key' });
    } else {
      result[key] = copy(item, itemPath, depth + 1, problems);
    }
  }
  return result;
}
