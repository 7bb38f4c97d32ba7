// What every part of the page reads: the list in force, the permissions the browser gave, the policy.
import type { ConfigView } from '../../components/config-types';
import { useConfigInForce } from '../../components/use-config-in-force';
import { type Live, useLiveQuery } from '../../components/use-live-query';
import { useOrigins } from '../../components/use-origins';
import { parseDomainConfig as parse } from '../../utils/config/parse';
import { resolveConfig as resolve } from '../../utils/config/resolve';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { readSettings } from '../../utils/storage/settings';
import { NO_READING, readPolicyReading } from '../../utils/storage/source-store';
import { type KnownConfig, toConfigView } from './config-view';

export const db = openDatabase();
const reads = { parse, stored: () => db.configs.toArray(), settings: () => readSettings(db), resolve };

export interface ConfigPage {
  known: KnownConfig | null;
  origins: string[] | null;
  live: Live<ConfigView>;
}

export function useConfigPage(): ConfigPage {
  const inForce = useConfigInForce(reads);
  const origins = useOrigins(browser.permissions);
  const policy = useLiveQuery(() => readPolicyReading(db), 'policy');
  const reading = policy.state === 'ready' ? policy.value : NO_READING;
  return {
    known: inForce.state === 'ready' ? inForce.value : null,
    origins,
    live: toConfigView(inForce, origins, reading, t('language')),
  };
}
