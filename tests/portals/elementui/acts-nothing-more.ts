import type { Act } from '../portal';
import * as step from './steps';

const nothing = (name: string, perform: Act['perform']): Act => ({ name, expects: [], times: 2, perform });

export const moreNothingActs: Act[] = [
  nothing('goes one step on in the application, which asks the server', async (hand, turn) => {
    await step.applyFirst(hand, turn, step.idCard(turn));
    await hand.click('.apply-card button', '下一步');
    await hand.see('input[placeholder="申请金额（元）"]');
  }),
  nothing('is kept from going on: the server says no to the step', async (hand, turn) => {
    await step.applyFirst(hand, turn, `${step.idCard(turn).slice(0, 17)}X`);
    await hand.click('.apply-card button', '下一步');
    await hand.see('.el-message--error', '不能重复申请');
  }),
  nothing('keeps an application as a draft: 暂存成功', async (hand, turn) => {
    await step.applyFirst(hand, turn, step.idCard(turn));
    await hand.click('.apply-card button', '下一步');
    await hand.type('input[placeholder="申请金额（元）"]', '900');
    await hand.click('.apply-card button', '暂存');
    await hand.see('.el-message--success', '暂存成功');
  }),
  nothing('writes while the page saves by itself', async (hand, turn) => {
    await step.applyFirst(hand, turn, step.idCard(turn));
    await hand.click('.apply-card button', '下一步');
    await hand.type('.apply-card textarea', step.said(turn));
    await hand.see('.saved', '已自动保存');
  }),
  nothing('uploads a photo in the drawer and closes it with a question', async (hand, turn) => {
    await step.openDrawer(hand, turn, step.said(turn));
    await hand.chooseFile('.photo-upload input[type=file]', [step.file('only.png')]);
    await hand.see('.el-upload-list__item.is-success');
    await hand.click('.drawer-footer button', '取消');
    await hand.see('.el-message-box', '表单还未保存');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.seeGone('.visit-drawer');
  }),
  nothing('looks a person up in the register: 核对成功', async (hand, turn) => {
    await step.go(hand, '/relief/visit', '.visit-card');
    await step.still(hand);
    await hand.type('.verify-card input', step.idCard(turn));
    await hand.click('.verify-card button', '核对');
    await hand.see('.el-message--success', '核对成功');
  }),
  nothing('filters the cards as it types, and switches to the table', async (hand) => {
    await step.go(hand, '/relief/visit', '.visit-card');
    await step.still(hand);
    await hand.type('.visit-search input', '陈');
    await hand.press('Tab');
    await hand.until(`document.querySelectorAll('.visit-card').length === 1`);
    await hand.click('.view-switch .el-switch__core');
    await hand.see('.el-table__row');
  }),
  nothing('switches between tabs of the approvals', async (hand) => {
    await step.go(hand, '/relief/approval', '.el-table__row');
    await step.still(hand);
    await hand.click('.el-tabs__item', '已驳回');
    await hand.see('.el-pagination__total', '共 4 条');
    await hand.click('.el-tabs__item', '待审批');
    await hand.see('.el-pagination__total', '共 23 条');
  }),
  nothing('begins to refuse a case and cancels the prompt', async (hand) => {
    await step.tickTwo(hand);
    await hand.click('.mb8 button', '驳回');
    await hand.see('.el-message-box textarea');
    await step.still(hand);
    await hand.type('.el-message-box textarea', '再看看');
    await hand.click('.el-message-box__btns button', '取消');
    await hand.seeGone('.el-message-box');
  }),
  nothing('edits a ledger row and undoes it; chooses columns and a month', async (hand) => {
    await step.go(hand, '/fund/standard', '.ledger .el-table__row');
    await step.still(hand);
    await hand.click('.ledger button', '编辑');
    await hand.type('.ledger input[placeholder="备注"]', '误填');
    await hand.click('.ledger button', '取消');
    await hand.seeGone('.ledger input');
    await hand.click('.columns-button');
    await hand.see('.el-popover .el-checkbox', '备注');
    await step.still(hand);
    await hand.click('.el-popover .el-checkbox', '备注');
    await hand.click('.month-tabs .el-radio-button', '2026-10');
    await hand.rest(400);
  }),
  nothing('reads a notice and marks all as read: 操作成功', async (hand) => {
    await step.go(hand, '/system/notice', '.el-table__row');
    await step.still(hand);
    await hand.click('.el-table__row .el-link', '通报');
    await hand.see('.notice-dialog');
    await step.still(hand);
    await hand.click('.notice-dialog .el-dialog__close');
    await hand.seeGone('.notice-dialog');
    await step.still(hand);
    await hand.click('.mb8 button', '全部标为已读');
    await hand.see('.el-message--success', '操作成功');
  }),
  nothing('changes the password: 修改成功', async (hand, turn) => {
    await step.go(hand, '/user/profile', '.profile-phone');
    await step.still(hand);
    await hand.click('.el-tabs__item', '修改密码');
    await hand.type('input[placeholder="请输入旧密码"]', 'Shjz@2026');
    await hand.type('input[placeholder="请输入新密码"]', `Shjz@202${turn}x`);
    await hand.type('input[placeholder="请确认新密码"]', `Shjz@202${turn}x`);
    await hand.click('.save-pwd');
    await hand.see('.el-message--success', '修改成功');
  }),
  nothing('switches a reminder on and off', async (hand) => {
    await step.go(hand, '/user/profile', '.profile-phone');
    await step.still(hand);
    await hand.click('.el-tabs__item', '消息设置');
    await hand.click('.el-switch__core');
    await hand.rest(500);
  }),
  nothing('signs in where the day is already signed: 已经签到过了', async (hand) => {
    await step.go(hand, '/index', '.attendance-card', 'signed');
    await hand.see('.attendance-card .in-at');
    await step.still(hand);
    await hand.click('.attendance-card button', '签到');
    await hand.see('.el-message--error', '已经签到过了');
  }),
  nothing('leaves a half filled review open while the heart beats', async (hand, turn) => {
    await step.openReview(hand, turn, '3000');
    await hand.rest(3500);
  }),
];
