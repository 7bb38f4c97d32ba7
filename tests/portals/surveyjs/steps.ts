import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

let visits = 0;
/** A session of its own for each visit, after a prefix that says what day or state it is in. */
export const sid = (prefix = 'u') => `${prefix}-${visits++}`;

export function file(name: string): string {
  const path = join(tmpdir(), name);
  writeFileSync(path, `diaocha ${name}`);
  return path;
}

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['Lin Hao', 'Zhao Mei', 'Chen Wen'], turn);
export const idCard = (turn: number) => `33010219${70 + turn}0${1 + (turn % 9)}22${4410 + turn}`;
export const words = (turn: number) =>
  from(
    ['Shorter queues in the morning please', 'The forms could be simpler', 'More benches in the hall'],
    turn,
  );

export const field = (name: string) => `[data-name="${name}"] input`;
export const area = (name: string) => `[data-name="${name}"] textarea`;
export const NEXT = '.sd-navigation__next-btn';
export const COMPLETE = '.sd-navigation__complete-btn';
export const choice = (name: string) => `[data-name="${name}"] .sd-item`;
export const rate = (name: string) => `[data-name="${name}"] .sd-rating__item`;

export async function openSurvey(hand: Hand, name: string, session = sid()) {
  await hand.open(`/s/${name}?sid=${session}`, '.sd-root-modern');
}

export async function fillService(
  hand: Hand,
  turn: number,
  suggestion: string,
  name = person(turn),
  session = sid(),
) {
  await openSurvey(hand, 'service', session);
  await hand.type(field('fullname'), name);
  await hand.type(field('email'), `reader${turn}@mail.test`);
  await hand.click(choice('role'), 'Community worker');
  await hand.click(NEXT);
  await hand.click(rate('score'), String(3 + (turn % 2)));
  await hand.click(choice('used'), 'Elderly allowance');
  await hand.click(NEXT);
  await hand.type(area('suggestion'), suggestion);
}

export async function fillLivelihood(hand: Hand, turn: number, card: string, hardship: string) {
  await openSurvey(hand, 'livelihood');
  await hand.type(field('idCard'), card);
  await hand.type(field('members'), String(2 + turn));
  await hand.click(NEXT);
  await hand.click('[data-name="income"] .sd-dropdown');
  await hand.click('.sv-list__item', '务工');
  await hand.type(area('hardship'), hardship);
}

export async function fillWeekly(hand: Hand, turn: number, community: string) {
  await openSurvey(hand, 'weekly');
  await hand.type(field('community'), community);
  await hand.type('[data-name="work"] tbody input[type=text]', '上门走访');
  await hand.type('[data-name="work"] tbody input[type=number]', String(12 + turn));
}

export async function addRisk(hand: Hand, turn: number) {
  await hand.click('[data-name="risks"] .sd-paneldynamic__add-btn');
  await hand.type(field('place'), `${2 + turn} 栋楼道`);
  await hand.type(field('todo'), '清理堆放的杂物');
}

export async function fillMaterial(hand: Hand, turn: number, name: string) {
  await openSurvey(hand, 'material');
  await hand.type(field('item'), `垃圾分类覆盖率 ${90 + turn}%`);
  // The library listens to its file field only once its own control was pressed.
  const [chooser] = await Promise.all([
    hand.page.waitForFileChooser(),
    hand.click('[data-name="proof"] .sd-file__choose-btn'),
  ]);
  await chooser.accept([file(name)]);
  await hand.see('[data-name="proof"]', name);
}

export async function fillHousehold(hand: Hand, turn: number, head: string) {
  await openSurvey(hand, 'household');
  await hand.type(field('code'), `HH-${300 + turn}`);
  await hand.click('.sd-navigation__start-btn');
  await hand.type(field('head'), head);
  await hand.click(NEXT);
  await hand.type(area('risk'), words(turn));
}

export async function openTasks(hand: Hand, query = '') {
  await hand.open(`/tasks?sid=${sid()}${query}`, 'tr[data-id]');
}

export async function fillTask(hand: Hand, count: string) {
  await openTasks(hand);
  await hand.click('tr[data-id]:nth-child(2) .fill');
  await hand.type(`dialog ${field('count')}`, count);
  await hand.click(`dialog ${choice('state')}`, '整改中');
  await hand.type(`dialog ${area('note')}`, '已通知产权单位限期整改');
}

export async function openClock(hand: Hand, session: string, at = 'near') {
  await hand.open(`/checkin?sid=${session}&at=${at}`, '.clock-area');
  await hand.until(`document.body.dataset.ready === '1'`);
}

export async function fillPatch(hand: Hand, turn: number, reason: string) {
  await openClock(hand, sid());
  await hand.click('.tabbar div', '补卡');
  await hand.type('.patch-day', `11-1${turn}`);
  await hand.type('.patch-reason', reason);
  await hand.click('.patch-send');
}
