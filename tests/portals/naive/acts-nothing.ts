import type { Act } from '../portal';
import { moreNothingActs } from './acts-nothing-more';
import * as step from './steps';

export const nothingActs: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/login', 'input[type=password]');
      await hand.type(step.box('请输入账号'), 'jiangyingxue');
      await hand.type('input[type=password]', 'Rx@12345');
      await hand.click('.n-button', '登录');
      await hand.see('.n-message', '登录成功');
    },
  },
  {
    name: 'fails to log in with Enter',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', 'input[type=password]');
      await hand.type(step.box('请输入账号'), 'jiangyingxue');
      await hand.type('input[type=password]', `rx${turn}`);
      await hand.press('Enter');
      await hand.see('.n-message', '用户名或密码不正确');
    },
  },
  {
    name: 'has a code sent to the phone',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/login', 'input[type=password]');
      await hand.type(step.box('请输入账号'), 'jiangyingxue');
      await hand.click('.n-button', '获取验证码');
      await hand.see('.n-message', '验证码已发送');
    },
  },
  {
    name: 'logs out through a confirm dialog',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.top .n-button', '退出');
      await hand.click('.n-dialog .n-button', '确定');
      await hand.see('input[type=password]');
    },
  },
  {
    name: 'searches with Enter and with 查询',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.openOrders(hand);
      await hand.type(step.box('标题关键字'), turn % 2 ? '电梯' : '噪音');
      if (turn % 2) await hand.press('Enter');
      else await hand.click('.filters .n-button', '查询');
      await hand.seeGone('.n-data-table-td', turn % 2 ? '噪音' : '电梯');
    },
  },
  {
    name: 'filters by state and source, each loads at once',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.filters .state');
      await hand.click('.n-base-select-option', '已提交');
      await hand.seeGone('.n-data-table-td', '待签收');
      await hand.click('.n-radio-button', '网格上报');
      await hand.rest(400);
    },
  },
  {
    name: 'turns pages of the list',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.n-pagination-item', '3');
      await hand.see('.n-data-table-td', 'RX20261124012');
    },
  },
  {
    name: 'sorts by the time limit',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.n-data-table-th--sortable');
      await hand.rest(500);
    },
  },
  {
    name: 'deletes a work order: popconfirm, then a green message',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.n-data-table-tbody .n-button', '删除');
      await hand.see('.n-popover', '删除后不可恢复');
      await hand.click('.n-popover .n-button', '确定');
      await hand.see('.n-message', '删除成功');
    },
  },
  {
    name: 'exports what was filtered: 导出任务已提交',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.openOrders(hand);
      await hand.type(step.box('标题关键字'), turn % 2 ? '污水' : '道路');
      await hand.click('.filters .n-button', '导出');
      await hand.see('.n-message', '导出任务已提交');
    },
  },
  {
    name: 'claims a work order: one click, nothing entered',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.n-data-table-tbody .n-button', '签收');
      await hand.see('.n-message', '签收成功');
    },
  },
  {
    name: 'types a feedback and cancels',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillFeedback(hand, turn, `正在协调，${step.matter(turn)}`);
      await hand.click('.n-drawer .n-button', '取消');
      await hand.seeGone('.n-drawer');
    },
  },
  {
    name: 'is told by the page that the result is missing; nothing is sent',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openAct(hand, '办理反馈', '.n-drawer textarea');
      await hand.click('.n-drawer .n-radio', '电话答复');
      await hand.click('.n-drawer .n-button', '提交反馈');
      await hand.see('.n-form-item-feedback', '请填写办理结果');
    },
  },
  {
    name: 'is told by a message that the opinion is missing; the dialog stays',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/orders/${2 + turn}`, '.n-descriptions');
      await hand.click('.n-button', '办结');
      await hand.click('.n-dialog .n-radio', '部分属实');
      await hand.click('.n-dialog .n-button', '确认办结');
      await hand.see('.n-message', '请填写办结意见');
    },
  },
  ...moreNothingActs,
];
