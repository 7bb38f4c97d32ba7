import { useId } from 'preact/hooks';
import { t } from '../utils/platform/messages';

interface RegionSelectProps {
  regions: readonly string[];
  region: string | null;
  onRegion: (region: string | null) => void;
}

/** National systems are always offered; a province adds its own. */
export function RegionSelect({ regions, region, onRegion }: RegionSelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('region_label')}</label>
      <select id={id} value={region ?? ''} onChange={(event) => onRegion(event.currentTarget.value || null)}>
        <option value="">{t('region_national')}</option>
        {regions.map((name) => (
          <option key={name} value={name}>
            {t('region_with', name)}
          </option>
        ))}
      </select>
    </div>
  );
}
