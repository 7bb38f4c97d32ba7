// Reads a domain config for the commands that check or bundle one, with the extension's own parser.

import { readFileSync } from 'node:fs';
import { parseDomainConfig } from '../utils/config/parse';
import type { DomainConfig } from '../utils/config/schema';
import type { Problem, Result } from '../utils/platform/problem';

export function readDomainConfig(file: string): Result<{ config: DomainConfig }, Problem[]> {
  return parseDomainConfig(readFileSync(file));
}

/** One problem a line: `portals[3].match[0]: tooBroad (one host)`. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ code, path, detail }) => `${path || '(document)'}: ${code}${detail ? ` (${detail})` : ''}`)
    .join('\n');
}
