import type { Act } from '../portal';
import { choose, fillDialog, go, message, pick, TOPICS } from './steps';

/** What must not count. */
export const quiet: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/login', '.login');
      await hand.type('input[placeholder="账号"]', 'chengguan01');
      await hand.type('input[type=password]', 'Bs@20261123');
      await hand.press('Enter');
      await hand.see('.el-table__row');
    },
  },
  {
    name: 'searches by POST',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row:nth-child(8)');
      await hand.type('.el-form--inline input', '第13号');
      await hand.click('.el-button', '搜索');
      await hand.seeGone('.el-table__row:nth-child(2)');
    },
  },
  {
    name: 'turns the page',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row');
      await hand.click('.el-pager .number', '3');
      await hand.see('.el-table__row', '第30号材料');
    },
  },
  {
    name: 'deletes a row after confirming',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row');
      await hand.click('.el-table__row .el-button', '删除');
      await hand.click('.el-message-box__btns .el-button--primary');
      await hand.see(message('success'), '删除成功');
    },
  },
  {
    name: 'exports the list',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row');
      await hand.click('.tools .el-button', '导出');
      await hand.see(message('success'), '导出成功');
    },
  },
  {
    name: 'switches to the tab 已提交',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row');
      await hand.click('.el-tabs__item', '已提交');
      await hand.seeGone('.el-table__row', '审核失败');
    },
  },
  {
    name: 'fills the dialog and saves a draft (暂存)',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}草稿`, turn);
      await hand.click('.el-dialog__footer .el-button', '暂存');
      await hand.see(message('success'), '暂存成功');
    },
  },
  {
    name: 'fills the dialog and cancels it',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}情况`, turn);
      await hand.click('.el-dialog__footer .el-button', '取消');
      await hand.seeGone('.el-dialog');
    },
  },
  {
    name: 'confirms the dialog with required fields empty',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/material', '.el-table__row');
      await hand.click('.tools .el-button', '新增');
      await hand.type('.el-dialog input[placeholder="请输入联系人"]', '何芳');
      await hand.click('.el-dialog__footer .el-button', '确定');
      await hand.see('.el-form-item__error', '不能为空');
    },
  },
  {
    name: 'confirms the dialog, the name fails its validation on the server',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}占用`, turn);
      await hand.click('.el-dialog__footer .el-button', '确定');
      await hand.see('.el-form-item__error', '资料名称已被占用');
    },
  },
  {
    name: 'goes one step on in the project wizard',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await go(hand, '/project', '.el-steps');
      await hand.type('.el-form-item:nth-child(1) input', `${pick(TOPICS, turn)}工程`);
      await hand.type('.el-form-item:nth-child(2) input', '柳林镇西街');
      await hand.click('.el-button', '下一步');
      await hand.see('textarea');
    },
  },
  {
    name: 'uploads a file without submitting',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/month', '.el-upload');
      await choose(hand);
      await hand.see(message('success'), '上传成功');
    },
  },
  {
    name: 'toggles a setting',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/setting', '.el-switch');
      await hand.click('.el-switch');
      await hand.see(message('success'), '设置成功');
    },
  },
  {
    name: 'watches the page report zero by its own click',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/month?zero=1', '.el-table__row');
      await hand.see(message('success'), '系统已自动上报');
    },
  },
  {
    name: 'checks in although already checked in',
    expects: [],
    times: 2,
    async perform(hand) {
      await go(hand, '/duty?shift=done', '.duty .el-button');
      await hand.click('.duty .el-button', '签到');
      await hand.see(message('warning'), '今日已签到');
    },
  },
  {
    name: 'checks in too early and is refused',
    expects: [],
    times: 1,
    async perform(hand) {
      await go(hand, '/duty?shift=early', '.duty .el-button');
      await hand.click('.duty .el-button', '签到');
      await hand.see(message('error'), '未到签到时间');
    },
  },
];
