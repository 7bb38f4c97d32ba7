import type { Act } from '../portal';
import * as step from './steps';

export const refusedActs: Act[] = [
  {
    name: 'feedback refused by a notification that stays',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillFeedback(hand, turn, `据物业转述，${step.matter(turn)}`);
      await hand.click('.n-drawer .n-button', '提交反馈');
      await hand.see('.n-notification', '反馈未通过系统校验');
    },
  },
  {
    name: 'transfer refused by red words in the window, which stays',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillTransfer(hand, turn, '县供电公司');
      await hand.click('.n-modal .n-button', '确认转办');
      await hand.see('.n-modal .refusal', '转办失败');
    },
  },
  {
    name: 'return refused with 200 and success false; the dialog stays',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillReturn(hand, turn % 2 ? '不归我管' : '非本单位');
      await hand.click('.n-dialog .n-button', '退回');
      await hand.see('.n-message', '退回理由不充分');
    },
  },
  {
    name: 'extension fails because the server closes the connection',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillExtension(hand, turn, `暴雨影响施工，${step.matter(turn)}`);
      await hand.click('.n-modal .n-button', '申请延期');
      await hand.see('.n-message', '网络连接异常');
    },
  },
  {
    name: 'closing refused with 403 and a second dialog over the first',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.openFinish(hand, turn, '不属实');
      await hand.see('.n-dialog', '没有权限');
      await hand.click('.n-dialog .n-button', '关闭');
    },
  },
  {
    name: 'registration refused by words below the one field',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillRegistration(hand, turn, `1702${step.phone(turn).slice(4)}`);
      await step.confirmRegistration(hand);
      await hand.see('.n-form-item-feedback', '虚拟运营商号段');
    },
  },
  {
    name: 'journal meets a gateway 502 with a page; an error page takes the place of the form',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/journal', step.box('天气'));
      await hand.type(step.box('天气'), '小雨');
      await hand.type(step.box('今日巡查、走访、矛盾化解情况'), `参加防汛演练，地点${step.grid(turn)}`);
      await hand.click('.n-button', '上报日志');
      await hand.see('.n-result', '服务器可能出了点问题');
    },
  },
  {
    name: 'call-back meets an expired session: back at the login page',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.openAct(hand, '回访', '.score');
      await hand.click('.score .n-rate__item:nth-child(1)');
      await hand.type(step.box('群众原话'), `${step.person(turn)}不满意，要求重办`);
      await hand.click('.n-modal .n-button', '保存');
      await hand.see('.n-message', '登录状态已过期');
      await hand.see('input[type=password]');
    },
  },
  {
    name: 'ledger refused by an alert above the table',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/ledger', '.cell');
      await hand.type(step.box('上报说明'), `第${turn + 2}行为估算`);
      await hand.click('.n-button', '上报台账');
      await hand.see('.n-alert', '上报未成功');
    },
  },
  {
    name: 'wizard refused on its last step by a closable alert',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.walkTo(hand, turn, `重复走访，${step.person(turn)}无新诉求`);
      await hand.click('.n-button', '完成');
      await hand.see('.n-alert', '本月该户已走访');
    },
  },
  {
    name: 'files refused with 413: the HTTP client writes English',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/materials', '.n-upload');
      await hand.chooseFile(
        'input[type=file]',
        [0, 1, 2].map((n) => step.photo(turn + n)),
      );
      await hand.until("document.querySelectorAll('.n-upload-file--success-status').length === 3");
      await hand.click('.n-button', '提交材料');
      await hand.see('.n-message', 'status code 413');
    },
  },
];
