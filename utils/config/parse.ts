// From a file's bytes to a config, or to every problem in it by path. Nothing here throws: a document comes
// from outside and may be anything.

import * as v from 'valibot';
import { fail, type Problem, type ProblemCode, type Result, succeed } from '../platform/problem';
import { findConflicts } from './conflicts';
import { findJsonErrorLine } from './json-error-line';
import { prepareDocument } from './prepare-document';
import { type DomainConfig, DomainConfigSchema } from './schema';

export const MAX_CONFIG_BYTES = 256 * 1024;
export const MAX_PROBLEMS = 50;

const MAX_KEY_CHARS = 40;
const CODE_AND_DETAIL = /^([a-zA-Z]+): (.*)$/s;
const CODES: ReadonlySet<string> = new Set<ProblemCode>([
  'wrongShape',
  'tooLarge',
  'unknownFormat',
  'badPattern',
  'tooBroad',
  'badRoute',
  'badDate',
  'notAllowed',
]);

export function parseDomainConfig(input: Uint8Array | string): Result<{ config: DomainConfig }, Problem[]> {
  const text = toText(input);
  if (!text.ok) return fail([text.problem]);
  const json = parseJson(text.value);
  if (!json.ok) return fail([json.problem]);

  const { document, problems } = prepareDocument(json.value);
  const checked = v.safeParse(DomainConfigSchema, document);
  for (const issue of checked.issues ?? []) problems.push(toProblem(issue));
  problems.push(...findConflicts(document));
  if (checked.success && problems.length === 0) return succeed({ config: checked.output });
  return fail(firstOfEachPath(problems).slice(0, MAX_PROBLEMS));
}

function toText(input: Uint8Array | string): Result<string> {
  const tooLarge = fail<Problem>({ code: 'tooLarge', path: '', detail: `<= ${MAX_CONFIG_BYTES} B` });
  if (input.length > MAX_CONFIG_BYTES) return tooLarge;
  if (typeof input === 'string') {
    if (new TextEncoder().encode(input).length > MAX_CONFIG_BYTES) return tooLarge;
    return succeed(input.startsWith('\uFEFF') ? input.slice(1) : input);
  }
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(input));
  } catch {
    return fail({ code: 'notText', path: '', detail: 'UTF-8' });
  }
}

function parseJson(text: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail({ code: 'notJson', path: '', detail: `line ${findJsonErrorLine(text)}` });
  }
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const path = toPath(issue.path);
  if (path === 'format') return { code: 'unknownFormat', path, detail: '1' };
  const [, code = '', detail = ''] = CODE_AND_DETAIL.exec(issue.message) ?? [];
  if (CODES.has(code)) return { code: code as ProblemCode, path, detail };
  const isMissing = issue.path?.at(-1)?.origin === 'key';
  return { code: 'wrongShape', path, detail: isMissing ? 'required' : (issue.expected ?? issue.type) };
}

function toPath(items: v.BaseIssue<unknown>['path']): string {
  return (items ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key).slice(0, MAX_KEY_CHARS);
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

function firstOfEachPath(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()];
}
