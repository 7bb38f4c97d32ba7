import type { Act } from '../portal';
import * as step from './steps';

export const moreQuietActs: Act[] = [
  {
    name: 'turns a switch that saves at once',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/pension', '#remind');
      await hand.click('#remind');
      await hand.see('.toast', '设置已保存');
    },
  },
  {
    name: 'says no in the Bootstrap confirm window',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillRepair(hand, turn, `等待配件${turn}`);
      await hand.click('#sure button', '取消');
      await hand.seeGone('#sure.show');
    },
  },
  {
    name: 'says no to hx-confirm',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillHouse(hand, turn, 90 + turn);
      step.answerDialog(hand, false);
      await hand.click('#house button', '提交申请');
      await hand.rest(500);
    },
  },
  {
    name: 'chooses a town that reloads the villages, uploads a photo, and closes',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillHouse(hand, turn, 100);
      await hand.chooseFile('[name=photo]', [step.photo(turn)]);
      await hand.see('#thumb', '上传成功');
      await hand.click('#house .btn-close');
      await hand.seeGone('#house.show');
    },
  },
  {
    name: 'stashes the sheet with 暂存',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillSheet(hand, turn, 30 + turn);
      await hand.click('.btn-group button', '暂存');
      await hand.see('#sheet-says .alert', '暂存成功');
    },
  },
  {
    name: 'goes to the second page of the census',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/census', '.census');
      await hand.type('[name=head]', step.person(turn));
      await hand.type('[name=size]', '5');
      await hand.click('.census button', '下一步');
      await hand.see('[name=land]');
    },
  },
  {
    name: 'writes a diary that saves itself, and leaves',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/diary', '[name=title]');
      await hand.type('[name=text]', step.talk(turn));
      await hand.see('#saved', '已自动保存');
      await hand.click('.menu a', '村务公开');
      await hand.see('#comments');
    },
  },
  {
    name: 'passes all cases with one click, then one without an opinion',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/approve', '.case');
      await hand.click('main p button', '批量通过');
      await hand.see('.toast', '批量审批成功');
      await hand.click('#case3 button', '通过');
      await hand.see('.gone3', '已处理');
    },
  },
  {
    name: 'changes tabs and marks a notice as read',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/news', '.nav-link');
      await hand.click('.nav-link', '通知公告');
      await hand.see('.tab-body', '提交截止');
      await hand.click('.unread button', '标记已读');
      await hand.see('main', '没有未读通知');
    },
  },
  {
    name: 'waits on a page that polls',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/diary', '[name=title]');
      await hand.type('[name=title]', '明天的计划');
      await hand.rest(4500);
    },
  },
  {
    name: 'signs in too late: a red flash message',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/meeting', '#a0');
      await hand.click('.late button', '补签');
      await hand.see('#flash .alert-danger', '补签失败');
    },
  },
  {
    name: 'is not let punch in: red words in the live region',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/meeting', '[name=where]');
      await hand.page.select('[name=health]', '发热咳嗽');
      await hand.type('[name=where]', '家中');
      await hand.click('main button', '立即打卡');
      await hand.see('#health-says', '请先就医');
    },
  },
];
