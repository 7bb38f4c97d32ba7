import type { Hand } from '../hand';
import type { Act } from '../portal';
import * as step from './steps';

const nothing = (name: string, perform: Act['perform']): Act => ({ name, expects: [], times: 2, perform });

async function fillLogin(hand: Hand, password: string, code: string) {
  await step.go(hand, '/login', 'input[placeholder="账号"]');
  await hand.type('input[placeholder="账号"]', 'liufang');
  await hand.type('input[placeholder="密码"]', password);
  await hand.type('input[placeholder="验证码"]', code);
}

export const nothingActs: Act[] = [
  nothing('logs in with a captcha', async (hand) => {
    await fillLogin(hand, 'Shjz@2026', '7');
    await hand.click('.login-form button', '登录');
    await hand.see('.attendance-card');
  }),
  nothing('logs in with a wrong captcha', async (hand) => {
    await fillLogin(hand, 'Shjz@2026', '0');
    await hand.press('Enter');
    await hand.see('.el-message--error', '验证码错误');
  }),
  nothing('logs out', async (hand) => {
    await step.go(hand, '/index', '.avatar-name');
    await step.still(hand);
    await hand.click('.avatar-name');
    await hand.see('.el-dropdown-menu__item', '退出登录');
    await step.still(hand);
    await hand.click('.el-dropdown-menu__item', '退出登录');
    await hand.see('.el-message-box', '确定注销');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.see('.login-form');
  }),
  nothing('searches by a POST, then resets', async (hand, turn) => {
    const name = ['张', '李'][turn % 2] ?? '';
    await step.openObjects(hand);
    await hand.type('.query-form input[placeholder="请输入户主姓名"]', name);
    await hand.click('.query-form button', '搜索');
    await hand.until(
      `[...document.querySelectorAll('.el-table__row')].every((r) => r.textContent.includes('${name}'))`,
    );
    await hand.seeGone('.el-loading-mask');
    await hand.click('.query-form button', '重置');
    await hand.see('.el-table__row', '2002');
  }),
  nothing('searches with a select and Enter', async (hand) => {
    await step.openObjects(hand);
    await step.pick(hand, '.query-form .el-select', '.el-select-dropdown__item', '已驳回');
    await hand.type('.query-form input[placeholder="请输入身份证号"]', '5103');
    await hand.press('Enter');
    await hand.until(
      `[...document.querySelectorAll('.el-table__row')].every((r) => r.textContent.includes('已驳回'))`,
    );
  }),
  nothing('turns pages and jumps to one', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-pager .number', '2');
    await hand.see('.el-table__row', '2015');
    await hand.type('.el-pagination__editor input', '4');
    await hand.press('Enter');
    await hand.see('.el-table__row', '2033');
  }),
  nothing('asks for more rows per page', async (hand) => {
    await step.openObjects(hand);
    await step.pick(hand, '.el-pagination__sizes .el-select', '.el-select-dropdown__item', '30');
    await hand.see('.el-table__row', '2028');
  }),
  nothing('sorts by a column', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__header .caret-wrapper .descending');
    await hand.see('.el-table__row', '2064');
  }),
  nothing('deletes a row: 确定, a green 删除成功', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__row button', '删除');
    await hand.see('.el-message-box', '是否确认删除');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.see('.el-message--success', '删除成功');
  }),
  nothing('ticks two rows and deletes them', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__row:nth-child(1) .el-checkbox__inner');
    await hand.click('.el-table__row:nth-child(3) .el-checkbox__inner');
    await hand.click('.mb8 button', '删除');
    await hand.see('.el-message-box', '是否确认删除');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.see('.el-message--success', '删除成功');
  }),
  nothing('changes the mind at the confirmation of a deletion', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__row button', '删除');
    await hand.see('.el-message-box');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '取消');
    await hand.seeGone('.el-message-box');
  }),
  nothing('passes a household on for review without entering anything', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__row button', '提交审核');
    await hand.see('.el-message-box', '提交县局审核');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.see('.el-message--success', '提交成功');
  }),
  nothing('exports what it searched for', async (hand) => {
    await step.openObjects(hand);
    await hand.type('.query-form input[placeholder="请输入户主姓名"]', '王');
    await hand.click('.mb8 button', '导出');
    await hand.rest(800);
    await hand.seeGone('.el-loading-mask');
  }),
  nothing('fills the dialog and cancels', async (hand, turn) => {
    await step.openAdd(hand, turn);
    await step.fillAdd(hand, turn);
    await hand.click('.object-dialog .dialog-footer button', '取消');
    await hand.seeGone('.object-dialog');
  }),
  nothing('presses 确 定 with a wrong ID number: the page itself says no', async (hand, turn) => {
    await step.openAdd(hand, turn);
    await hand.type('.object-dialog input[placeholder="请输入身份证号"]', '51032119');
    await hand.click('.object-dialog .dialog-footer button', '确定');
    await hand.see('.el-form-item__error', '正确的身份证号码');
  }),
  nothing('looks at the details and closes them', async (hand) => {
    await step.openObjects(hand);
    await hand.click('.el-table__row button', '详情');
    await hand.see('.el-dialog .el-descriptions');
    await step.still(hand);
    await hand.click('.el-dialog__footer button', '关闭');
    await hand.seeGone('.el-dialog .el-descriptions');
  }),
  nothing('hides the search form and shows it again', async (hand) => {
    await step.openObjects(hand);
    await hand.type('.query-form input[placeholder="请输入户主姓名"]', '杨');
    await hand.click('.toggle-search');
    await hand.seeGone('.query-form');
    await hand.click('.toggle-search');
    await hand.see('.query-form');
  }),
];
