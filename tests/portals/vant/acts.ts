// Check-ins and reports: the acts that count.
import { join } from 'node:path';
import type { Hand } from '../hand';
import type { Act } from '../portal';
import { portalFolder } from '../serve';
import { quietActs } from './acts-quiet';
import { fillReport, openApp, popupStands, toastGone } from './steps';

const PHOTO = join(portalFolder(import.meta.url), 'photo.png');

async function punch(hand: Hand): Promise<void> {
  await hand.click('.punch', '立即打卡');
  await hand.see('.van-toast', '打卡成功');
}

const checkIns: Act[] = [
  {
    name: 'checks in with the round button after the precheck',
    expects: ['checkIn'],
    times: 8,
    async perform(hand) {
      await openApp(hand, 'checkin');
      await punch(hand);
    },
  },
  {
    name: 'double-clicks the round button',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin');
      await hand.doubleClick('.punch', '立即打卡');
      await hand.see('.van-toast', '打卡成功');
    },
  },
  {
    name: 'checks in and presses once more: 今日已打卡',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin');
      await punch(hand);
      await toastGone(hand);
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '今日已打卡');
    },
  },
  {
    name: 'is out of range, locates again and checks in',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin', 'zone=out');
      await hand.click('.punch', '立即打卡');
      await hand.see('.van-toast', '不在打卡范围内');
      await toastGone(hand);
      await hand.click('.relocate', '重新定位');
      await hand.see('.zone', '已进入打卡范围');
      await punch(hand);
    },
  },
  {
    name: 'signs in for the shift',
    expects: ['checkIn'],
    times: 5,
    async perform(hand) {
      await openApp(hand, 'shift');
      await hand.click('.sign-in', '签到');
      await hand.see('.van-notify', '签到成功');
    },
  },
  {
    name: 'signs out of the shift and confirms',
    expects: ['checkIn'],
    times: 5,
    async perform(hand) {
      await openApp(hand, 'shift');
      await hand.click('.sign-out', '签退');
      await popupStands(hand);
      await hand.click('.van-dialog__confirm', '确认');
      await hand.see('.van-dialog__header', '签退成功');
    },
  },
  {
    name: 'checks in at a point of the patrol list',
    expects: ['checkIn'],
    times: 4,
    async perform(hand) {
      await openApp(hand, 'checkin');
      await hand.click('.point', '打卡');
      await hand.see('.van-toast', '打卡成功');
    },
  },
  {
    name: 'checks in outside with a reason',
    expects: ['checkIn'],
    times: 4,
    async perform(hand, turn) {
      await openApp(hand, 'checkin');
      await hand.click('.outside', '外勤打卡');
      await popupStands(hand);
      await hand.type('.sheet textarea', `去镇里开会${turn + 1}组`);
      await hand.click('.outside-go', '打卡');
      await hand.see('.van-toast', '打卡成功');
      await hand.seeGone('.sheet');
    },
  },
];

const accepted: Act[] = [
  {
    name: 'reports a patrol with a grid from the picker',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, `护栏松动，长约${turn + 2}米`);
      await hand.click('.report .van-button', '提交');
      await hand.see('.van-toast', '上报成功');
    },
  },
  {
    name: 'reports a patrol with a photo uploaded before, double click',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, `路灯不亮${turn + 1}盏`);
      await hand.chooseFile('.van-uploader__input', [PHOTO]);
      await hand.seeGone('.van-uploader__mask', '上传中');
      await hand.doubleClick('.report .van-button', '提交');
      await hand.see('.van-toast', '上报成功');
    },
  },
  {
    name: 'reports a patrol with Enter in the phone field',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, '排水沟堵塞已疏通');
      await hand.click('[name=phone]');
      await hand.press('Enter');
      await hand.see('.van-toast', '上报成功');
    },
  },
  {
    name: 'sends feedback from a dialog with div buttons',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'me');
      await hand.click('.feedback');
      await popupStands(hand);
      await hand.type('.feedback-text textarea', `定位偏差约${50 + turn}米`);
      await hand.click('.send', '发送反馈');
      await hand.see('.van-toast', '感谢您的反馈');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'reports what is not in the own grid: 200 with code 500',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, `邻村道路塌方${turn + 1}处`);
      await hand.click('.report .van-button', '提交');
      await hand.see('.van-toast', '上报失败');
    },
  },
  {
    name: 'reports and the server is away: 503',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, '另附视频说明');
      await hand.click('.report .van-button', '提交');
      await hand.see('.van-dialog', '提交失败');
    },
  },
  {
    name: 'reports too little: a dialog says no',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'report');
      await fillReport(hand, turn, '积水');
      await hand.click('.report .van-button', '提交');
      await hand.see('.van-dialog', '提交未通过');
    },
  },
  {
    name: 'sends feedback that is too short',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await openApp(hand, 'me');
      await hand.click('.feedback');
      await popupStands(hand);
      await hand.type('.feedback-text textarea', `卡顿${turn}`);
      await hand.click('.send', '发送反馈');
      await hand.see('.van-toast', '提交失败');
    },
  },
];

export const acts: Act[] = [...checkIns, ...accepted, ...rejected, ...quietActs];
