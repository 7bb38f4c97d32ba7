import type { Act } from '../portal';
import * as step from './steps';

export const nothingActs: Act[] = [
  {
    name: 'logs in by Enter',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/login', 'input[placeholder="密码"]');
      await hand.type('input[placeholder="手机号 / 账号"]', step.phone(turn));
      await hand.type('input[placeholder="密码"]', 'Gongdan#1');
      await hand.press('Enter');
      await hand.see('.ant-message-success', '登录成功');
      await hand.see('.ant-table-row');
    },
  },
  {
    name: 'logs in with a wrong password (HTTP 401)',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', 'input[placeholder="密码"]');
      await hand.type('input[placeholder="手机号 / 账号"]', step.phone(turn));
      await hand.type('input[placeholder="密码"]', `gongdan${turn}`);
      await hand.click('button', '登录');
      await hand.see('.ant-message-error', '登录失败');
    },
  },
  {
    name: 'searches by a POST, in a form with a native submit',
    expects: [],
    times: 4,
    async perform(hand, turn) {
      const word = ['路灯', '井盖', '占道'][turn % 3] ?? '路灯';
      await step.openOrders(hand);
      await hand.type('input[placeholder="工单标题"]', word);
      if (turn % 2) await hand.press('Enter');
      else await hand.click('.ant-form button', '查询');
      await hand.until(
        `[...document.querySelectorAll('.ant-table-row')].every((row) => row.textContent.includes('${word}'))`,
      );
    },
  },
  {
    name: 'turns to another page by a POST',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.openOrders(hand);
      await hand.click('.ant-pagination-item', String(2 + (turn % 2)));
      await hand.see('.ant-pagination-item-active', String(2 + (turn % 2)));
      await hand.seeGone('.ant-spin-spinning');
    },
  },
  {
    name: 'deletes a work order: 确定 in a modal and 删除成功',
    expects: [],
    times: 4,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.ant-table-row button', '删除');
      await hand.see('.ant-modal', '确认删除该工单');
      await step.still(hand);
      await hand.click('.ant-modal .ant-btn-primary', '确定');
      await hand.see('.ant-message-success', '删除成功');
    },
  },
  {
    name: 'deletes a row: 确定 in a bubble and 删除成功',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/ledger', '.ant-table-row');
      await hand.click('.ant-table-row a', '删除');
      await hand.see('.ant-popconfirm', '确定删除该行');
      await step.still(hand);
      await hand.click('.ant-popconfirm .ant-btn-primary', '确定');
      await hand.see('.ant-message-success', '删除成功');
    },
  },
  {
    name: 'exports the list',
    expects: [],
    times: 3,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.ant-form button', '导出');
      await hand.see('.ant-message-success', '导出成功');
    },
  },
  {
    name: 'fills the first page of the wizard and goes 下一步',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/supervise', 'input[placeholder="被督办工单编号"]');
      await hand.type('input[placeholder="被督办工单编号"]', step.number(turn));
      await hand.type('textarea[placeholder="请填写督办事由"]', step.matter(turn));
      await hand.click('button', '下一步');
      await hand.see('input[placeholder="责任单位全称"]');
    },
  },
  {
    name: 'saves a work order as a draft',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.fillOrder(hand, turn, step.phone(turn));
      await hand.click('.ant-form button', '存草稿');
      await hand.see('.ant-message-success', '草稿保存成功');
    },
  },
  {
    name: 'types a work order that saves itself',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/orders/new', 'input[placeholder="简要概括诉求"]');
      await hand.type('input[placeholder="来电人姓名"]', step.person(turn));
      await hand.type('textarea[placeholder="请填写诉求内容"]', step.matter(turn));
      await hand.see('.ant-card-extra', '已自动保存');
    },
  },
  {
    name: 'waits while the page asks for messages',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.rest(2_500);
    },
  },
  {
    name: 'walks through the menu, which sends telemetry',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.ant-menu-item', '群众回访');
      await hand.see('.ant-rate');
      await hand.click('.ant-menu-item', '办件台账');
      await hand.see('.ant-table-row');
    },
  },
  {
    name: 'opens the system, which sends kept receipts again',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/ledger', '.ant-table-row');
      const kept = JSON.stringify([{ order: step.number(turn), opinion: step.matter(turn) }]);
      await hand.page.evaluate((text) => localStorage.setItem('kept-receipts', text), kept);
      await step.openOrders(hand);
      await hand.see('.ant-message-success', '离线办理记录提交成功');
    },
  },
  {
    name: 'fills the drawer and cancels it',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.fillHandling(hand, turn, '现场办理');
      await hand.click('.ant-drawer-header button', '取消');
      await hand.seeGone('.ant-drawer-section');
    },
  },
  {
    name: 'fills the modal and closes it with its cross',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillTransfer(hand, turn, '民政办');
      await hand.click('.ant-modal-close');
      await hand.seeGone('.ant-modal-wrap');
    },
  },
  {
    name: 'edits a row and gives the edit up',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.editRow(hand, turn, 30 + turn);
      await hand.click('.ant-table-row a', '取消');
      await hand.see('.ant-popconfirm', '确定取消编辑');
      await step.still(hand);
      await hand.click('.ant-popconfirm .ant-btn-primary', '确定');
      await hand.seeGone('input[placeholder="备注"]');
    },
  },
  {
    name: 'presses 提交 with a short telephone number: the form refuses, nothing is sent',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.fillOrder(hand, turn, `15180${turn}`);
      await hand.click('.ant-form button', '提交');
      await hand.see('.ant-form-item-explain-error', '请输入 11 位手机号码');
    },
  },
  {
    name: 'presses 提交 with a title that is taken: async validation fails',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/orders/new', 'input[placeholder="简要概括诉求"]');
      await hand.type('input[placeholder="来电人姓名"]', step.person(turn));
      await hand.type('input[placeholder="简要概括诉求"]', `${step.community(turn)}小区停水`);
      await hand.click('.ant-form button', '提交');
      await hand.see('.ant-form-item-explain-error', '已存在同名未办结工单');
    },
  },
  {
    name: 'answers a quiz that hands itself in by pressing its own button',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/quiz', 'input[placeholder="请作答"]');
      await hand.click('.ant-radio-wrapper', '自动督办');
      await hand.type('input[placeholder="请作答"]', '谁首接谁负责到底');
      await hand.see('.ant-message-success', '交卷成功');
    },
  },
  {
    name: 'switches the tabs of the list',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.ant-tabs-tab', '我的待办');
      await hand.see('.ant-tabs-tab-active', '我的待办');
      await hand.seeGone('.ant-spin-spinning');
    },
  },
  {
    name: 'toggles the switch of a row',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.ant-table-row .ant-switch');
      await hand.see('.ant-message-success', '加急');
    },
  },
  {
    name: 'uploads a photo and leaves the drawer open',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.openOrders(hand);
      await hand.click('.ant-table-row button', '办理');
      await hand.see('.ant-drawer input[placeholder="经办人姓名"]');
      await step.still(hand);
      await hand.chooseFile('.ant-drawer input[type="file"]', [step.picture(turn)]);
      await hand.see('.ant-upload-list-item-done');
    },
  },
];
