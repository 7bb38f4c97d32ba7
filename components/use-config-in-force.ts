// The config in force and the settings beside it, live. The bundled document is a file of the extension and
// is read once; imported ones are in the database. How they are read and which one wins is passed in.
import { useEffect, useState } from 'preact/hooks';
import type { ConfigSource } from '../utils/config/resolve';
import type { Result } from '../utils/platform/problem';
import { type Live, useLiveQuery } from './use-live-query';

interface Candidate<C> {
  source: ConfigSource;
  config: C;
}

export interface ConfigReads<C, S> {
  parse(text: string): Result<{ config: C }, unknown>;
  stored(): Promise<{ id: ConfigSource; config: C }[]>;
  settings(): Promise<S>;
  resolve(candidates: Candidate<C>[]): Candidate<C> | null;
}

export interface ConfigInForce<C, S> extends Candidate<C> {
  settings: S;
}

export function useConfigInForce<C, S>(reads: ConfigReads<C, S>): Live<ConfigInForce<C, S>> {
  const bundled = useBundled(reads.parse);
  const rest = useLiveQuery(
    async () => ({ stored: await reads.stored(), settings: await reads.settings() }),
    'config',
  );
  if (bundled.state === 'failed' || rest.state === 'failed') return { state: 'failed' };
  if (bundled.state === 'loading' || rest.state === 'loading') return { state: 'loading' };
  const { stored, settings } = rest.value;
  const candidates: Candidate<C>[] = stored.map(({ id, config }) => ({ source: id, config }));
  const winner = reads.resolve([...candidates, { source: 'bundled', config: bundled.value }]);
  return winner ? { state: 'ready', value: { ...winner, settings } } : { state: 'failed' };
}

function useBundled<C>(parse: ConfigReads<C, unknown>['parse']): Live<C> {
  const [live, setLive] = useState<Live<C>>({ state: 'loading' });
  useEffect(() => {
    const read = async (): Promise<Live<C>> => {
      const response = await fetch('/configs/bundled.json');
      const parsed = parse(await response.text());
      return parsed.ok ? { state: 'ready', value: parsed.value.config } : { state: 'failed' };
    };
    read().then(setLive, () => setLive({ state: 'failed' }));
  }, [parse]);
  return live;
}
