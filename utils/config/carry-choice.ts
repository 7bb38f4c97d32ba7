// What becomes of the person's choice of portals when another list comes into force. A new version of the same
// list keeps what they switched off, and what is new in it is on. Another list is another choice: all of it is
// wanted, but of the starter list only what it begins with.

import type { DomainConfig } from './schema';
import { defaultChoice } from './starter';

interface List {
  config: Pick<DomainConfig, 'id' | 'portals'>;
  /** The starter list offers far more than one person works with. */
  isStarter: boolean;
}

/** `portalIds` null: all portals of the list. */
export function carryChoice(
  before: List,
  after: List,
  portalIds: readonly string[] | null,
  region: string | null,
): string[] | null {
  if (before.config.id !== after.config.id) {
    return after.isStarter ? defaultChoice(after.config, region) : null;
  }
  if (portalIds === null) return null;
  const kept = new Set(portalIds);
  const off = new Set(before.config.portals.map(({ id }) => id).filter((id) => !kept.has(id)));
  if (after.isStarter) return [...portalIds];
  const on = after.config.portals.map(({ id }) => id).filter((id) => !off.has(id));
  return on.length === after.config.portals.length ? null : on;
}
