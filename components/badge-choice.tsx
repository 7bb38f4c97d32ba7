import { BADGES, type Badge } from '../utils/domain/badge';
import { type MessageKey, t } from '../utils/platform/messages';

interface BadgeChoiceProps {
  badge: Badge;
  onBadge: (badge: Badge) => void;
}

/** Off unless wished for: a number that is always in sight is a duty too. */
export function BadgeChoice({ badge, onBadge }: BadgeChoiceProps) {
  return (
    <fieldset class="choices">
      <legend class="unseen">{t('badge_title')}</legend>
      {BADGES.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="badge"
            value={each}
            checked={each === badge}
            onChange={() => onBadge(each)}
          />{' '}
          {t(`badge_${each}` satisfies MessageKey)}
          {each === 'off' ? <span class="small"> {t('default')}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
