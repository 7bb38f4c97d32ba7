// Acts that must not count.
import { join } from 'node:path';
import type { Act } from '../portal';
import { portalFolder } from '../serve';
import { fillReport, openApp, popupStands } from './steps';

const PHOTO = join(portalFolder(import.meta.url), 'photo.png');

const checkIns: Act[] = [
  {
    name: 'presses the round button out of range: the precheck says no',
    expects: [],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin', 'zone=out');
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '不在打卡范围内');
    },
  },
  {
    name: 'presses the round button with a foreign phone: the check-in itself is refused',
    expects: [],
    times: 3,
    async perform(hand) {
      await openApp(hand, 'checkin', 'trouble=refused');
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '打卡失败');
    },
  },
  {
    name: 'presses the round button and the gateway is down: 502',
    expects: [],
    times: 3,
    async perform(hand) {
      await openApp(hand, 'checkin', 'trouble=gateway');
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '网络异常');
    },
  },
  {
    name: 'presses the round button on a day already checked in',
    expects: [],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin', 'trouble=already');
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '今日已打卡');
    },
  },
  {
    name: 'signs in to the shift a second time',
    expects: [],
    times: 3,
    async perform(hand) {
      await openApp(hand, 'shift', 'trouble=already');
      await hand.click('.sign-in', '签到');
      await hand.see('.van-notify', '今日已签到');
    },
  },
  {
    name: 'signs out and is refused in a dialog',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'shift', 'trouble=refused');
      await hand.click('.sign-out', '签退');
      await popupStands(hand);
      await hand.click('.van-dialog__confirm', '确认');
      await hand.see('.van-dialog__header', '签退失败');
    },
  },
  {
    name: 'is asked 确认签退 and says no',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'shift');
      await hand.click('.sign-out', '签退');
      await popupStands(hand);
      await hand.click('.van-dialog__cancel', '取消');
      await hand.seeGone('.van-dialog');
    },
  },
  {
    name: 'opens the app, which checks in by itself',
    expects: [],
    times: 3,
    async perform(hand) {
      await openApp(hand, 'checkin', 'auto=request');
      await hand.see('.van-toast', '自动打卡成功');
    },
  },
  {
    name: 'opens the app, whose script presses a check-in button',
    expects: [],
    times: 3,
    async perform(hand) {
      await openApp(hand, 'checkin', 'auto=click');
      await hand.see('.van-toast', '打卡成功');
    },
  },
  {
    name: 'opens the app, which sends an old check-in from its offline queue',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await openApp(hand, 'shift');
      await hand.page.evaluate(
        `localStorage.setItem('pendingCheckIns', '{"at":"2026-11-0${1 + (turn % 9)} 08:29"}')`,
      );
      await openApp(hand, 'checkin');
      await hand.see('.van-toast', '离线打卡补传成功');
    },
  },
  {
    name: 'stays on the check-in page while the position is sent each second',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'checkin');
      await hand.rest(2200);
    },
  },
];

const others: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'login');
      await hand.type('[name=phone]', `1385712${3300 + turn}`);
      await hand.type('[name=password]', 'Wg@2026');
      await hand.click('.van-button', '登录');
      await hand.see('.punch');
    },
  },
  {
    name: 'submits a report with empty fields: the form says so and sends nothing',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await hand.type('[name=note]', `树枝压线${turn}`);
      await hand.click('.report .van-button', '提交');
      await hand.see('.van-field__error-message', '请填写巡查地点');
    },
  },
  {
    name: 'types a phone number that the server does not know',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await hand.type('[name=phone]', `1705712${3300 + turn}`);
      await hand.press('Tab');
      await hand.see('.van-field__error-message', '该号码未实名登记');
    },
  },
  {
    name: 'keeps a report as a draft',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, '围墙开裂，待复查');
      await hand.click('.draft', '保存草稿');
      await hand.see('.van-toast', '草稿保存成功');
    },
  },
  {
    name: 'uploads a photo without submitting',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'report');
      await hand.see('.van-uploader');
      await hand.chooseFile('.van-uploader__input', [PHOTO]);
      await hand.see('.van-uploader__preview');
      await hand.seeGone('.van-uploader__mask', '上传中');
    },
  },
  {
    name: 'loads more of the history by POST and looks at the other tab',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'history');
      await hand.click('.more', '加载更多');
      await hand.see('.record', '第12条');
      await hand.click('.van-tab', '上报记录');
      await hand.see('.van-cell', '城东菜场占道');
    },
  },
  {
    name: 'pulls the history down to refresh it',
    expects: [],
    firefox: false,
    times: 2,
    async perform(hand) {
      await openApp(hand, 'history');
      await hand.see('.record');
      await hand.page.touchscreen.touchStart(640, 200);
      for (let y = 220; y <= 420; y += 20) await hand.page.touchscreen.touchMove(640, y);
      await hand.page.touchscreen.touchEnd();
      await hand.see('.van-toast', '刷新成功');
    },
  },
  {
    name: 'searches the history for 打卡失败 with Enter',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'history');
      await hand.see('.record', '已提交');
      await hand.type('.van-search input', '打卡失败');
      await hand.press('Enter');
      await hand.seeGone('.record', '已提交');
    },
  },
  {
    name: 'deletes a record: 确认 and 删除成功',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'history');
      await hand.click('.remove', '删除');
      await popupStands(hand);
      await hand.click('.van-dialog__confirm', '确认');
      await hand.see('.van-toast', '删除成功');
    },
  },
  {
    name: 'writes feedback and cancels',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'me');
      await hand.click('.feedback');
      await popupStands(hand);
      await hand.type('.feedback-text textarea', `希望增加夜间模式${turn}`);
      await hand.click('.give-up', '取消');
      await hand.seeGone('.van-dialog');
    },
  },
  {
    name: 'switches the sharing of the position',
    expects: [],
    times: 2,
    async perform(hand) {
      await openApp(hand, 'me');
      await hand.click('.van-switch');
      await hand.see('.van-toast', '设置成功');
    },
  },
];

export const quietActs: Act[] = [...checkIns, ...others];
