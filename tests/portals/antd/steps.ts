import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

const MOVING = ['zoom', 'fade', 'slide', 'move', 'motion']
  .flatMap((kind) => ['enter', 'appear', 'leave'].map((stage) => `[class*="${kind}"][class*="-${stage}"]`))
  .map((part) => `${part}:not([class*="wave"])`)
  .join();

/** Waits until nothing has moved for two frames: what is clicked while it slides in is missed. */
export const still = (hand: Hand) =>
  hand.until(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(!document.querySelector('${MOVING}')))))`,
  );

export async function pick(hand: Hand, field: string, option: string, ...choices: string[]) {
  await hand.click(field);
  for (const choice of choices) {
    await hand.see(option, choice);
    await still(hand);
    await hand.click(option, choice);
  }
  // The list lies over the next field until it has folded up.
  await hand.seeGone(option);
}

export function picture(turn: number): string {
  const file = join(tmpdir(), `gongdan-site-${turn % 4}.png`);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(file, Buffer.from(pixel, 'base64'));
  return file;
}

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['曾丽萍', '唐国栋', '韩雪梅', '彭海', '袁志明'], turn);
export const community = (turn: number) => from(['文庙社区', '江湾社区', '五桂社区'], turn);
export const phone = (turn: number) => `1518033${String(2716 + turn * 43).padStart(4, '0')}`;
export const matter = (turn: number) =>
  from(['路灯连续三天不亮', '早餐摊占道经营', '楼顶违规搭建', '井盖松动有异响'], turn);
export const number = (turn: number) => `GD202611230${String(17 + turn)}`;

export async function openOrders(hand: Hand) {
  await hand.open('/orders', '.ant-table-row');
  await hand.seeGone('.ant-spin-spinning');
}

export async function fillOrder(hand: Hand, turn: number, tel: string) {
  await hand.open('/orders/new', 'input[placeholder="简要概括诉求"]');
  await hand.type('input[placeholder="简要概括诉求"]', `${community(turn)}${matter(turn)}`);
  await hand.type('input[placeholder="来电人姓名"]', person(turn));
  await hand.type('input[placeholder="来电人手机号"]', tel);
  await hand.type('textarea[placeholder="请填写诉求内容"]', `${matter(turn)}，请尽快处理`);
}

export async function fillHandling(hand: Hand, turn: number, way: string) {
  await openOrders(hand);
  await hand.click('.ant-table-row button', '办理');
  await hand.see('.ant-drawer input[placeholder="经办人姓名"]');
  await still(hand);
  await hand.type('input[placeholder="经办人姓名"]', person(turn));
  await hand.type('input[placeholder="经办人电话"]', phone(turn));
  await hand.click('.ant-drawer .ant-radio-wrapper', way);
  await hand.type('textarea[placeholder="请描述办理过程和结果"]', `已到场核实，${matter(turn)}问题已处置`);
}

export async function fillTransfer(hand: Hand, turn: number, unit: string) {
  await openOrders(hand);
  await hand.click('.ant-table-row button', '转派');
  await hand.see('.ant-modal input[placeholder="接收人姓名"]');
  await still(hand);
  await pick(hand, '.ant-modal .ant-select', '.ant-select-item-option', unit);
  await hand.type('input[placeholder="接收人姓名"]', person(turn));
  await hand.type('textarea[placeholder="请填写转派原因"]', `${matter(turn)}，属${unit}职责`);
}

export async function editRow(hand: Hand, turn: number, count: number) {
  await hand.open('/ledger', '.ant-table-row');
  await hand.click('.ant-table-row .ant-typography', '编辑');
  await hand.type('input[placeholder="办理人"]', person(turn));
  await hand.type('input[placeholder="件数"]', String(count));
  await hand.type('input[placeholder="备注"]', `含代办${turn + 2}件`);
}

export async function fillVisit(hand: Hand, turn: number, words: string) {
  await hand.open('/visits', 'input[placeholder="群众对办理结果的意见"]');
  await hand.type('input[placeholder="如 GD20261123001"]', number(turn));
  await hand.click('.ant-rate-star:nth-child(5)');
  await hand.type('input[placeholder="群众对办理结果的意见"]', words);
}

export async function fillSupervision(hand: Hand, turn: number, days: number) {
  await hand.open('/supervise', 'input[placeholder="被督办工单编号"]');
  await hand.type('input[placeholder="被督办工单编号"]', number(turn));
  await hand.type('textarea[placeholder="请填写督办事由"]', `${matter(turn)}，群众二次来电`);
  await hand.click('button', '下一步');
  await hand.type('input[placeholder="责任单位全称"]', '城南街道综合执法队');
  await hand.type('.ant-input-number input, input.ant-input-number-input', String(days));
  await hand.click('.ant-checkbox-wrapper', '电话');
  await hand.click('button', '下一步');
  await hand.see('.ant-descriptions', '城南街道综合执法队');
}

export async function submitSupervision(hand: Hand) {
  await hand.click('button', '提交督办单');
  await hand.see('.ant-modal', '确认提交督办单');
  await still(hand);
  await hand.click('.ant-modal .ant-btn-primary', '确定');
}
