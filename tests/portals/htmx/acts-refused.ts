import type { Act } from '../portal';
import * as step from './steps';

export const refusedActs: Act[] = [
  {
    name: 'person refused with 422 and a marked field',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillPerson(hand, turn, `43312319700${1 + turn}154421`);
      await hand.click('#person .send', '登记入册');
      await hand.see('.invalid-feedback', '已在册');
    },
  },
  {
    name: 'pension refused with 200 and a marked field in the dialog, nothing else',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillPension(hand, turn, `88${turn}`);
      await hand.click('dialog button', '提交认证');
      await hand.see('dialog .invalid-feedback', '不匹配');
    },
  },
  {
    name: 'row refused with 409: small red words in the row',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.editPerson(hand, turn, `9${turn}组`);
      await hand.click('.editing button', '保存');
      await hand.see('#rows .text-danger.d-block', '保存失败');
    },
  },
  {
    name: 'repair fails because the server closes the connection: a red toast, the modal stays',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillRepair(hand, turn, `停电检修，${turn + 1}日恢复`);
      await hand.click('#sure-yes', '确定');
      await hand.see('.toast.text-bg-danger', '网络不通');
    },
  },
  {
    name: 'loan refused: redirect back with a red flash message',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillLoan(hand, turn, 80000 + turn);
      await hand.click('input[type=submit]');
      await hand.see('#flash .alert-danger', '未能受理');
    },
  },
  {
    name: 'sheet refused by a fragment above it',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillSheet(hand, turn, 99);
      await hand.click('.btn-group button', '提交审核');
      await hand.see('#sheet-says .alert-danger', '表内逻辑关系有误');
    },
  },
  {
    name: 'plot refused by alert()',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillHouse(hand, turn, 200 + turn);
      const shown = new Promise<string>((resolve) => {
        const answer = (dialog: import('puppeteer-core').Dialog) => {
          void dialog.accept();
          if (dialog.type() !== 'alert') return;
          hand.page.off('dialog', answer);
          resolve(dialog.message());
        };
        hand.page.on('dialog', answer);
      });
      await hand.click('#house button', '提交申请');
      await shown;
    },
  },
  {
    name: 'census meets an expired session: the login page',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.toCensusEnd(hand, turn, 16 + turn);
      await hand.click('.census button', '确认无误');
      await hand.see('.invalid-feedback', '登录超时');
    },
  },
  {
    name: 'visit refused by a 403 page',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/visit', '[name=house]');
      await hand.type('[name=house]', `邻村${step.person(turn)}家`);
      await hand.type('[name=talk]', step.talk(turn));
      await hand.click('input[type=image]');
      await hand.see('h1', '403');
    },
  },
  {
    name: 'boosted form meets a 502: a red toast, the page stays',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillQuick(hand, turn, '越级上访劝返');
      await hand.see('.toast.text-bg-danger', '错误代码 502');
    },
  },
  {
    name: 'diary meets a 500: a red toast, the words stay',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/diary', '[name=title]');
      await hand.type('[name=title]', `转载：${step.person(turn)}的一天`);
      await hand.type('[name=text]', step.talk(turn));
      await hand.click('main form button', '发布');
      await hand.see('.toast.text-bg-danger', '错误代码 500');
    },
  },
  {
    name: 'English form refused with 429 in its status line',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillFeedback(hand, turn, 'Bug');
      await hand.see('#status', 'Could not save');
    },
  },
];
