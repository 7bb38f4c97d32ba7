import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['石玉梅', '麻长青', '吴秀英', '隆志高'], turn);
export const talk = (turn: number) =>
  from(['老人身体硬朗，冬衣已送到', '反映饮水管冻裂，已联系维修', '孩子在外务工，已登记返乡时间'], turn);
export const card = (turn: number) => `5200${String(17345 + turn * 211)}`;

export function photo(turn: number): string {
  const file = join(tmpdir(), `cunji-photo-${turn % 4}.png`);
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(file, Buffer.from(pixel, 'base64'));
  return file;
}

/** Answers the next alert() or confirm(). */
export function answerDialog(hand: Hand, yes = true): void {
  hand.page.once('dialog', (dialog) => {
    void (yes ? dialog.accept() : dialog.dismiss());
  });
}

export async function fillPerson(hand: Hand, turn: number, idcard: string) {
  await hand.open('/people/new', '#person');
  await hand.type('[name=name]', person(turn));
  await hand.type('[name=idcard]', idcard);
  await hand.type('[name=tel]', `1357420${String(4411 + turn * 7)}`);
}

export async function editPerson(hand: Hand, turn: number, group: string) {
  await hand.open('/people', '#rows .edit');
  await hand.click(`#p${2 + turn} .edit`, '编辑');
  await hand.type('.editing [name=group]', group);
  await hand.type('.editing [name=phone]', `1897430${String(2200 + turn * 13)}`);
}

export async function fillPension(hand: Hand, turn: number, number: string) {
  await hand.open('/pension', 'main button');
  await hand.click('main button', '登记认证');
  await hand.type('dialog [name=elder]', person(turn));
  await hand.type('dialog [name=card]', number);
  await hand.page.select('dialog [name=way]', turn % 2 ? '视频认证' : '亲属代办');
}

export async function fillRepair(hand: Hand, turn: number, detail: string) {
  await hand.open('/repair', '#r0 button');
  await hand.click(`#r${turn % 3} button`, '更新进度');
  await hand.see('#repair [name=worker]');
  await hand.page.select('#repair [name=state]', turn % 2 ? '已修复' : '维修中');
  await hand.type('#repair [name=worker]', person(turn));
  await hand.type('#repair [name=detail]', detail);
  await hand.click('#repair-body button', '提交');
  await hand.see('#sure-text', '确定提交');
}

export async function fillLoan(hand: Hand, turn: number, amount: number) {
  await hand.open('/loan', '[name=borrower]');
  await hand.type('[name=borrower]', person(turn));
  await hand.type('[name=amount]', String(amount));
  await hand.type('[name=purpose]', turn % 2 ? '发展黄桃种植' : '购置母牛两头');
}

export async function fillSheet(hand: Hand, turn: number, month: number) {
  await hand.open('/monthly', '.sheet');
  await hand.type('[name=c0_1]', String(turn));
  await hand.type('[name=c0_2]', '0');
  await hand.type('[name=c0_3]', String(month));
  await hand.type('[name=c3_4]', String(5 + turn));
  await hand.type('[name=c7_5]', '含新增监测户');
}

export async function fillHouse(hand: Hand, turn: number, area: number) {
  await hand.open('/house', 'main button');
  await hand.click('main button', '我要申请');
  await hand.see('#house [name=owner]');
  await hand.page.select('[name=town]', '大湾镇');
  await hand.until("document.querySelector('[name=village]').value === '大湾村'");
  await hand.type('[name=owner]', person(turn));
  await hand.type('[name=area]', String(area));
}

export async function toCensusEnd(hand: Hand, turn: number, size: number) {
  await hand.open('/census', '.census');
  await hand.type('[name=head]', person(turn));
  await hand.type('[name=size]', String(size));
  await hand.click('.census button', '下一步');
  await hand.type('[name=land]:not([type=hidden])', String(3 + turn));
  await hand.type('[name=income]:not([type=hidden])', String(16800 + turn * 350));
  await hand.click('.census button', '下一步');
  await hand.see('.kept', person(turn));
}

export async function fillQuick(hand: Hand, turn: number, matter: string) {
  await hand.open('/quick', '[name=guest]');
  await hand.type('[name=guest]', person(turn));
  await hand.type('[name=matter]', matter);
  await hand.type('[name=receiver]', '贺文斌');
  await hand.press('Enter');
}

export async function fillFeedback(hand: Hand, turn: number, kind: string) {
  await hand.open('/feedback', '[name=subject]');
  await hand.type('[name=subject]', `Page ${turn + 3} loads slowly`);
  await hand.page.select('[name=kind]', kind);
  await hand.type('[name=message]', `The list of village ${turn + 1} needs ten seconds to load`);
  await hand.click('main button', 'Send request');
}
