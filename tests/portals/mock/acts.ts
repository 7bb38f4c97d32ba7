import type { Act } from '../portal';
import { quiet } from './quiet';
import { fillDialog, fillMonth, fillProject, go, message, pick, saveContact, TOPICS } from './steps';

const accepted: Act[] = [
  {
    name: 'adds a material in the dialog',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}情况`, turn);
      await hand.click('.el-dialog__footer .el-button', '确定');
      await hand.see(message('success'), '报送成功');
      hand.journal('accepted');
      await hand.seeGone('.el-dialog');
    },
  },
  {
    name: 'reports the month: 上报, then the message box',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await fillMonth(hand, 40 + turn, 31 + turn);
      await hand.see(message('success'), '上报成功');
      hand.journal('accepted');
    },
  },
  {
    name: 'applies for a project in three steps, the last without fields',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await fillProject(hand, 120 + turn, turn);
      await hand.see('.el-result', '提交成功');
      hand.journal('accepted');
    },
  },
  {
    name: 'saves the contact with Enter',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await saveContact(hand, `1370571${4200 + turn}`, turn);
      await hand.see(message('success'), '保存成功');
      hand.journal('accepted');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'adds a material already reported (code 500)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}重复件`, turn);
      await hand.click('.el-dialog__footer .el-button', '确定');
      await hand.see(message('error'), '报送失败');
      hand.journal('rejected');
    },
  },
  {
    name: 'adds a material after the deadline (code 403)',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillDialog(hand, `${pick(TOPICS, turn)}超期件`, turn);
      await hand.click('.el-dialog__footer .el-button', '确定');
      await hand.see(message('error'), '已超过报送截止时间');
      hand.journal('rejected');
    },
  },
  {
    name: 'reports a month that fails the check, told in a message box',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillMonth(hand, 20 + turn, 35 + turn);
      await hand.see('.el-message-box', '校核不通过');
      hand.journal('rejected');
      await hand.click('.el-message-box__btns .el-button--primary');
      await hand.seeGone('.el-message-box');
    },
  },
  {
    name: 'applies for too much money, told in a notification',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillProject(hand, 800 + turn, turn);
      await hand.see('.el-notification', '超出单个项目申报上限');
      hand.journal('rejected');
    },
  },
  {
    name: 'saves a contact with a wrong number with Enter',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await saveContact(hand, `0571-8800${turn}`, turn);
      await hand.see(message('error'), '手机号码未通过核验');
      hand.journal('rejected');
    },
  },
];

const checkIns: Act[] = [
  {
    name: 'checks in for the shift',
    expects: ['checkIn'],
    times: 3,
    async perform(hand) {
      await go(hand, '/duty', '.duty .el-button');
      await hand.click('.duty .el-button', '签到');
      await hand.see(message('success'), '签到成功');
      hand.journal('checkIn');
    },
  },
  {
    name: 'double-clicks 签到',
    expects: ['checkIn'],
    times: 1,
    async perform(hand) {
      await go(hand, '/duty', '.duty .el-button');
      await hand.doubleClick('.duty .el-button', '签到');
      await hand.see(message('success'), '签到成功');
      hand.journal('checkIn');
    },
  },
];

export const acts: Act[] = [...accepted, ...rejected, ...checkIns, ...quiet];
