// Acts that count.
import type { Act } from '../portal';
import { quietActs } from './acts-quiet';
import {
  answerDialog,
  fillMonthly,
  fillPopulation,
  fillSheet,
  fillShop,
  fillStock,
  nameOf,
  toCensusReview,
} from './steps';

const accepted: Act[] = [
  {
    name: 'reports the month in a native form; the next page says so (password field left empty, decoy input)',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillMonthly(hand, turn, 200 + turn);
      await hand.click('.monthly [type=submit]', '上报');
      await hand.see('.box p', '您的报表已成功上报');
    },
  },
  {
    name: 'reports the month with a double click',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillMonthly(hand, turn, 200 + turn);
      await hand.type('[name=note]', `含补报${turn + 1}户`);
      await hand.doubleClick('.monthly [type=submit]', '上报');
      await hand.see('.box p', '您的报表已成功上报');
    },
  },
  {
    name: 'presses a javascript: link that asks and calls form.submit()',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillPopulation(hand, turn, `${3 + turn}`);
      answerDialog(hand);
      await hand.click('.send', '提交报表');
      await hand.see('.box p', '报表提交成功');
    },
  },
  {
    name: 'reports a shop through a form that writes by GET',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillShop(hand, turn, `9233052${1000 + turn}MA2B`);
      await hand.click('.collect button', '填报');
      await hand.see('.box p', '填报成功');
    },
  },
  {
    name: 'saves a form in a frame into a hidden iframe; the outer page shows the result',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const inner = await fillStock(hand, turn, `${450 + turn}`);
      await inner.click('[type=submit]', '保存');
      await hand.see('.tip', '保存成功');
    },
  },
  {
    name: 'saves a table of 200 inputs; alert() says so',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillSheet(hand, turn, `${30 + turn}`);
      answerDialog(hand);
      await hand.click('.save', '保存');
      await hand.see('.last', '最近保存时间');
    },
  },
  {
    name: 'enters a price with Enter; the same page comes back with 登记成功',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await hand.open('/quick', '.quick');
      await hand.type('[name=kind]', turn % 2 ? '白菜' : '草鱼');
      await hand.type('[name=price]', `${12 + turn}.5`);
      await hand.press('Enter');
      await hand.see('.ok', '登记成功');
    },
  },
  {
    name: 'fills the census over three pages; the last has no fields',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await toCensusReview(hand, turn);
      await hand.click('.census [type=submit]', '确认上报');
      await hand.see('.box p', '普查表已上报');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'reports a wrong total: the same form comes back with a red line',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await fillMonthly(hand, turn, 999);
      await hand.click('.monthly [type=submit]', '上报');
      await hand.see('p.error', '上报失败');
    },
  },
  {
    name: 'submits by link and gets the error page of the server: 500',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillPopulation(hand, turn, '5000');
      answerDialog(hand);
      await hand.click('.send', '提交报表');
      await hand.see('p', '提交失败');
    },
  },
  {
    name: 'submits by link and is not allowed: 403',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillPopulation(hand, turn, '2', '700');
      answerDialog(hand);
      await hand.click('.send', '提交报表');
      await hand.see('.box p', '报表未受理');
    },
  },
  {
    name: 'reports a shop by GET a second time: a page says no',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillShop(hand, turn, `9133052${2000 + turn}XQ`);
      await hand.click('.collect button', '填报');
      await hand.see('.box p', '填报失败');
    },
  },
  {
    name: 'saves too large numbers into the hidden iframe: the outer page says no',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      const inner = await fillStock(hand, turn, '98000');
      await inner.click('[type=submit]', '保存');
      await hand.see('.tip', '保存失败');
    },
  },
  {
    name: 'saves the table of 200 inputs with a wrong area: a red line says no',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await fillSheet(hand, turn, '12000');
      await hand.click('.save', '保存');
      await hand.see('.last', '保存失败');
    },
  },
  {
    name: 'enters a price that is no number',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await hand.open('/quick', '.quick');
      await hand.type('[name=kind]', nameOf(turn));
      await hand.type('[name=price]', '十二元');
      await hand.click('.quick [type=submit]', '确定');
      await hand.see('p.error', '登记失败');
    },
  },
];

const checkIns: Act[] = [
  {
    name: 'signs in for duty in a native form without fields',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await hand.open('/duty', '.duty');
      await hand.click('.duty [type=submit]', '签到');
      await hand.see('.box p', '签到成功，签到时间');
    },
  },
];

export const acts: Act[] = [...accepted, ...rejected, ...checkIns, ...quietActs];
