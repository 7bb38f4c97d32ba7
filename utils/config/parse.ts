// From a file's bytes to a config, or to every problem in it by path. Nothing here throws: a document comes
// from outside and may be anything.

import * as v from 'valibot';
import { fail, type Problem, type ProblemCode, type Result, succeed } from '../platform/problem';
import { findConflicts } from './conflicts';
import { findJsonErrorLine } from './json-error-line';
import { prepareDocument } from './prepare-document';
import { type DomainConfig, DomainConfigSchema, MAX_PORTALS, PortalSchema } from './schema';

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
  const checked = checkShape(document, problems);
  problems.push(...findConflicts(document));
  if (checked !== null && problems.length === 0) return succeed({ config: checked });
  return fail(firstOfEachPath(problems).slice(0, MAX_PROBLEMS));
}

/**
 * Portal by portal, and no further than anybody reads: a file full of mistakes must not cost more than a good one.
 * Notes what is wrong in `problems`.
 */
function checkShape(document: unknown, problems: Problem[]): DomainConfig | null {
  const listed = toList(document);
  const head = listed === null ? document : { ...(document as object), portals: [] };
  const checkedHead = v.safeParse(DomainConfigSchema, head);
  for (const issue of checkedHead.issues ?? []) problems.push(toProblem(issue));
  if (listed === null) return null;
  if (listed.length > MAX_PORTALS)
    problems.push({ code: 'tooLarge', path: 'portals', detail: `<= ${MAX_PORTALS}` });
  const portals: DomainConfig['portals'] = [];
  for (const [index, portal] of listed.slice(0, MAX_PORTALS).entries()) {
    const checked = v.safeParse(PortalSchema, portal);
    if (checked.success) portals.push(checked.output);
    for (const issue of checked.issues ?? []) problems.push(toProblem(issue, `portals[${index}]`));
    if (problems.length >= MAX_PROBLEMS) return null;
  }
  return checkedHead.success ? { ...checkedHead.output, portals } : null;
}

function toList(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null || !('portals' in value)) return null;
  return Array.isArray(value.portals) ? value.portals : null;
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

function toProblem(issue: v.BaseIssue<unknown>, within = ''): Problem {
  const path = toPath(issue.path, within);
  if (path === 'format') return { code: 'unknownFormat', path, detail: '1' };
  const [, code = '', detail = ''] = CODE_AND_DETAIL.exec(issue.message) ?? [];
  if (CODES.has(code)) return { code: code as ProblemCode, path, detail };
  const isMissing = issue.path?.at(-1)?.origin === 'key';
  return { code: 'wrongShape', path, detail: isMissing ? 'required' : (issue.expected ?? issue.type) };
}

function toPath(items: v.BaseIssue<unknown>['path'], within: string): string {
  return (items ?? []).reduce((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key).slice(0, MAX_KEY_CHARS);
    return path === '' ? name : `${path}.${name}`;
  }, within);
}

function firstOfEachPath(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()];
}
