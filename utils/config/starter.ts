// The bundled starter list serves people to whom nobody has distributed a config. Of it, the portals that are
// work for the whole nation or for the chosen province are switched on; not messaging and form tools, which
// people also use privately, and not public sites.

import type { DomainConfig, Portal } from './schema';

/** General form tools of the starter list: as often a school class's as an office's. */
export const AD_HOC_FORM_TOOLS: readonly string[] = ['wjx', 'tencent-docs-form', 'jinshuju'];

/** What `region` says of a portal of the whole nation, beside leaving it out. */
export const NATIONWIDE = '全国';

/** Ids of the portals that are on until the person chooses; `region` null: only nationwide ones. */
export function defaultChoice(config: Pick<DomainConfig, 'portals'>, region: string | null): string[] {
  return config.portals.filter((portal) => isOnByDefault(portal, region)).map(({ id }) => id);
}

/** The regions a person can choose from, in the order of the document. */
export function regionsOf(config: Pick<DomainConfig, 'portals'>): string[] {
  const regions = config.portals.flatMap(({ region }) => (isNationwide(region) ? [] : [region ?? '']));
  return [...new Set(regions)];
}

function isOnByDefault({ id, category, region }: Portal, chosenRegion: string | null): boolean {
  if (category === 'messaging' || category === 'public-site' || AD_HOC_FORM_TOOLS.includes(id)) return false;
  return isNationwide(region) || region === chosenRegion;
}

function isNationwide(region: string | null): boolean {
  return region === null || region === NATIONWIDE;
}
