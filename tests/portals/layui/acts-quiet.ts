// Acts that must not count.
import { join } from 'node:path';
import type { Act } from '../portal';
import { portalFolder } from '../serve';
import {
  fillFamily,
  fillVisit,
  idOf,
  layerStands,
  nameOf,
  openFamilyLayer,
  openRowLayer,
  openSubsidyForm,
  openTab,
  toReview,
} from './steps';

const PHOTO = join(portalFolder(import.meta.url), 'photo.png');

export const quietActs: Act[] = [
  {
    name: 'signs in to the frame a second time today',
    expects: [],
    times: 4,
    async perform(hand) {
      await hand.open('/?attended=1', '.sign');
      await hand.click('.sign', '签到');
      await hand.see('.layui-layer-msg', '今日已签到');
    },
  },
  {
    name: 'logs in',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/login', '.login-box');
      await hand.type('[name=username]', 'zhoumin');
      await hand.type('[name=password]', 'Mz@2026');
      await hand.click('.layui-btn', '登录');
      await hand.see('.layui-nav-tree');
    },
  },
  {
    name: 'logs in with a wrong password',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', '.login-box');
      await hand.type('[name=username]', 'zhoumin');
      await hand.type('[name=password]', `mz${turn}2025`);
      await hand.press('Enter');
      await hand.see('.layui-layer-msg', '用户名或密码错误');
    },
  },
  {
    name: 'searches the table by POST',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const tab = await openTab(hand, '高龄津贴');
      await tab.see('.layui-table-body td');
      await tab.type('.search-bar [name=name]', turn % 2 ? '孙德福' : '周玉梅');
      await tab.click('.search-bar .layui-btn', '查询');
      await tab.until(`!document.querySelector('.layui-table-body').textContent.includes('王桂英')`);
    },
  },
  {
    name: 'turns two pages of the table, each by POST',
    expects: [],
    times: 3,
    async perform(hand) {
      const tab = await openTab(hand, '高龄津贴');
      await tab.click('.layui-laypage-next');
      await tab.see('.layui-table-body td', 'GL20260009');
      await tab.click('.layui-laypage-next');
      await tab.see('.layui-table-body td', 'GL20260017');
    },
  },
  {
    name: 'deletes a row: 确定 and 删除成功',
    expects: [],
    times: 4,
    async perform(hand) {
      const tab = await openRowLayer(hand, '删除');
      await tab.click('.layui-layer-btn0', '确定');
      await tab.see('.layui-layer-msg', '删除成功');
    },
  },
  {
    name: 'exports the table',
    expects: [],
    times: 2,
    async perform(hand) {
      const tab = await openTab(hand, '高龄津贴');
      await tab.click('.layui-table-tool .layui-btn', '导出');
      await tab.see('.layui-layer-msg', '导出成功');
    },
  },
  {
    name: 'fills a household and cancels',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const tab = await openFamilyLayer(hand);
      await fillFamily(tab, turn, '3', `河湾村${turn + 1}号`);
      await tab.click('.layui-layer .close', '取消');
      await tab.seeGone('.layui-layer-page');
    },
  },
  {
    name: 'leaves required fields empty: the page says so and sends nothing',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const { form } = await openSubsidyForm(hand);
      await form.type('[name=name]', nameOf(turn));
      await form.click('.layui-btn', '立即提交');
      await form.see('.layui-layer-msg');
    },
  },
  {
    name: 'types an id number that the server knows: the check fails',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const { form } = await openSubsidyForm(hand);
      await form.type('[name=idcard]', idOf(turn, '3301'));
      await form.press('Tab');
      await form.see('.idcard-note', '该对象已存在');
    },
  },
  {
    name: 'goes through the wizard to the review and stops',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await toReview(hand, turn, `${2000 + turn}`);
    },
  },
  {
    name: 'keeps a visit as a draft',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const tab = await openTab(hand, '走访记录');
      await fillVisit(tab, turn, '正在外出就医，改日再访');
      await tab.click('.draft', '暂存');
      await tab.see('.layui-layer-msg', '暂存成功');
    },
  },
  {
    name: 'types a visit that the page saves by itself',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const tab = await openTab(hand, '走访记录');
      await fillVisit(tab, turn, '独居，子女在外务工');
      await tab.see('.saved', '草稿已自动保存');
    },
  },
  {
    name: 'is asked 确认提交 and says no',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const tab = await openTab(hand, '走访记录');
      await fillVisit(tab, turn, `家中漏雨，待核实${turn}`);
      await tab.click('.visit-form .layui-btn', '提交');
      await layerStands(tab);
      await tab.click('.layui-layer-btn1', '取消');
      await tab.seeGone('.layui-layer-dialog');
    },
  },
  {
    name: 'chooses a photo that uploads at once, without submitting',
    expects: [],
    times: 2,
    async perform(hand) {
      const tab = await openTab(hand, '走访记录');
      await tab.see('.photo');
      await tab.until(`document.querySelector('input[type=file]') !== null`);
      await tab.chooseFile('input[type=file]', [PHOTO]);
      await tab.see('.layui-layer-msg', '上传成功');
    },
  },
  {
    name: 'opens the desk, whose script presses 提交同步 itself, and stays a while with the heartbeat',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/', '.sign');
      const tab = await hand.inFrame('.layui-tab-item.layui-show iframe');
      await tab.see('.layui-layer-msg', '同步成功');
      await hand.rest(1500);
    },
  },
  {
    name: 'switches the notice tabs and the reminder on the desk',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.sign');
      const tab = await hand.inFrame('.layui-tab-item.layui-show iframe');
      await tab.click('.layui-tab-title li', '已提交');
      await tab.see('.layui-tab-item', '提交成功');
      await tab.click('.layui-form-switch');
      await tab.see('.layui-layer-msg', '设置成功');
    },
  },
];
