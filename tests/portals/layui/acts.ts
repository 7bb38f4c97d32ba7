// Acts that count.
import type { Act } from '../portal';
import { quietActs } from './acts-quiet';
import {
  fillFamily,
  fillSubsidy,
  fillVisit,
  layerStands,
  nameOf,
  openFamilyLayer,
  openRowLayer,
  openSubsidyForm,
  openTab,
  submitVisit,
  toReview,
} from './steps';

const accepted: Act[] = [
  {
    name: 'adds a person in an iframe layer; the page below shows the toast',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      const { tab, form } = await openSubsidyForm(hand);
      await fillSubsidy(form, turn);
      await form.click('.layui-btn', '立即提交');
      await tab.see('.layui-layer-msg', '提交成功');
      await tab.seeGone('.layui-layer-iframe');
    },
  },
  {
    name: 'saves a household in a layer without a form element, date chosen with its own 确定',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openFamilyLayer(hand);
      await fillFamily(tab, turn, `${2 + (turn % 4)}`, `城关街道解放路${18 + turn}号`);
      await tab.click('.save', '保存');
      await tab.see('.layui-layer-msg', '保存成功');
    },
  },
  {
    name: 'double-clicks the save link of the household layer',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openFamilyLayer(hand);
      await fillFamily(tab, turn + 7, '3', `北关村${4 + turn}组`);
      await tab.doubleClick('.save', '保存');
      await tab.see('.layui-layer-msg', '保存成功');
    },
  },
  {
    name: 'reports a visit: 提交, 确定 in the confirm layer, 确定 in the alert',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      const tab = await openTab(hand, '走访记录');
      await fillVisit(tab, turn, `老人精神尚可，血压${130 + turn}，需要代购药品`);
      await submitVisit(tab);
      await tab.see('.layui-layer-dialog', '上报成功');
      await layerStands(tab);
      await tab.click('.layui-layer-btn0', '确定');
      await tab.seeGone('.layui-layer-dialog');
    },
  },
  {
    name: 'registers a visitor with Enter',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openTab(hand, '来访登记');
      await tab.type('[name=name]', nameOf(turn));
      await tab.type('[name=matter]', turn % 2 ? '残疾补贴申请' : '临时救助咨询');
      await tab.press('Enter');
      await tab.see('.layui-layer-msg', '登记成功');
    },
  },
  {
    name: 'applies for relief in a wizard whose last step has no fields',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await toReview(hand, turn, `${3000 + turn * 50}`);
      await tab.click('.apply', '提交申请');
      await tab.see('h2', '申请提交成功');
    },
  },
  {
    name: 'approves a case with an opinion, by the button the layer itself makes',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openRowLayer(hand, '审核');
      await tab.type('.layui-layer [name=opinion]', `情况属实，同意发放${turn + 1}`);
      await tab.click('.layui-layer-btn0', '确定');
      await tab.see('.layui-layer-msg', '操作成功');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'adds a person already on the roll: 200 with code 1',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      const { form } = await openSubsidyForm(hand);
      await fillSubsidy(form, turn, '3301');
      await form.click('.layui-btn', '立即提交');
      await form.see('.layui-layer-msg', '请勿重复申领');
    },
  },
  {
    name: 'reports a visit and the server breaks: 500',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      const tab = await openTab(hand, '走访记录');
      await fillVisit(tab, turn, `住院治疗，病历见附件${turn + 1}`);
      await submitVisit(tab);
      await tab.see('.layui-layer-dialog', '系统异常');
    },
  },
  {
    name: 'saves a household after the session ended: 401',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openFamilyLayer(hand);
      await fillFamily(tab, turn, '4', `外省迁入，暂住河湾村${turn + 2}号`);
      await tab.click('.save', '保存');
      await tab.see('.layui-layer-msg', '登录信息已失效');
    },
  },
  {
    name: 'applies for too much money: refused in an alert',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      const tab = await toReview(hand, turn, `${30000 + turn}`);
      await tab.click('.apply', '提交申请');
      await tab.see('.layui-layer-dialog', '申请未通过');
    },
  },
  {
    name: 'is refused for a wrong number of people, corrects it and saves again',
    expects: ['rejected', 'accepted'],
    times: 1,
    async perform(hand, turn) {
      const tab = await openFamilyLayer(hand);
      await fillFamily(tab, turn, '22', `南门社区${6 + turn}幢201室`);
      await tab.click('.save', '保存');
      await tab.see('.layui-layer-msg', '保存失败');
      // The message lies over the fields until it goes.
      await tab.seeGone('.layui-layer-msg');
      await tab.type('.layui-layer [name=people]', '2');
      await tab.click('.save', '保存');
      await tab.see('.layui-layer-msg', '保存成功');
    },
  },
];

const checkIns: Act[] = [
  {
    name: 'signs in from the header of the frame',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await hand.open('/', '.sign');
      await hand.click('.sign', '签到');
      await hand.see('.layui-layer-msg', '签到成功');
    },
  },
];

export const acts: Act[] = [...accepted, ...rejected, ...checkIns, ...quietActs];
