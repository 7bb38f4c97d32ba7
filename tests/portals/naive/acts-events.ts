import type { Act } from '../portal';
import * as step from './steps';

export const eventActs: Act[] = [
  {
    name: 'feeds a result back in a drawer with text and a photo',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillFeedback(hand, turn, `已到现场核实，${step.matter(turn)}`);
      await hand.chooseFile('.n-drawer input[type=file]', [step.photo(turn)]);
      await hand.see('.n-upload-file--success-status');
      await hand.click('.n-drawer .n-button', '提交反馈');
      await hand.see('.n-message', '办理结果已反馈');
      await hand.seeGone('.n-drawer');
    },
  },
  {
    name: 'transfers to a chosen unit: a slow answer, then a notification',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillTransfer(hand, turn, turn % 2 ? '县水务局' : '县住建局');
      await hand.click('.n-modal .n-button', '确认转办');
      await hand.see('.n-notification', '转办成功');
      await hand.seeGone('.n-modal');
    },
  },
  {
    name: 'returns a work order with a reason in a dialog preset',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillReturn(hand, `该路段属市管道路，${step.person(turn)}已电话核实`);
      await hand.click('.n-dialog .n-button', '退回');
      await hand.see('.n-message', '工单已退回上级平台');
      await hand.seeGone('.n-dialog');
    },
  },
  {
    name: 'applies for more time with a date: a success dialog to be closed',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillExtension(hand, turn, `需协调产权单位，${step.matter(turn)}`);
      await hand.click('.n-modal .n-button', '申请延期');
      await hand.see('.n-dialog', '延期申请已提交');
      await hand.click('.n-dialog .n-button', '知道了');
      await hand.seeGone('.n-dialog');
    },
  },
  {
    name: 'closes a work order in a dialog made by code, with an opinion',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openFinish(hand, turn, '部分属实');
      await hand.see('.n-dialog', '办结成功');
    },
  },
  {
    name: 'sends a comment with Ctrl+Enter: it only appears above the box',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/orders/${5 + turn}`, 'textarea');
      await hand.type('textarea', `已通知物业，${step.matter(turn)}`);
      await hand.page.keyboard.down('Control');
      await hand.press('Enter');
      await hand.page.keyboard.up('Control');
      await hand.see('.bubble', step.matter(turn));
    },
  },
  {
    name: 'sends a quick reply: a chip fills the box',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/orders/${8 + turn}`, 'textarea');
      await hand.click('.chip', turn % 2 ? '正在核实' : '马上安排');
      await hand.click('.n-button', '发送');
      await hand.see('.bubble', turn % 2 ? '正在核实' : '马上安排');
    },
  },
  {
    name: 'registers a work order with added rows; 提交 asks in a popconfirm; the route changes',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillRegistration(hand, turn, step.phone(turn));
      await hand.type('.n-dynamic-input-item:first-child input[placeholder="姓名"]', step.person(turn + 1));
      await hand.click('.n-dynamic-input-item__action .n-button:last-child');
      await hand.type('.n-dynamic-input-item:nth-child(2) input[placeholder="姓名"]', step.person(turn + 2));
      await step.confirmRegistration(hand);
      await hand.see('.n-message', '登记成功');
      await hand.see('.n-descriptions');
    },
  },
  {
    name: 'records a call-back: stars and 保 存, the window closes without a word',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openAct(hand, '回访', '.score');
      await hand.click('.score .n-rate__item:nth-child(5)');
      await hand.type(step.box('群众原话'), `${step.person(turn)}说处理得快`);
      await hand.click('.n-modal .n-button', '保存');
      await hand.seeGone('.n-modal');
    },
  },
  {
    name: 'finishes a visit wizard with 完成; a result page',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.walkTo(hand, turn, `希望安装扶手，联系人${step.person(turn)}`);
      await hand.click('.n-button', '完成');
      await hand.see('.n-result', '走访记录已上传');
    },
  },
  {
    name: 'reports the day journal, the form gives way to a result',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/journal', step.box('天气'));
      await hand.type(step.box('天气'), turn % 2 ? '多云' : '晴');
      await hand.type(
        step.box('今日巡查、走访、矛盾化解情况'),
        `巡查${step.grid(turn)}，${step.matter(turn)}`,
      );
      if (turn % 2) await hand.click('.n-checkbox', '安全隐患');
      await hand.click('.n-button', '上报日志');
      await hand.see('.n-result', '今日日志已上报');
    },
  },
  {
    name: 'edits cells that save themselves and then reports the ledger: one event',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await hand.open('/ledger', '.cell');
      await step.editCell(hand, 'visits', 2, String(41 + turn));
      await step.editCell(hand, 'risks', 3, String(5 + turn));
      await hand.type(step.box('上报说明'), `${step.person(turn)}已复核`);
      await hand.click('.n-button', '上报台账');
      await hand.see('.n-message', '台账上报成功');
    },
  },
  {
    name: 'hands in a form of nothing but files',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/materials', '.n-upload');
      await hand.chooseFile('input[type=file]', [step.photo(turn)]);
      await hand.see('.n-upload-file--success-status');
      await hand.click('.n-button', '提交材料');
      await hand.see('.n-message', '材料提交成功');
    },
  },
  {
    name: 'signs in by a click on the calendar cell of today',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await hand.open('/duty', '.n-calendar-cell--current');
      await hand.click('.n-calendar-cell--current .day-state');
      await hand.see('.n-message', '签到成功');
    },
  },
  {
    name: 'signs in on duty: button, photo, confirm; the button becomes a mark',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await hand.open('/duty', '.punch');
      await hand.click('.n-button', '到岗签到');
      await hand.click('.n-modal .n-button', '拍照');
      await hand.see('.face', '核验通过');
      await hand.click('.n-modal .n-button', '确认签到');
      await hand.see('.arrived', '已到岗');
    },
  },
  {
    name: 'checks in on patrol with a form in a window',
    expects: ['checkIn'],
    times: 2,
    async perform(hand, turn) {
      await step.fillPatrol(hand, turn, step.grid(turn));
      await hand.see('.n-notification', '打卡成功');
      await hand.seeGone('.n-modal');
    },
  },
  {
    name: 'clocks out on a round div whose words change',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await hand.open('/duty', '.punch');
      await hand.click('.punch', '下班打卡');
      await hand.see('.punch', '已打卡');
    },
  },
];
