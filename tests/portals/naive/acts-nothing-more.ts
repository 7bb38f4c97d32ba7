import type { Act } from '../portal';
import * as step from './steps';

export const moreNothingActs: Act[] = [
  {
    name: 'uploads a photo in the drawer and leaves',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.openAct(hand, '办理反馈', '.n-drawer textarea');
      await hand.chooseFile('.n-drawer input[type=file]', [step.photo(turn)]);
      await hand.see('.n-upload-file--success-status');
      await hand.click('.n-drawer .n-base-close');
      await hand.seeGone('.n-drawer');
    },
  },
  {
    name: 'changes tabs of a work order, each loads again',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/orders/3', '.n-tabs-tab');
      await hand.click('.n-tabs-tab', '流转过程');
      await hand.see('.n-timeline-item', '受理成功');
    },
  },
  {
    name: 'urges the unit: one click, nothing entered',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/orders/${3 + turn}`, '.n-descriptions');
      await hand.click('.n-button', '催办');
      await hand.see('.n-message', '催办成功');
      await hand.click('.n-button', '关注');
      await hand.see('.n-button', '已关注');
    },
  },
  {
    name: 'types a comment and does not send it',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/orders/4', 'textarea');
      await hand.type('textarea', `待核实：${step.matter(turn)}`);
      await hand.press('Enter');
      await hand.rest(1600);
    },
  },
  {
    name: 'marks all notices as read',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.top .n-button', '全部已读');
      await hand.see('.n-message', '已全部标为已读');
    },
  },
  {
    name: 'switches the sound off: saved at once',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openOrders(hand);
      await hand.click('.top .n-switch');
      await hand.see('.n-message', '设置已保存');
    },
  },
  {
    name: 'puts a registration into the drafts',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillRegistration(hand, turn, step.phone(turn));
      await hand.click('.n-button', '暂存草稿');
      await hand.see('.n-message', '已存入草稿箱');
    },
  },
  {
    name: 'opens the popconfirm of 提交 and says no',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillRegistration(hand, turn, step.phone(turn));
      await hand.click('.n-card .n-button', '提交登记');
      await hand.see('.n-popover', '是否继续');
      await hand.click('.n-popover .n-button', '取消');
      await hand.seeGone('.n-popover');
    },
  },
  {
    name: 'submits while offline: a banner, kept on this machine, nothing is sent',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillRegistration(hand, turn, step.phone(turn));
      await hand.page.setOfflineMode(true);
      await hand.see('.offline', '离线状态');
      await step.confirmRegistration(hand);
      await hand.see('.n-message', '已保存在本机');
      await hand.page.setOfflineMode(false);
      await hand.seeGone('.offline');
    },
  },
  {
    name: 'edits cells that save themselves on blur, and goes on',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/ledger', '.cell');
      await step.editCell(hand, 'houses', 1, String(300 + turn));
      await step.editCell(hand, 'note', 4, `新增${turn + 2}户`);
      await hand.click('.n-card-header');
      await hand.see('.note-4', `新增${turn + 2}户`);
      await hand.rest(500);
    },
  },
  {
    name: 'goes to the second step of the visit wizard',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/walk', step.box('户主姓名'));
      await hand.type(step.box('如 凤山路18号2-301'), step.house(turn));
      await hand.type(step.box('户主姓名'), step.person(turn));
      await hand.click('.n-button', '下一步');
      await hand.see('.n-checkbox');
    },
  },
  {
    name: 'is told that nothing was uploaded',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/materials', '.n-upload');
      await hand.click('.n-button', '提交材料');
      await hand.see('.n-message', '请先上传佐证材料');
    },
  },
  {
    name: 'clicks another day of the calendar: only today signs in',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/duty', '.n-calendar-cell--current');
      await hand.click('.n-calendar-cell:not(.n-calendar-cell--current)');
      await hand.see('.n-message', '只能在当天签到');
    },
  },
  {
    name: 'takes the photo and gives the sign-in up',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/duty', '.punch');
      await hand.click('.n-button', '到岗签到');
      await hand.click('.n-modal .n-button', '拍照');
      await hand.see('.face', '核验通过');
      await hand.click('.n-modal .n-button', '取消');
      await hand.seeGone('.n-modal');
    },
  },
  {
    name: 'is out of range of the patrol point: red words in the window',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillPatrol(hand, turn, '青龙水库大坝');
      await hand.see('.refusal', '超出范围');
    },
  },
];
