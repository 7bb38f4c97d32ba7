// The database, as the contract fixes it. Only the background writes records; extension pages read.
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ConfigSource } from '../config/resolve';
import type { DomainConfig, LocalText } from '../config/schema';
import type { CalendarOverrides } from '../domain/calendar';
import type { DayRow } from '../domain/day-summary';
import type { Due } from '../domain/due';
import type { Action, Correction, Coverage, Entry, Person, Span } from '../domain/records';
import type { EnteredHash, Submission } from '../domain/repetition';
import { countFactWrites } from './held-day';

export const DATABASE_NAME = 'fingertip-ledger';

export interface StoredConfig {
  id: ConfigSource;
  config: DomainConfig;
  /** SHA-256 of the document's bytes, hex. */
  hash: string;
  fetchedAt: number;
}

/** What portals were called when; rows keep only ids, and a config may change. */
export interface ConfigHistory {
  id?: number;
  configId: string;
  version: number;
  hash: string;
  source: ConfigSource;
  title: LocalText;
  calendar: CalendarOverrides;
  from: number;
  portals: Record<string, PortalHistory>;
}

export interface PortalHistory {
  title: LocalText;
  category: string;
  burden: boolean;
  level?: string | null;
  department?: string | null;
  /** Forms with a declared due time, by their route globs. */
  dues?: { route: string; due: Due }[];
}

export interface KeyedValue {
  key: string;
  value: unknown;
}

/** An attempt whose evidence may still come in: where it was made, so that requests can be joined to it. */
export interface PendingAttempt {
  actionId: string;
  tabId: number;
  frameId: number;
  portalId: string;
  at: number;
  deadline: number;
  /** When its document was left; what that frame asks for later is another document's business. */
  leftAt?: number;
  /** The frame that its navigation loaded the answer into. */
  answerFrameId?: number;
  /** Where a slow server's answer is awaited longer: what was asked for after this is none of the attempt's. */
  requestsUntil?: number;
  /** A form may ask for its answer in a tab of its own. */
  answerTabId?: number;
  /** The pages of the form before the one that was sent. */
  pages?: PendingStep;
  /** That document has come: later ones have no answer to give. */
  shown?: boolean;
}

/** A span as its frame claimed it, whole; the row in `spans` is what of it belongs to nobody else. */
export interface HeldClaim {
  id: string;
  personId: string;
  endedAt: number;
  tabId: number;
  claim: Span;
}

/** Pages of a form over several documents, filled in and not yet sent; they belong to the next commit there. */
export interface PendingStep
  extends Pick<Action, 'portalId' | 'startedAt' | 'activeMs' | 'fields' | 'uploads'> {
  tabId: number;
  frameId: number;
  at: number;
  entered: EnteredHash[];
  /** The key it was hashed with. */
  keyId: string;
  /** Documents that came since; the form's next page is the first of them. */
  hops: number;
}

/**
 * What a submission's fields held, hashed, with times and ways: kept until it is clear what became of it, and
 * half an hour longer for what happened before it and is heard of later. It is in no export and no backup.
 */
export type WaitingEntries = Submission;

/** A form that has entries, and when it was last accepted: counting forms must not cost reading their entries. */
export interface KnownForm {
  personId: string;
  portalId: string;
  formKey: string;
  firstAt: number;
  lastAt: number;
}

export type Ledger = Dexie & {
  people: EntityTable<Person, 'id'>;
  spans: EntityTable<Span, 'id'>;
  claims: EntityTable<HeldClaim, 'id'>;
  actions: EntityTable<Action, 'id'>;
  entries: EntityTable<Entry, 'actionId'>;
  days: Table<DayRow, [string, string, string]>;
  corrections: EntityTable<Correction, 'id'>;
  coverage: Table<Coverage, number>;
  configs: EntityTable<StoredConfig, 'id'>;
  configHistory: Table<ConfigHistory, number>;
  settings: EntityTable<KeyedValue, 'key'>;
  meta: EntityTable<KeyedValue, 'key'>;
  pending: EntityTable<PendingAttempt, 'actionId'>;
  steps: Table<PendingStep, [number, number]>;
  waiting: EntityTable<WaitingEntries, 'actionId'>;
  forms: Table<KnownForm, [string, string, string]>;
};

export function openDatabase(name: string = DATABASE_NAME): Ledger {
  // Pages read what the background has just written: a cache in between gave them the answer of before.
  const db = new Dexie(name, { cache: 'disabled' }) as Ledger;
  db.version(1).stores({
    people: 'id',
    spans:
      'id, visitId, [personId+localDate], [personId+endedAt], [personId+startedAt], [personId+portalId+startedAt]',
    claims: 'id, [personId+endedAt], endedAt',
    actions: 'id, [personId+localDate], [personId+formKey+at], at, [personId+at], [personId+portalId+at]',
    entries: 'actionId, at, [personId+portalId+formKey+at], *hashes',
    days: '[personId+localDate+portalId], [personId+localDate], [personId+portalId+localDate]',
    corrections: 'id, targetId, personId',
    coverage: '++id, [personId+to], to',
    configs: 'id',
    configHistory: '++id, hash',
    settings: 'key',
    meta: 'key',
    pending: 'actionId, tabId, deadline',
    steps: '[tabId+frameId], at',
    waiting: 'actionId, [personId+at], at',
    forms: '[personId+portalId+formKey], lastAt',
  });
  // An index costs a row about as many bytes as the row itself: these were asked by nobody, or for what another
  // one answers as well.
  db.version(2)
    .stores({
      spans: 'id, [personId+localDate], [personId+endedAt], [personId+portalId+startedAt]',
      actions: 'id, [personId+localDate], [personId+at], [personId+portalId+at]',
      waiting: 'actionId, at',
    })
    .upgrade(async (change) => {
      // Of a ledger that was never claimed there is no number to raise.
      await change.table('meta').where('key').equals('schemaNumber').modify({ value: 2 });
    });
  db.use(countFactWrites(db));
  return db;
}
