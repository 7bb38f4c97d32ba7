import { t, tCount } from '../utils/platform/messages';
import type { ConfigView } from './config-types';

export function ConfigInForce({ config, onRemove }: { config: ConfigView; onRemove: () => void }) {
  const chosen = config.portals.filter((portal) => portal.chosen).length;
  return (
    <section class="in-force">
      <h2>{t('configs_in_force')}</h2>
      <p class="config-title">{config.title}</p>
      <dl class="facts">
        <Fact name={t('configs_source')} value={t(`source_${config.source}`)} />
        {config.publisher ? <Fact name={t('configs_publisher')} value={config.publisher} /> : null}
        <Fact name={t('configs_id')} value={config.id} code />
        <Fact name={t('configs_version')} value={String(config.version)} />
        <Fact name={t('configs_portals')} value={tCount('portals_chosen', config.portals.length, chosen)} />
      </dl>
      {config.source === 'imported' ? (
        <p>
          <button type="button" onClick={onRemove}>
            {t('configs_remove')}
          </button>{' '}
          <span class="small">{t('configs_remove_hint')}</span>
        </p>
      ) : null}
    </section>
  );
}

function Fact({ name, value, code = false }: { name: string; value: string; code?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{code ? <code>{value}</code> : value}</dd>
    </div>
  );
}
