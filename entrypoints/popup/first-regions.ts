// The provinces to choose from before consent. Loaded only then: reading a list takes more code than all the rest
// of the popup.
import { parseDomainConfig } from '../../utils/config/parse';
import { resolveConfig } from '../../utils/config/resolve';
import { regionsOf } from '../../utils/config/starter';
import type { Ledger } from '../../utils/storage/database';

/** None where an organisation's list is in force: nothing is left to choose. */
export async function readRegions(db: Ledger): Promise<string[]> {
  if (__MANAGED_BUILD__) return [];
  const response = await fetch('/configs/bundled.json');
  const parsed = parseDomainConfig(await response.text());
  if (!parsed.ok) throw new Error('the bundled config is broken');
  const stored = (await db.configs.toArray()).map(({ id, config }) => ({ source: id, config }));
  const inForce = resolveConfig([...stored, { source: 'bundled' as const, config: parsed.value.config }]);
  return inForce?.source === 'bundled' ? regionsOf(inForce.config) : [];
}
