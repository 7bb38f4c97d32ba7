// A kind of request as administrators name it: a method and a glob over the path, `POST /api/heartbeat`.

import { normaliseRoute } from './patterns';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export interface RequestRule {
  readonly method: (typeof METHODS)[number];
  readonly path: string;
}

export function parseRequestRule(text: string): RequestRule | null {
  const [name, glob = '', ...rest] = text.split(' ');
  const method = METHODS.find((known) => known === name);
  if (method === undefined || rest.length > 0 || glob.includes('#')) return null;
  const path = normaliseRoute(glob);
  return path === null ? null : { method, path };
}
