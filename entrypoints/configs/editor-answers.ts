// What the config layer answers the editor, in the words of its types.
import type { OverlapWarning, TestedAddress } from '../../components/editor/editor-types';
import { textIn } from '../../utils/config/local-text';
import { findOverlaps } from '../../utils/config/overlaps';
import type { DomainConfig } from '../../utils/config/schema';
import { testAddress } from '../../utils/config/test-address';

export function toWarnings(config: DomainConfig, language: string): OverlapWarning[] {
  const named = (side: { portal: number; pattern: string }) => {
    const portal = config.portals[side.portal];
    return { ...side, title: portal ? textIn(portal.title, language) : '' };
  };
  return findOverlaps(config).map(({ narrow, wide }) => ({ narrow: named(narrow), wide: named(wide) }));
}

const NOTHING = { portal: null, route: null, form: null, page: null };

export function toTestedAddress(config: DomainConfig | null, text: string, language: string): TestedAddress {
  const verdict = testAddress(config ?? { portals: [] }, text);
  if (verdict.state === 'hostOnly')
    return { ...NOTHING, state: 'hostOnly', portal: textIn(verdict.portal.title, language) };
  if (verdict.state !== 'portal') return { ...NOTHING, state: verdict.state };
  const { portal, route, form, page } = verdict.match;
  return {
    state: 'portal',
    portal: textIn(portal.title, language),
    route,
    form: form?.route ?? null,
    page: page?.route ?? null,
  };
}
