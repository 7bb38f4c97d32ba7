// A list while somebody is writing it: the document as it will be saved, which may still be wrong anywhere. It is
// changed only by these functions, and judged by the same parser as every other document.

import type { Problem, Result } from '../platform/problem';
import { parseDomainConfig } from './parse';
import type { DomainConfig, LocalText } from './schema';

export type Loose = Record<string, unknown>;

export interface DraftPortal extends Loose {
  id: string;
  title: LocalText;
}

export interface Draft extends Loose {
  id: string;
  version: number;
  title: LocalText;
  portals: DraftPortal[];
}

export const SCHEMA_ADDRESS = './domain-config.schema.json';

export function emptyDraft(): Draft {
  return { format: 1, id: '', version: 1, title: {}, portals: [] };
}

/** Any JSON object can be worked on; what it lacks is put there so that forms have something to show. */
export function toDraft(document: unknown): Draft | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const loose = document as Loose;
  const portals = Array.isArray(loose.portals) ? loose.portals.filter(isObject).map(toDraftPortal) : [];
  return {
    ...loose,
    format: loose.format ?? 1,
    id: toText(loose.id),
    version: typeof loose.version === 'number' ? loose.version : 1,
    title: isObject(loose.title) ? loose.title : {},
    portals,
  };
}

export interface OpenedDocument {
  /** null when there is nothing that forms could show. */
  draft: Draft | null;
  /** Of the document as it was: a draft may have put some of it right already. */
  problems: Problem[];
}

/** A document with problems opens all the same: mending it is what an editor is for. */
export function openDocument(input: Uint8Array | string): OpenedDocument {
  const parsed = parseDomainConfig(input);
  const problems = parsed.ok ? [] : parsed.problem;
  // What is too large, no text or no JSON is a problem of the whole, and the only one.
  const isReadable = !problems.some(({ code, path }) => path === '' && UNREADABLE.has(code));
  if (!isReadable) return { draft: null, problems };
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  return { draft: toDraft(JSON.parse(text.replace(/^\uFEFF/, ''))), problems };
}

const UNREADABLE: ReadonlySet<string> = new Set(['tooLarge', 'notText', 'notJson']);

/** What the list in force would look like as a file: without what says nothing. */
export function draftOf(config: DomainConfig): Draft {
  return toDraft(withoutEmpty(config)) ?? emptyDraft();
}

export function renderDraft(draft: Draft): string {
  const { $schema: _, ...rest } = withoutEmpty(draft) as Loose;
  return `${JSON.stringify({ $schema: SCHEMA_ADDRESS, ...rest }, null, 2)}\n`;
}

export function checkDraft(draft: Draft): Result<{ config: DomainConfig }, Problem[]> {
  return parseDomainConfig(renderDraft(draft));
}

/** The part of a draft that could be used now: all of it when it is good, else its good portals. */
export function readableConfig(draft: Draft): DomainConfig | null {
  const whole = checkDraft(draft);
  if (whole.ok) return whole.value.config;
  const stand: Draft = { ...emptyDraft(), id: 'draft', title: { en: 'draft' } };
  const good = draft.portals.filter((portal) => checkDraft({ ...stand, portals: [portal] }).ok);
  const rest = checkDraft({ ...stand, portals: firstOfEachId(good) });
  return rest.ok ? rest.value.config : null;
}

export function changeHead(draft: Draft, changes: Loose): Draft {
  return { ...draft, ...changes };
}

/** A confirmation goes with the pattern it was given for. */
export function changePortal(draft: Draft, at: number, changes: Loose): Draft {
  const portals = draft.portals.map((portal, index): DraftPortal => {
    if (index !== at) return portal;
    const next: Loose = { ...portal, ...changes };
    if (!Array.isArray(next.broad)) return clean(next);
    const patterns = [next.match, next.exclude, next.hosts].flat();
    const broad = next.broad.filter((text) => patterns.includes(text));
    return clean({ ...next, broad: broad.length > 0 ? broad : undefined });
  });
  return { ...draft, portals };
}

export function addPortals(draft: Draft, portals: readonly Loose[]): Draft {
  const taken = new Set(draft.portals.map(({ id }) => id));
  const added = portals.map((portal) => {
    const id = freeId(toText(portal.id) || 'portal', taken);
    taken.add(id);
    return toDraftPortal({ ...portal, id });
  });
  return { ...draft, portals: [...draft.portals, ...added] };
}

export function removePortal(draft: Draft, at: number): Draft {
  return { ...draft, portals: draft.portals.filter((_, index) => index !== at) };
}

/**
 * Rolling back: the old content under a version above both its own and the one in force, for a lower one is
 * refused everywhere.
 */
export function reissue(draft: Draft, versionInForce: number | null, today: string): Draft {
  const version = Math.max(draft.version, versionInForce ?? 0) + 1;
  return { ...draft, version, issued: today };
}

/** An id from a host or a name: ASCII, lower case, not taken. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
  const base =
    wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'portal';
  if (!taken.has(base) && !(base in Object.prototype)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

function firstOfEachId(portals: readonly DraftPortal[]): DraftPortal[] {
  return [...new Map([...portals].reverse().map((portal) => [portal.id, portal])).values()].reverse();
}

function toDraftPortal(portal: Loose): DraftPortal {
  return { ...portal, id: toText(portal.id), title: isObject(portal.title) ? portal.title : {} };
}

/** `undefined` takes a key away. */
function clean(portal: Loose): DraftPortal {
  return toDraftPortal(Object.fromEntries(Object.entries(portal).filter(([, value]) => value !== undefined)));
}

/** Without keys whose value says nothing more than their absence; the required ones stay. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [name, withoutEmpty(item)]);
  return Object.fromEntries(
    entries.filter(([name, item]) => !saysNothing(item) || (REQUIRED.has(name) && item !== null)),
  );
}

const REQUIRED = new Set(['format', 'id', 'version', 'title', 'portals', 'match', 'category', 'route']);

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
