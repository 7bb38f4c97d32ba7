import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';

export const TOPICS = ['冬季防火检查', '防返贫监测', '河道清理', '食品安全抽查'];
export const PEOPLE = ['周国强', '孙丽', '马晓东', '何芳'];
export const pick = (list: string[], turn: number) => list[turn % list.length] ?? '';

let opened = 0;
/** The route lives in the hash, so only a new query makes it a new page. */
export const go = (hand: Hand, route: string, mark: string) => hand.open(`/?v=${++opened}#${route}`, mark);
export const message = (kind: string) => `.el-message--${kind}`;

export async function fillDialog(hand: Hand, name: string, turn: number): Promise<void> {
  await go(hand, '/material', '.el-table__row');
  await hand.click('.tools .el-button', '新增');
  await hand.type('.el-dialog input[placeholder="请输入资料名称"]', name);
  await hand.click('.el-dialog .el-select__wrapper');
  await hand.click('.el-select-dropdown__item', turn % 2 ? '河口乡' : '城关镇');
  // The list takes clicks while it leaves, and it lies over the next field.
  await hand.seeGone('.el-select-dropdown__item');
  await hand.type('.el-dialog input[placeholder="请输入联系人"]', pick(PEOPLE, turn));
  await hand.type('.el-dialog textarea', '附件另送纸质件一份');
}

export async function fillMonth(hand: Hand, plan: number, done: number): Promise<void> {
  await go(hand, '/month', '.el-table__row');
  await hand.type('.el-table__row:nth-child(1) td:nth-child(2) input', String(plan));
  await hand.type('.el-table__row:nth-child(1) td:nth-child(3) input', String(done));
  await hand.type('.el-table__row:nth-child(1) td:nth-child(4) input', '排查沿街商铺及出租房');
  await hand.click('.box .el-button', '上报');
  await hand.click('.el-message-box__btns .el-button--primary');
  await hand.seeGone('.el-message-box', '上报后不可修改');
}

export async function fillProject(hand: Hand, money: number, turn: number): Promise<void> {
  await go(hand, '/project', '.el-steps');
  await hand.type('.el-form-item:nth-child(1) input', `${pick(TOPICS, turn)}配套工程`);
  await hand.type('.el-form-item:nth-child(2) input', '城关镇东门社区3号');
  await hand.click('.el-button', '下一步');
  await hand.see('textarea');
  await hand.type('.el-form-item:nth-child(1) input', String(money));
  await hand.type('textarea', '设施老化，群众反映强烈');
  await hand.click('.el-button', '下一步');
  await hand.see('.el-descriptions');
  await hand.click('.el-button', '提交');
}

export async function saveContact(hand: Hand, phone: string, turn: number): Promise<void> {
  await go(hand, '/month', '.el-form--inline');
  await hand.type('.el-form--inline .el-form-item:nth-child(1) input', pick(PEOPLE, turn));
  await hand.type('.el-form--inline .el-form-item:nth-child(2) input', phone);
  await hand.press('Enter');
}

export async function choose(hand: Hand): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'portal-')), '佐证材料.txt');
  await writeFile(file, '台账佐证材料');
  await hand.chooseFile('input[type=file]', [file]);
}
