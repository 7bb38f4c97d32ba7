// What several acts of this portal have in common.
import type { Hand } from '../hand';

const PLACES = ['河湾桥头', '城东菜场', '三号泵站', '村委会广场'];

/** Opens a route in a session of its own, so that nobody has checked in yet. */
export async function openApp(hand: Hand, route: string, more = ''): Promise<void> {
  const sid = `${Date.now()}${Math.floor(Math.random() * 1000)}`;
  await hand.open(`/?sid=${sid}&${more}#/${route}`, '.van-nav-bar');
}

/** Popups slide in; nobody hits a button before it stands still. */
export async function popupStands(hand: Hand): Promise<void> {
  await hand.until(
    `(() => { const shown = [...document.querySelectorAll('.van-popup')].filter((e) => e.style.display !== 'none' && !e.matches('.van-toast'));
      return shown.length > 0 && shown.every((e) => !/-enter-active|-leave-active/.test(e.className)); })()`,
  );
}

export const toastGone = (hand: Hand) => hand.seeGone('.van-toast');

export async function chooseGrid(hand: Hand, grid: string): Promise<void> {
  await hand.click('[name=grid]');
  await popupStands(hand);
  await hand.click('.van-picker-column__item', grid);
  await hand.see('.van-picker-column__item--selected', grid);
  await hand.click('.van-picker__confirm', '确认');
  await hand.seeGone('.van-picker');
}

export async function fillReport(hand: Hand, turn: number, note: string, phone = '1385'): Promise<void> {
  await hand.type('[name=place]', `${PLACES[turn % PLACES.length] ?? ''}${turn + 1}号`);
  await chooseGrid(hand, turn % 2 ? '第三网格' : '第二网格');
  await hand.type('[name=phone]', `${phone}${7120000 + turn * 37}`);
  await hand.type('[name=note]', note);
}
