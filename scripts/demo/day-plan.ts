// The demo's working day: a handful of acts over the sample portals, chosen by what they leave behind, and
// three of its own on plain portals, which enter the same household twice and then once more elsewhere.
import { HOUSEHOLD } from '../../tests/e2e/harness/plain-acts';
import type { Act, SamplePortal } from '../../tests/portals/portal';

interface Share {
  checkIn?: number;
  accepted?: number;
  rejected?: number;
  /** Searches, drafts, deletions: what must not count. */
  none?: number;
}

const SHARES: Record<string, Share> = {
  vant: { checkIn: 2, none: 1, accepted: 1 },
  'element-plus': { checkIn: 1, none: 2, accepted: 2, rejected: 1 },
  antd: { none: 2, accepted: 1, rejected: 1 },
  jquery: { checkIn: 1, none: 2, accepted: 1, rejected: 1 },
  learning: { checkIn: 1, accepted: 1 },
};

export const DAY_PORTALS = Object.keys(SHARES);

/** The portals of the day, each with only the acts that are performed, once. */
export function planDay(portals: readonly SamplePortal[], plain: readonly SamplePortal[]): SamplePortal[] {
  const chosen = portals.map((portal) => {
    const share = SHARES[portal.id] ?? {};
    const take = (expects: string, count = 0) =>
      portal.acts.filter((act) => act.expects.join() === expects).slice(0, count);
    const acts = [
      ...take('checkIn', share.checkIn),
      ...take('', share.none),
      ...take('accepted', share.accepted),
      ...take('rejected', share.rejected),
    ];
    return { ...portal, acts: acts.map(once) };
  });
  const [village, county] = plain;
  if (!village || !county) throw new Error('the plain portals are missing');
  return [
    ...chosen,
    { ...village, acts: [enterHousehold('enters a household'), enterHousehold('enters it again')] },
    { ...county, acts: [enterHousehold('enters the same household for another office')] },
  ];
}

const once = (act: Act): Act => ({ ...act, times: 1 });

function enterHousehold(name: string): Act {
  return {
    name,
    expects: ['accepted'],
    times: 1,
    async perform(hand) {
      await hand.open('/', '#send');
      for (const [field, value] of Object.entries(HOUSEHOLD)) await hand.type(`[name=${field}]`, value);
      await hand.click('#send');
      await hand.see('#said', '成功');
    },
  };
}
