// What every row of one export needs to know: under which ids, how far dates are moved, what the portals are,
// and what the person struck.

import { portalCode } from '../domain/package/deidentify';
import type { PackageLevel } from '../domain/package/tables';
import type { DateKey } from '../domain/records';
import type { ConfigHistory } from '../storage/database';
import { Sha256 } from './sha256';

export interface Strikes {
  dates: ReadonlySet<DateKey>;
  portalIds: ReadonlySet<string>;
  /** `rowKey(date, category)` */
  rows: ReadonlySet<string>;
  portalPairs: boolean;
}
export const NO_STRIKES: Strikes = {
  dates: new Set(),
  portalIds: new Set(),
  rows: new Set(),
  portalPairs: false,
};
export const rowKey = (date: DateKey, category: string): string => `${date} ${category}`;

export interface ExportContext {
  level: PackageLevel;
  exportId: string;
  personId: string;
  /** Whole weeks, 0 for none; negative into the past. */
  shiftWeeks: number;
  idleTimeoutMs: number;
  strikes: Strikes;
  portal: PortalLookup;
  /**
   * A stream of random ids for the rows of one date and table: at least 16 hex digits each, the same again for
   * the same date and table, so that what was looked at is what is written.
   */
  idsOf: (date: DateKey, table: string) => () => string;
}

export interface ExportedPortal {
  portalId: string;
  configId: string;
  code: string;
  category: string;
  level: string | null;
  burden: boolean;
}
export type PortalLookup = (portalId: string) => ExportedPortal;

/** By the newest config that names the portal; one that none names is `unknown`, and burden like its day row. */
export function lookUpPortals(history: readonly ConfigHistory[]): PortalLookup {
  const known = new Map<string, ExportedPortal>();
  for (const { configId, portals } of history) {
    for (const [portalId, portal] of Object.entries(portals))
      known.set(portalId, {
        portalId,
        configId,
        code: portalCode(configId, portalId),
        category: portal.category,
        level: portal.level ?? null,
        burden: portal.burden,
      });
  }
  return (portalId) => {
    const found = known.get(portalId);
    if (found) return found;
    const code = portalCode('', portalId);
    return { portalId, configId: '', code, category: 'unknown', level: null, burden: true };
  };
}

export function isStruck(strikes: Strikes, date: DateKey, portal: ExportedPortal): boolean {
  return (
    strikes.dates.has(date) ||
    strikes.portalIds.has(portal.portalId) ||
    (strikes.rows.size > 0 && strikes.rows.has(rowKey(date, portal.category)))
  );
}

const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Eight hex digits; two million of them are drawn for a large export. */
const hexWord = (word: number): string =>
  `${HEX_BYTES[word >>> 24]}${HEX_BYTES[(word >>> 16) & 255]}${HEX_BYTES[(word >>> 8) & 255]}${HEX_BYTES[word & 255]}`;

/**
 * `secret` is random, lives as long as the page and is written nowhere. The stream of a date and table is
 * xoshiro128** (Blackman and Vigna, public domain) from a digest of all three: fast, and not for secrets. Whoever works out its
 * state learns the order of drawing; so ids are drawn in an order that says nothing (detail-rows.ts).
 */
export function seededIds(secret: string): ExportContext['idsOf'] {
  return (date, table) => {
    const digest = new Sha256().update(new TextEncoder().encode(`${secret} ${date} ${table}`)).hex();
    const word = (i: number) => Number.parseInt(digest.slice(i * 8, i * 8 + 8), 16) | 0;
    let [a, b, c, d] = [word(0), word(1), word(2), word(3)];
    const next = (): string => {
      const times5 = Math.imul(b, 5);
      const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return hexWord(result);
    };
    return () => next() + next();
  };
}
