import type { Act } from '../portal';
import { quiet } from './quiet';
import { answer, confirm, evaluate, message, reply, talk, view } from './steps';

const accepted: Act[] = [
  {
    name: 'answers the quiz, 交卷 then 确定',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await answer(hand, `p${turn}`);
      await confirm(hand);
      await hand.see('.ant-result', '交卷成功');
    },
  },
  {
    name: 'evaluates the course with stars and words',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await evaluate(hand, `k${turn}`, turn);
      await hand.see(message('success'), '评价成功');
    },
  },
  {
    name: 'publishes a comment, which appears in the list',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await talk(hand, view(turn + 1));
      await hand.see('.ant-list-item', view(turn + 1));
    },
  },
  {
    name: 'replies with Enter',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await reply(hand, view(turn + 2));
      await hand.see(message('success'), '回复成功');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'hands in a quiz that is closed (code 500)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await answer(hand, `closed${turn}`);
      await confirm(hand);
      await hand.see(message('error'), '考试已截止');
      await hand.seeGone('.ant-modal-confirm');
    },
  },
  {
    name: 'evaluates too often (HTTP 429)',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await evaluate(hand, `often${turn}`, turn);
      await hand.see(message('error'), '操作过于频繁');
    },
  },
  {
    name: 'publishes a comment with a forbidden word, told in an alert',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await talk(hand, `加微信发广告${turn}`);
      await hand.see('.ant-alert', '内容包含敏感词');
    },
  },
  {
    name: 'replies with a forbidden word with Enter',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await reply(hand, `此处有广告链接${turn}`);
      await hand.see(message('error'), '回复失败');
    },
  },
];

const checkIns: Act[] = [
  {
    name: 'signs in to the live course (precheck, then sign)',
    expects: ['checkIn'],
    times: 3,
    async perform(hand, turn) {
      await hand.open(`/live/l${turn}`, '.xx-sign .ant-btn');
      await hand.click('.xx-sign .ant-btn', '签到');
      await hand.see(message('success'), '签到成功');
      await hand.see('.xx-sign', '已签到');
    },
  },
  {
    name: 'double-clicks 签到',
    expects: ['checkIn'],
    times: 1,
    async perform(hand, turn) {
      await hand.open(`/live/d${turn}`, '.xx-sign .ant-btn');
      await hand.doubleClick('.xx-sign .ant-btn', '签到');
      await hand.see('.xx-sign', '已签到');
    },
  },
];

export const acts: Act[] = [...accepted, ...rejected, ...checkIns, ...quiet];
