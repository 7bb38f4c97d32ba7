// The consent: what is measured, what never, who sees it. One text, shown on the welcome page and in the
// popup until it was given.
import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import { CommandProblem } from './notice';
import { RegionSelect } from './region-select';

const POINTS: { title: MessageKey; lines: MessageKey[] }[] = [
  { title: 'consent_measured_title', lines: ['consent_measured_1', 'consent_measured_2'] },
  { title: 'consent_never_title', lines: ['consent_never_1', 'consent_never_2'] },
  { title: 'consent_who_title', lines: ['consent_who_1', 'consent_who_2'] },
];

interface ConsentProps {
  /** Provinces the list in force knows; empty when there is nothing to choose. */
  regions: readonly string[];
  problem: Problem | null;
  onStart: (region: string | null) => void;
}

export function Consent({ regions, problem, onStart }: ConsentProps) {
  const [region, setRegion] = useState<string | null>(null);
  return (
    <div class="consent">
      {regions.length > 0 ? <RegionSelect regions={regions} region={region} onRegion={setRegion} /> : null}
      <ConsentPoints />
      <button type="button" class="primary" data-action="start-recording" onClick={() => onStart(region)}>
        {t('consent_start')}
      </button>
      <p class="small">{t('consent_any_time')}</p>
      <CommandProblem problem={problem} />
    </div>
  );
}

export function ConsentPoints() {
  return (
    <dl class="points">
      {POINTS.map(({ title, lines }) => (
        <div key={title}>
          <dt>{t(title)}</dt>
          {lines.map((line) => (
            <dd key={line}>{t(line)}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
