import type { Act } from '../portal';
import { quietActs } from './acts-quiet';
import { refusedActs } from './acts-refused';
import * as step from './steps';

const accepted: Act[] = [
  {
    name: 'registers a person: the fragment comes back empty, with an alert',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillPerson(hand, turn, `43010119650${1 + turn}012417`);
      await hand.click('#person .send', '登记入册');
      await hand.see('.alert-success', '已登记入册');
    },
  },
  {
    name: 'edits a row in its place and PUTs it: only the row turns back',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.editPerson(hand, turn, `${3 + turn}组（新）`);
      await hand.click('.editing button', '保存');
      await hand.seeGone('.editing');
      await hand.see(`#p${2 + turn} td`, `${3 + turn}组（新）`);
    },
  },
  {
    name: 'certifies a pensioner in a native dialog: it closes, a toast',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillPension(hand, turn, step.card(turn));
      await hand.click('dialog button', '提交认证');
      await hand.see('.toast', '认证信息已提交');
      await hand.seeGone('dialog[open]');
    },
  },
  {
    name: 'PATCHes a repair from one Bootstrap modal, confirmed in another; the row is swapped out of band',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillRepair(hand, turn, `配件已到，${turn + 2}日内完工`);
      await hand.click('#sure-yes', '确定');
      await hand.see('.state', turn % 2 ? '已修复' : '维修中');
      await hand.seeGone('#repair-box.show');
    },
  },
  {
    name: 'applies for a loan with an input of type submit: redirect, flash message',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillLoan(hand, turn, 30000 + turn * 5000);
      await hand.chooseFile('[name=proof]', [step.photo(turn)]);
      await hand.click('input[type=submit]');
      await hand.see('#flash .alert-success', '贷款申请已受理');
    },
  },
  {
    name: 'hands the sheet of 60 inputs in: a slow answer',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillSheet(hand, turn, 12 + turn);
      await hand.click('.btn-group button', '提交审核');
      await hand.see('#sheet-says .alert', '已送镇级审核');
    },
  },
  {
    name: 'saves the sheet of 60 inputs with 保存, which stands beside 提交审核',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillSheet(hand, turn, 20 + turn);
      await hand.click('.btn-group .btn-outline-success', '保存');
      await hand.see('.toast', '保存成功');
    },
  },
  {
    name: 'applies for a building plot in an offcanvas, hx-confirm says yes',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillHouse(hand, turn, 110 + turn);
      step.answerDialog(hand);
      await hand.click('#house button', '提交申请');
      await hand.see('.toast', '建房申请已提交');
      await hand.seeGone('#house.show');
    },
  },
  {
    name: 'finishes the census: 确认无误，提交 on a page of hidden inputs',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.toCensusEnd(hand, turn, 4 + turn);
      await hand.click('.census button', '确认无误');
      await hand.see('.card-body', '普查表已提交');
    },
  },
  {
    name: 'sends a native form with an input of type image: a page says so',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/visit', '[name=house]');
      await hand.type('[name=house]', `${2 + turn}组${step.person(turn)}家`);
      await hand.type('[name=talk]', step.talk(turn));
      await hand.click('input[type=image]');
      await hand.see('main h4', '登记成功');
    },
  },
  {
    name: 'sends a boosted form with Enter in the last field: flash message',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillQuick(hand, turn, turn % 2 ? '办理居住证明' : '咨询林权流转');
      await hand.see('#flash .alert-success', '已登记来访人');
    },
  },
  {
    name: 'publishes a diary that saved itself before: a status line out of band',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/diary', '[name=title]');
      await hand.type('[name=title]', `走访${step.person(turn)}`);
      await hand.type('[name=text]', step.talk(turn));
      await hand.see('#saved', '已自动保存');
      await hand.click('main form button', '发布');
      await hand.see('#diary-says', '日记已发布');
    },
  },
  {
    name: 'sends a form in English, answered by a status line',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillFeedback(hand, turn, 'Question');
      await hand.see('#status', 'has been received');
    },
  },
  {
    name: 'comments with a button of an icon only',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/news', '[name=text]');
      await hand.type('[name=text]', `已核对账目，${step.person(turn)}可来村部查阅`);
      await hand.click('[aria-label="发送留言"]');
      await hand.see('.comment', step.person(turn));
    },
  },
  {
    name: 'passes a case with a written opinion: its card gives way, a count changes out of band',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/approve', '.case');
      await hand.type(`#case${turn} [name=opinion]`, `情况属实，${step.person(turn)}已公示无异议`);
      await hand.click(`#case${turn} button`, turn % 2 ? '驳回' : '通过');
      await hand.see(`.gone${turn}`, '已处理');
    },
  },
];

const checkIns: Act[] = [
  {
    name: 'signs one person in on the sheet of a meeting',
    expects: ['checkIn'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/meeting', '#a0');
      await hand.click(`#a${turn} button`, '签到');
      await hand.see(`#a${turn} .badge`, '已签');
    },
  },
  {
    name: 'signs two people in, one after the other',
    expects: ['checkIn', 'checkIn'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/meeting', '#a0');
      await hand.click(`#a${2 + turn} button`, '签到');
      await hand.see(`#a${2 + turn} .badge`, '已签');
      await hand.click(`#a${4 + turn} button`, '签到');
      await hand.see(`#a${4 + turn} .badge`, '已签');
    },
  },
  {
    name: 'signs in by a native form without fields: redirect, flash message',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await hand.open('/meeting', '#a0');
      await hand.click('main button', '我要签到');
      await hand.see('#flash .alert-success', '签到成功');
    },
  },
  {
    name: 'punches in with a health answer and a place',
    expects: ['checkIn'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/meeting', '[name=where]');
      await hand.type('[name=where]', turn % 2 ? '石桥村村部' : '5组水库边');
      await hand.click('main button', '立即打卡');
      await hand.see('#health-says', '打卡完成');
    },
  },
];

export const acts: Act[] = [...accepted, ...refusedActs, ...checkIns, ...quietActs];
