import type { Act } from '../portal';
import * as step from './steps';

export const eventActs: Act[] = [
  {
    name: 'registers a work order with a button that is no submit button; a result page follows',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillOrder(hand, turn, step.phone(turn));
      await step.pick(hand, '.ant-cascader', '.ant-cascader-menu-item', '城南街道', step.community(turn));
      await hand.click('.ant-form button', '提交');
      await hand.see('.ant-result-success', '登记成功');
    },
  },
  {
    name: 'handles a work order in a drawer whose 提交 is in its head',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillHandling(hand, turn, '电话答复');
      await hand.chooseFile('.ant-drawer input[type="file"]', [step.picture(turn)]);
      await hand.see('.ant-upload-list-item-done');
      await hand.click('.ant-drawer-header button', '提交');
      await hand.see('.ant-message-success', '办理成功');
      await hand.seeGone('.ant-drawer-section');
    },
  },
  {
    name: 'transfers a work order in a modal: a notification follows',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillTransfer(hand, turn, ['民政办', '市政养护所'][turn % 2] ?? '民政办');
      await hand.click('.ant-modal-footer button', '确定');
      await hand.see('.ant-notification-notice', '转派成功');
      await hand.seeGone('.ant-modal-wrap');
    },
  },
  {
    name: 'edits one row of the table and saves it, where there is no form',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.editRow(hand, turn, 12 + turn);
      await hand.click('.ant-table-row .ant-typography', '保存');
      await hand.see('.ant-message-success', '保存成功');
    },
  },
  {
    name: 'enters a call-back with the Enter key',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillVisit(hand, turn, `${step.person(turn)}表示满意，${step.matter(turn)}已解决`);
      await hand.press('Enter');
      await hand.see('.ant-message-success', '回访登记成功');
    },
  },
  {
    name: 'double-clicks 提交 of a call-back, the page guards',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await step.fillVisit(hand, turn, `对${step.community(turn)}处理速度较满意`);
      await hand.doubleClick('.ant-form button', '提交');
      await hand.see('.ant-message-success', '回访登记成功');
    },
  },
  {
    name: 'orders a supervision: wizard, review page without fields, 确定 in a confirm box',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await step.fillSupervision(hand, turn, 5 + turn);
      await step.submitSupervision(hand);
      await hand.see('.ant-result-success', '督办单已提交');
    },
  },
  {
    name: 'registers a work order from a restricted number (200 with code 500)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillOrder(hand, turn, `1704415${2200 + turn}`);
      await hand.click('.ant-form button', '提交');
      await hand.see('.ant-message-error', '登记失败');
    },
  },
  {
    name: 'handles a work order while the other system is down (HTTP 502, notification)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillHandling(hand, turn, '转交部门');
      await hand.click('.ant-drawer-header button', '提交');
      await hand.see('.ant-notification-notice', '服务异常（502）');
    },
  },
  {
    name: 'transfers to a unit that takes no more: refused inside the modal',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillTransfer(hand, turn, '派出所');
      await hand.click('.ant-modal-footer button', '确定');
      await hand.see('.ant-modal .ant-alert-error', '不予受理');
    },
  },
  {
    name: 'saves a row whose count does not agree (HTTP 409)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.editRow(hand, turn, 1200 + turn);
      await hand.click('.ant-table-row .ant-typography', '保存');
      await hand.see('.ant-message-error', '取号数不一致');
    },
  },
  {
    name: 'enters a call-back that the server answers too late',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillVisit(hand, turn, `${step.person(turn)}意见详见通话录音`);
      await hand.press('Enter');
      await hand.see('.ant-message-error', '请求超时');
    },
  },
  {
    name: 'orders a supervision with too long a term: a result page refuses',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillSupervision(hand, turn, 45 + turn);
      await step.submitSupervision(hand);
      await hand.see('.ant-result-error', '提交失败');
    },
  },
];
