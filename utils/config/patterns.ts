// Match patterns: `scheme://host[:port]/path`.
//   scheme  http, https or `*` (both)
//   host    exact, `*.suffix` (the suffix itself and everything below it), IPv4, [IPv6] or an intranet's
//           single label (`oa`); compared in ASCII and lower case. A wildcard needs one label more than a
//           public suffix: `*.gov.cn` is too broad, `*.zj.gov.cn` is not. A document may confirm such a
//           pattern by name (conflicts.ts looks for that); every website there is can't be confirmed.
//   port    a number covers just that port; none covers every port, as in browsers
//   path    a glob over the address's path; a query is never looked at, hash routes belong in `routes`

import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { compileGlob, type Glob } from './glob';
import { isPublicSuffix } from './public-suffixes';

export interface MatchPattern {
  readonly scheme: 'http' | 'https' | '*';
  /** The exact host, or `*.suffix`. */
  readonly hostKey: string;
  /** null: any. */
  readonly port: number | null;
  readonly path: Glob;
  /** One spelling for equal patterns. */
  readonly text: string;
}

const PARTS = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i;
const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[^:]*)(?::(.*))?$/i;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const FORBIDDEN_IN_HOST = /[\s%\\<>^|"'`{}()[\],;!$&+=~]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const FORBIDDEN_IN_PATH = /[\s\\?#;\u0000-\u001f\u007f]/;

export function parsePattern(text: string): Result<MatchPattern> {
  const parsed = parseConfirmedPattern(text);
  return parsed.ok && isPublicSuffixWildcard(parsed.value)
    ? broad('one label more than a public suffix')
    : parsed;
}

/** As `parsePattern`, but takes a wildcard below a public suffix: for documents that were checked. */
export function parseConfirmedPattern(text: string): Result<MatchPattern> {
  if (text === '<all_urls>') return broad('<all_urls>');
  const [, schemeText = '', authority = '', pathText] = PARTS.exec(text) ?? [];
  const scheme = schemeText.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https' && scheme !== '*') return bad('http:// | https:// | *://');
  if (authority.includes('@')) return bad('no user');
  if (pathText === undefined) return bad('/path');
  const path = normalisePath(pathText);
  if (path === null) return bad('/path, no ? # ;');

  const [, hostText = '', portText] = HOST_AND_PORT.exec(authority) ?? [];
  const port = portText === undefined ? null : parsePort(portText);
  if (port === undefined) return bad('port 1-65535');
  const host = parseHost(hostText);
  if (!host.ok) return host;
  const hostKey = host.value;
  const portPart = port === null ? '' : `:${port}`;
  const glob = compileGlob(path);
  return succeed({ scheme, hostKey, port, path: glob, text: `${scheme}://${hostKey}${portPart}${path}` });
}

/** The host as addresses carry it: ASCII, lower case, no final dot. */
function normaliseHost(hostname: string): string {
  const lower = hostname.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Path or hash route as `URL` writes it, so that a glob's `/统计/*` meets an address's `/%E7%BB%9F…`. */
export function normaliseRoute(glob: string): string | null {
  if (FORBIDDEN_IN_PATH.test(glob.replace('#', ''))) return null;
  const lead = glob.startsWith('/') ? '' : glob.startsWith('*') ? '/' : null;
  if (lead === null) return null;
  const url = new URL(`http://h${lead}${glob}`);
  return (url.pathname + url.hash).slice(lead.length);
}

/** The keys of `hostname` in an index by host key, most specific first. */
export function hostKeys(hostname: string): string[] {
  const host = normaliseHost(hostname);
  if (host.startsWith('[') || IPV4.test(host)) return [host];
  const labels = host.split('.');
  if (labels.length === 1) return [host];
  return [host, ...labels.map((_, from) => `*.${labels.slice(from).join('.')}`)];
}

function normalisePath(path: string): string | null {
  return path.includes('#') ? null : normaliseRoute(path);
}

function parsePort(text: string): number | undefined {
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function parseHost(text: string): Result<string> {
  if (text === '*') return broad('one host');
  const isWildcard = text.startsWith('*.');
  const name = isWildcard ? text.slice(2) : text;
  if (name.includes('*')) return bad('* only as a leading *.');
  const host = toAsciiHost(name);
  if (host === null) return bad('host');
  if (!isWildcard) return succeed(host);
  if (host.startsWith('[') || IPV4.test(host)) return bad('no wildcard before an IP address');
  return succeed(`*.${host}`);
}

function isPublicSuffixWildcard({ hostKey }: MatchPattern): boolean {
  return hostKey.startsWith('*.') && isPublicSuffix(hostKey.slice(2));
}

function toAsciiHost(name: string): string | null {
  const bare = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
  if (bare === '' || FORBIDDEN_IN_HOST.test(bare)) return null;
  try {
    const { hostname } = new URL(`http://${name}/`);
    // `http://10.1/` and `http://0x0a000001/` are addresses to a browser; written so, nobody can check them.
    if (IPV4.test(hostname) && hostname !== name) return null;
    // IDNA turns other scripts' full stops into dots, so empty labels are looked for here, not in the text.
    if (hostname.split('.').includes('')) return null;
    return hostname;
  } catch {
    return null;
  }
}

function bad(detail: string): { ok: false; problem: Problem } {
  return fail({ code: 'badPattern', path: '', detail });
}

function broad(detail: string): { ok: false; problem: Problem } {
  return fail({ code: 'tooBroad', path: '', detail });
}
