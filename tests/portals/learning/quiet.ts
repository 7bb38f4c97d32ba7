import type { Act } from '../portal';
import { answer, confirm, message, view } from './steps';

/** What must not count. */
export const quiet: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', '.xx-login');
      await hand.type('input[placeholder="身份证号或手机号"]', `1390000123${turn}`);
      await hand.type('input[type=password]', 'Xuexi#2026');
      await hand.click('.ant-btn', '登录');
      await hand.see('.ant-table-row');
    },
  },
  {
    name: 'searches courses with Enter',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.ant-table-row:nth-child(4)');
      await hand.type('input[placeholder="课程名称"]', '保密');
      await hand.press('Enter');
      await hand.seeGone('.ant-table-row', '应急管理');
    },
  },
  {
    name: 'turns the page',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.ant-table-row');
      await hand.click('.ant-pagination-item-2');
      await hand.see('.ant-table-row', '（第2期）');
    },
  },
  {
    name: 'switches to the tab 已完成',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.ant-table-row');
      await hand.click('.ant-tabs-tab', '已完成');
      await hand.seeGone('.ant-table-row', '考核失败');
    },
  },
  {
    name: 'removes a course after confirming',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.ant-table-row');
      await hand.click('.ant-table-row .ant-btn', '删除');
      await confirm(hand);
      await hand.see(message('success'), '删除成功');
      await hand.seeGone('.ant-modal-confirm');
    },
  },
  {
    name: 'exports the hours',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/', '.ant-table-row');
      await hand.click('.ant-btn', '导出学时');
      await hand.see(message('success'), '导出成功');
    },
  },
  {
    name: 'toggles the reminder',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/', '.ant-table-row');
      await hand.click('.ant-switch');
      await hand.see(message('success'), '提醒已开启');
    },
  },
  {
    name: 'watches the video until the page credits the hours (heartbeats)',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/course/k1', 'video');
      await hand.click('.ant-btn', '开始学习');
      await hand.see(message('success'), '学时记录成功');
    },
  },
  {
    name: 'plays and pauses the video (telemetry by sendBeacon)',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/course/k1', 'video');
      await hand.click('.ant-btn', '开始学习');
      await hand.click('.ant-btn', '暂停学习');
      await hand.see('.ant-btn', '开始学习');
    },
  },
  {
    name: 'types notes that save themselves',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/course/k1', 'textarea[rows="8"]');
      await hand.type('textarea[rows="8"]', view(turn));
      await hand.see('.xx-saved', '笔记已自动保存');
    },
  },
  {
    name: 'signs in although already signed in today',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/live/done${turn}`, '.xx-sign .ant-btn');
      await hand.click('.xx-sign .ant-btn', '签到');
      await hand.see(message('info'), '今日已签到');
    },
  },
  {
    name: 'signs in too early and is refused',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await hand.open(`/live/early${turn}`, '.xx-sign .ant-btn');
      await hand.click('.xx-sign .ant-btn', '签到');
      await hand.see(message('error'), '直播尚未开始');
    },
  },
  {
    name: 'hands in a quiz with questions unanswered',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await hand.open(`/quiz/v${turn}`, '.ant-radio-wrapper');
      await hand.click('.ant-radio-wrapper', '整治形式主义');
      await hand.click('.ant-card .ant-btn', '交卷');
      await hand.see(message('warning'), '题未作答');
    },
  },
  {
    name: 'answers the quiz and cancels the confirmation',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await answer(hand, `c${turn}`);
      await hand.click('.ant-modal-confirm-btns .ant-btn', '取消');
      await hand.seeGone('.ant-modal-confirm');
    },
  },
  {
    name: 'saves the answers as a draft (暂存)',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await hand.open(`/quiz/s${turn}`, '.ant-radio-wrapper');
      await hand.click('.ant-radio-wrapper', '整合归并');
      await hand.click('.ant-card .ant-btn', '暂存');
      await hand.see(message('success'), '暂存成功');
    },
  },
  {
    name: 'watches the quiz hand itself in when the time is up',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await hand.open(`/quiz/t${turn}?late=1`, '.ant-radio-wrapper');
      await hand.see('.ant-result', '已自动交卷');
    },
  },
];
