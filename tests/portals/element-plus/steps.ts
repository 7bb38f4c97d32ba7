import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

let visits = 0;

/** Opens a route as a full load: a changed hash alone would keep the page of the act before. */
export async function go(hand: Hand, route: string, mark: string, sid = `zhou${visits}`) {
  visits += 1;
  await hand.open(`/?sid=${sid}&v=${visits}#/${route}`, mark);
}

const MOVING = '[class*="-enter-active"], [class*="-leave-active"]';

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
  const file = join(tmpdir(), `cunwu-photo-${turn % 4}.png`);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(file, Buffer.from(pixel, 'base64'));
  return file;
}

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['罗永贵', '蒋素芳', '邓光明', '何秀珍', '冯国强'], turn);
export const phone = (turn: number) => `1398206${String(4312 + turn * 57).padStart(4, '0')}`;
export const idCard = (turn: number) => `51012319${71 + (turn % 20)}0${1 + (turn % 9)}15${3310 + turn}`;
export const village = (turn: number) => from(['青山村', '双桥村', '柳溪村'], turn);
export const remark = (turn: number) =>
  from(['家中老人需定期随访', '因病致困，已列入监测', '外出务工，春节返乡', '房屋漏雨待修缮'], turn);

/** The table is ready when the mask that lies over its rows while they load has faded. */
export async function openHouseholds(hand: Hand) {
  await go(hand, 'household', '.el-table__row');
  await hand.seeGone('.el-loading-mask');
  await still(hand);
}

export async function openAdd(hand: Hand) {
  await openHouseholds(hand);
  await hand.click('.toolbar button', '新增');
  await hand.see('.el-dialog input[placeholder="请输入户主姓名"]');
  await still(hand);
}

export async function fillHousehold(hand: Hand, name: string, id: string, tel: string) {
  await hand.type('.el-dialog input[placeholder="请输入户主姓名"]', name);
  await hand.type('.el-dialog input[placeholder="请输入身份证号"]', id);
  await hand.type('.el-dialog input[placeholder="请输入联系电话"]', tel);
}

export async function fillMonthly(hand: Hand, turn: number, summary: string, found: number, fixed: number) {
  await go(hand, 'monthly', '.visited-field');
  await hand.type('.visited-field input', String(21 + turn));
  await hand.type('.found-field input', String(found));
  await hand.type('.fixed-field input', String(fixed));
  await hand.click('input[placeholder="选择填报时间"]');
  await hand.see('.el-date-table td.available');
  await still(hand);
  await hand.click('.el-date-table td.available', String(10 + (turn % 12)));
  await hand.click('.el-picker-panel__footer button', '确定');
  await hand.type('textarea[placeholder="请填写本月工作情况"]', summary);
}

export async function report(hand: Hand) {
  await hand.click('.el-main button', '上报');
  await hand.see('.el-message-box', '确认上报');
  await still(hand);
  await hand.click('.el-message-box__btns button', '确定');
}

export async function fillDispute(hand: Hand, turn: number, tel: string) {
  await go(hand, 'dispute', 'input[placeholder="当事人姓名"]');
  await hand.type('input[placeholder="当事人姓名"]', person(turn));
  await hand.type('input[placeholder="当事人身份证号"]', idCard(turn));
  await hand.type('input[placeholder="当事人电话"]', tel);
  await hand.click('.el-radio', ['土地纠纷', '劳资纠纷'][turn % 2]);
  await hand.type('textarea[placeholder="时间、地点、起因、经过"]', `因${remark(turn)}与邻居发生口角`);
}

export async function fillApplication(hand: Hand, turn: number, income: string) {
  await go(hand, 'subsistence', 'input[placeholder="申请人姓名"]');
  await hand.type('input[placeholder="申请人姓名"]', person(turn));
  await hand.type('input[placeholder="申请人身份证号"]', idCard(turn));
  await hand.type('input[placeholder="申请人电话"]', phone(turn));
  await hand.click('.steps-body button', '下一步');
  await hand.type('input[placeholder="单位：元"]', income);
  await hand.click('.el-checkbox', ['因病', '因残', '因灾'][turn % 3]);
  await hand.click('.steps-body button', '下一步');
  await hand.see('.el-descriptions', '请核对以下信息');
}
