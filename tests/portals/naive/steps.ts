import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['蒋春燕', '邓志刚', '罗小芳', '廖建国'], turn);
export const matter = (turn: number) =>
  from(['电梯困人后已停用检修', '工地夜间施工已责令整改', '污水管网已清掏疏通', '路面坑洼已临时修补'], turn);
export const house = (turn: number) => `凤山路${18 + turn}号${1 + turn}-${301 + turn}`;
export const phone = (turn: number) => `1398256${String(3107 + turn * 61).padStart(4, '0')}`;
export const grid = (turn: number) => from(['临江广场', '桂花市场', '凤山小学门口'], turn);

export function photo(turn: number): string {
  const file = join(tmpdir(), `rexian-photo-${turn % 4}.png`);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(file, Buffer.from(pixel, 'base64'));
  return file;
}

export const box = (placeholder: string) =>
  `input[placeholder="${placeholder}"], textarea[placeholder="${placeholder}"]`;

export async function openOrders(hand: Hand) {
  await hand.open('/orders', '.n-data-table-tbody .n-button');
  await hand.seeGone('.n-data-table .n-base-loading');
}

export async function openAct(hand: Hand, label: string, mark: string) {
  await openOrders(hand);
  await hand.click('.n-data-table-tbody .n-button', label);
  await hand.see(mark);
}

export async function fillFeedback(hand: Hand, turn: number, words: string) {
  await openAct(hand, '办理反馈', '.n-drawer textarea');
  await hand.click('.n-drawer .n-radio', turn % 2 ? '电话答复' : '联合处置');
  await hand.type(box('请填写办理结果'), words);
}

export async function fillTransfer(hand: Hand, turn: number, unit: string) {
  await openAct(hand, '转办', '.n-modal .unit');
  await hand.click('.n-modal .unit');
  await hand.click('.n-base-select-option', unit);
  await hand.seeGone('.n-base-select-option');
  await hand.type(box('请填写转办理由'), `经核实属${unit}职责，${matter(turn)}`);
}

export async function fillReturn(hand: Hand, reason: string) {
  await openAct(hand, '退回', '.n-dialog textarea');
  await hand.type(box('请说明不属于本单位职责的依据'), reason);
}

export async function fillExtension(hand: Hand, turn: number, reason: string) {
  await openAct(hand, '延期', '.n-modal .n-date-picker');
  await hand.click('.n-modal .n-date-picker input');
  await hand.see('.n-date-panel');
  await hand.click('.n-date-panel-date:not(.n-date-panel-date--excluded)', String(20 + turn));
  await hand.seeGone('.n-date-panel');
  await hand.type(box('请填写延期事由'), reason);
}

export async function fillRegistration(hand: Hand, turn: number, tel: string) {
  await hand.open('/register', box('来电人姓名'));
  await hand.type(box('来电人姓名'), person(turn));
  await hand.type(box('来电号码'), tel);
  await hand.type(box('诉求标题'), `${house(turn)}反映${matter(turn)}`);
}

export async function confirmRegistration(hand: Hand) {
  await hand.click('.n-card .n-button', '提交登记');
  await hand.see('.n-popconfirm__panel, .n-popover', '是否继续');
  await hand.click('.n-popconfirm__panel .n-button, .n-popover .n-button', '确定');
}

export async function walkTo(hand: Hand, turn: number, demand: string) {
  await hand.open('/walk', box('户主姓名'));
  await hand.type(box('如 凤山路18号2-301'), house(turn));
  await hand.type(box('户主姓名'), person(turn));
  await hand.click('.n-button', '下一步');
  await hand.click('.n-checkbox', turn % 2 ? '残疾人' : '独居老人');
  await hand.click('.n-button', '下一步');
  await hand.type(box('走访了解到的诉求'), demand);
}

export async function editCell(hand: Hand, name: string, id: number, value: string) {
  await hand.click(`.${name}-${id}`);
  await hand.type(`.${name}-${id} input`, value);
}

export async function openFinish(hand: Hand, turn: number, truth: string) {
  await hand.open(`/orders/${2 + turn}`, '.n-descriptions');
  await hand.click('.n-button', '办结');
  await hand.click('.n-dialog .n-radio', truth);
  await hand.type(box('请填写办结意见'), `${matter(turn)}，诉求人表示认可`);
  await hand.click('.n-dialog .n-button', '确认办结');
}

export async function fillPatrol(hand: Hand, turn: number, place: string) {
  await hand.open('/duty', '.punch');
  await hand.click('.n-button', '巡查打卡');
  await hand.type(box('巡查点名称'), place);
  await hand.type(box('现场情况'), `${grid(turn)}一切正常，劝导占道${turn + 1}处`);
  await hand.click('.n-modal .n-button', '打卡');
}
