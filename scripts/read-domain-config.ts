// Reads a domain config for the commands that check or bundle one, with the extension's own parser.

import { readFileSync } from 'node:fs';
import en from '../public/_locales/en/messages.json';
import zh from '../public/_locales/zh_CN/messages.json';
import { parseDomainConfig } from '../utils/config/parse';
import type { DomainConfig } from '../utils/config/schema';
import type { Problem, Result } from '../utils/platform/problem';

export function readDomainConfig(file: string): Result<{ config: DomainConfig }, Problem[]> {
  return parseDomainConfig(readFileSync(file));
}

/** One problem a line: `portals[3].match[0]: tooBroad (one host): …`, what follows in the terminal's language. */
export function describeProblems(problems: readonly Problem[]): string {
  const locale = process.env.LANGUAGE || process.env.LC_ALL || process.env.LANG || '';
  const words = locale.startsWith('zh') ? zh : en;
  return problems
    .map(({ code, path, detail }) => {
      const what = detail ? `${code} (${detail})` : code;
      return `${path || '(document)'}: ${what}: ${words[`problem_${code}`].message}`;
    })
    .join('\n');
}
