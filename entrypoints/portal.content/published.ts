// What the background published for this host, made ready for looking up addresses.
import { compileMatcher, type Match, matchAddress, matchFrame } from '../../utils/config/match';
import { hostKeys } from '../../utils/config/patterns';
import type { PagePlan } from '../../utils/config/registration-plan';
import { DEFAULT_CYCLE } from '../../utils/domain/cycle';
import type { ConfiguredWords } from '../../utils/domain/lexicon';
import { METER_KEY, type MeterState, planKey } from '../../utils/messaging/publication';
import type { Place } from '../../utils/page/portal-page';
import { frameBrowser } from '../../utils/platform/frame-browser';

export interface Ready {
  meter: MeterState;
  locate(address: string): Place | null;
}

const OFF: MeterState = { recording: false, idleTimeoutMs: 60_000, configHash: '' };

export async function readPublished(): Promise<Ready> {
  const keys = hostKeys(location.hostname).map(planKey);
  const stored = await frameBrowser.storage.local.get([METER_KEY, ...keys]);
  const plan = keys.map((key) => stored[key] as PagePlan | undefined).find((found) => found !== undefined);
  const meter = (stored[METER_KEY] as MeterState | undefined) ?? OFF;
  if (!plan) return { meter, locate: () => null };
  const matcher = compileMatcher(plan);
  return {
    meter,
    locate(address) {
      const own = matchAddress(matcher, address);
      const match = own ?? (window === window.top ? null : asFrameOf(plan, matcher, address));
      return match && toPlace(match, plan);
    },
  };
}

/** A frame on a further host of a portal belongs to the portal whose page embeds it. */
function asFrameOf(plan: PagePlan, matcher: Parameters<typeof matchFrame>[0], address: string): Match | null {
  for (const { id } of plan.portals) {
    const match = matchFrame(matcher, address, id);
    if (match) return match;
  }
  return null;
}

function toPlace({ portal, route, form }: Match, plan: PagePlan): Place {
  const words: ConfiguredWords = {
    checkIn: portal.checkIn.controls,
    submit: form?.submit ?? [],
    success: [...plan.words.success, ...portal.checkIn.success, ...(form?.success ?? [])],
    failure: [...plan.words.failure, ...(form?.failure ?? [])],
    neverRead: plan.neverRead,
  };
  return {
    portalId: portal.id,
    route,
    words,
    cycle: form?.cycle ?? DEFAULT_CYCLE,
    ignoresForm: form?.ignore ?? false,
  };
}
