import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

let visits = 0;

export async function go(hand: Hand, route: string, mark: string, sid = `liufang${visits}`) {
  visits += 1;
  await hand.open(`/?sid=${sid}&v=${visits}#${route}`, mark);
}

export const still = (hand: Hand) =>
  hand.until(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(!document.querySelector('[class*="-enter-active"], [class*="-leave-active"]')))))`,
  );

export async function pick(hand: Hand, field: string, option: string, ...choices: string[]) {
  await hand.click(field);
  for (const choice of choices) {
    await hand.see(option, choice);
    await still(hand);
    await hand.click(option, choice);
  }
  await hand.seeGone(option);
}

/** A file to choose; its name says what the server will make of it. */
export function file(name: string): string {
  const path = join(tmpdir(), name);
  writeFileSync(path, `shjz ${name}`);
  return path;
}

const from = (list: readonly string[], turn: number) => list[turn % list.length] ?? '';
export const person = (turn: number) => from(['罗天明', '邓素华', '何正国', '唐月英'], turn);
export const idCard = (turn: number) => `51032119${62 + turn}0${1 + (turn % 9)}17${2210 + turn * 3}`;
export const phone = (turn: number) => `1890${String(8231100 + turn * 37)}`;
export const said = (turn: number) =>
  from(
    ['户主患慢性病，长期服药', '子女在外务工，独居', '房屋为土木结构，已纳入改造', '有两名在校学生'],
    turn,
  );

export async function openObjects(hand: Hand, sid?: string) {
  await go(hand, '/relief/object', '.el-table__row', sid);
  await hand.seeGone('.el-loading-mask');
  await still(hand);
}

export async function openAdd(hand: Hand, turn: number, sid?: string) {
  await openObjects(hand, sid);
  await hand.click('.mb8 button', '新增');
  await hand.see('.object-dialog input[placeholder="请输入户主姓名"]');
  await still(hand);
  await hand.type('.object-dialog input[placeholder="请输入户主姓名"]', person(turn));
}

export async function fillAdd(hand: Hand, turn: number, card = idCard(turn), tel = phone(turn)) {
  await hand.type('.object-dialog input[placeholder="请输入身份证号"]', card);
  await hand.type('.object-dialog input[placeholder="请输入联系电话"]', tel);
  await pick(hand, '.kind-field', '.el-select-dropdown__item', '农村低保');
}

export async function openEdit(hand: Hand) {
  await openObjects(hand);
  await hand.click('.el-table__row button', '修改');
  await hand.see('.object-dialog input[placeholder="请输入户主姓名"]');
  await still(hand);
}

export async function openDrawer(hand: Hand, turn: number, situation: string) {
  await go(hand, '/relief/visit', '.visit-card');
  await hand.click('.mb8 button', '登记核查');
  await hand.see('.visit-drawer input[placeholder="请输入核查对象姓名"]');
  await still(hand);
  await hand.type('.visit-drawer input[placeholder="请输入核查对象姓名"]', person(turn));
  await hand.type('.visit-drawer textarea', situation);
}

export async function openReview(hand: Hand, turn: number, wages: string) {
  await go(hand, '/relief/review', '.income');
  await hand.type('input[placeholder="户主姓名"]', person(turn));
  await hand.click('.el-radio-button', ['无变化', '人口减少'][turn % 2]);
  const incomes = '.income .el-input__inner';
  await hand.type(incomes, wages);
  await hand.type('textarea[placeholder="请输入复核意见"]', said(turn));
}

export async function sendReview(hand: Hand) {
  await hand.click('.fixed-bar button', '提交复核');
  await hand.see('.el-message-box', '提交后将不能修改');
  await still(hand);
  await hand.click('.el-message-box__btns button', '确定');
}

export async function apply(hand: Hand, turn: number, account: string) {
  await applyFirst(hand, turn, idCard(turn));
  await hand.click('.apply-card button', '下一步');
  await hand.click('.el-checkbox', ['因病', '因学'][turn % 2]);
  await hand.type('input[placeholder="申请金额（元）"]', String(1200 + turn * 100));
  await hand.click('.apply-card button', '下一步');
  await hand.type('input[placeholder="社保卡银行账号"]', account);
  await hand.click('.apply-card button', '提交申请');
}

/** The same, kept as a draft twice on the way. */
export async function applyByDrafts(hand: Hand, turn: number, account: string) {
  const keep = async () => {
    await hand.click('.apply-card button', '暂存');
    await hand.see('.el-message--success', '暂存成功');
    await hand.seeGone('.el-message--success');
  };
  await applyFirst(hand, turn, idCard(turn));
  await hand.click('.apply-card button', '下一步');
  await hand.type('input[placeholder="申请金额（元）"]', String(1300 + turn * 100));
  await keep();
  await hand.click('.apply-card button', '下一步');
  await hand.type('input[placeholder="社保卡银行账号"]', account);
  await keep();
  await hand.click('.apply-card button', '提交申请');
}

export async function applyFirst(hand: Hand, turn: number, card: string) {
  await go(hand, '/relief/apply', 'input[placeholder="申请人姓名"]');
  await still(hand);
  await hand.type('input[placeholder="申请人姓名"]', person(turn));
  await hand.type('input[placeholder="申请人身份证号"]', card);
  await hand.type('input[placeholder="申请人联系电话"]', phone(turn));
}

export async function tickTwo(hand: Hand) {
  await go(hand, '/relief/approval', '.el-table__row');
  await hand.seeGone('.el-loading-mask');
  await hand.click('.el-table__row:nth-child(2) .el-checkbox__inner');
  await hand.click('.el-table__row:nth-child(4) .el-checkbox__inner');
}

export async function editRow(hand: Hand, row: number, amount: string, note: string) {
  await go(hand, '/fund/standard', '.ledger .el-table__row');
  await still(hand);
  await hand.click(`.ledger .el-table__row:nth-child(${row}) button`, '编辑');
  await hand.type('.ledger input[placeholder="发放金额"]', amount);
  await hand.type('.ledger input[placeholder="备注"]', note);
  await hand.click('.ledger button', '保存');
}

export async function openImport(hand: Hand, name: string) {
  await openObjects(hand);
  await hand.click('.mb8 button', '导入');
  await hand.see('.import-dialog', '将文件拖到此处');
  await still(hand);
  await hand.chooseFile('.import-dialog input[type=file]', [file(name)]);
  await hand.see('.import-dialog .el-upload-list__item', name);
}
