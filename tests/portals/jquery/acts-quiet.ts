// Acts that must not count.
import { join } from 'node:path';
import type { Act } from '../portal';
import { portalFolder } from '../serve';
import { answerDialog, fillMonthly, fillPopulation, nameOf, toCensusReview } from './steps';

const SCAN = join(portalFolder(import.meta.url), 'photo.png');

export const quietActs: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/login', '[name=pass]');
      await hand.type('[name=user]', 'wuxiaomei');
      await hand.type('[name=pass]', 'Tj@2026');
      await hand.press('Enter');
      await hand.see('.tabs');
    },
  },
  {
    name: 'logs in with a wrong password',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', '[name=pass]');
      await hand.type('[name=user]', 'wuxiaomei');
      await hand.type('[name=pass]', `tj${turn}`);
      await hand.click('[type=submit]', '登录');
      await hand.see('p.error', '登录失败');
    },
  },
  {
    name: 'logs out',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/index', '.tabs');
      await hand.click('.who a', '退出');
      await hand.see('[name=pass]');
    },
  },
  {
    name: 'searches by GET',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/list', '.by-get');
      await hand.type('.by-get [name=key]', turn % 2 ? '人口变动' : '粮食面积');
      await hand.press('Enter');
      await hand.seeGone('.rows td', '月度报表');
    },
  },
  {
    name: 'searches by POST with 提交查询',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/list', '.by-post');
      await hand.type('.by-post [name=key]', turn % 2 ? '粮食面积' : '人口变动');
      await hand.click('.by-post [type=submit]', '提交查询');
      await hand.seeGone('.rows td', '月度报表');
    },
  },
  {
    name: 'turns pages by links',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/list', '.pager');
      await hand.click('.pager a', '下一页');
      await hand.see('.pager', '第2页');
      await hand.click('.pager a', '末页');
      await hand.see('.pager', '第9页');
    },
  },
  {
    name: 'deletes a report: confirm() and a green 删除成功',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/list', '.rows');
      answerDialog(hand);
      await hand.click('.del', '删除');
      await hand.see('p.ok', '删除成功');
    },
  },
  {
    name: 'exports the list as a download',
    expects: [],
    firefox: false,
    times: 2,
    async perform(hand) {
      await hand.open('/list', '.export');
      // The file itself is of no interest and would lie about on the machine.
      const session = await hand.page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'deny' });
      await hand.click('.export', '导出');
      await hand.see('.pager', '正在导出');
      await hand.rest(300);
      await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
      await session.detach();
    },
  },
  {
    name: 'keeps the monthly report with 暂存, a submit button of the same form',
    expects: [],
    times: 4,
    async perform(hand, turn) {
      await fillMonthly(hand, turn, 200 + turn);
      await hand.click('.monthly [type=submit]', '暂存');
      await hand.see('p.ok', '暂存成功');
    },
  },
  {
    name: 'types into the monthly report, which saves itself',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/monthly', '.monthly');
      await hand.type('[name=code]', `33052${turn}`);
      await hand.type('[name=note]', `本月新增规模户${turn + 1}户`);
      await hand.see('.auto', '已自动保存');
    },
  },
  {
    name: 'types a unit code that does not exist',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/monthly', '.monthly');
      await hand.type('[name=code]', `99052${turn}`);
      await hand.press('Tab');
      await hand.see('.code-note', '单位代码不存在');
    },
  },
  {
    name: 'reports with required fields empty: alert() and nothing sent',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/monthly', '.monthly');
      await hand.type('[name=farm]', `${50 + turn}`);
      let told = false;
      hand.page.once('dialog', (dialog) => {
        told = true;
        void dialog.accept();
      });
      await hand.click('.monthly [type=submit]', '上报');
      while (!told) await hand.rest(20);
    },
  },
  {
    name: 'is asked 确认提交 by confirm() and says no',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await fillPopulation(hand, turn, '4');
      answerDialog(hand, false);
      await hand.click('.send', '提交报表');
      await hand.see('.send');
    },
  },
  {
    name: 'resets the filled monthly report',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillMonthly(hand, turn, 200 + turn);
      await hand.click('.monthly [type=reset]', '重置');
      await hand.until(`document.querySelector('[name=filler]').value === ''`);
    },
  },
  {
    name: 'attaches a file that uploads at once',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/monthly', '.attach');
      await hand.chooseFile('.attach', [SCAN]);
      await hand.see('.attach-note', '附件上传成功');
    },
  },
  {
    name: 'goes through the census to its review and leaves',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await toCensusReview(hand, turn);
      await hand.click('.menu a', '已报报表');
      await hand.see('.rows');
    },
  },
  {
    name: 'opens the exchange page, whose script presses 提交',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/sync', '.state');
      await hand.see('.state', '数据提交成功');
    },
  },
  {
    name: 'signs in for duty a second time',
    expects: [],
    times: 3,
    async perform(hand) {
      await hand.open('/duty?state=signed', '.duty');
      await hand.click('.duty [type=submit]', '签到');
      await hand.see('.box p', '今日已签到');
    },
  },
  {
    name: 'looks at the tab of submitted reports while the page keeps itself alive',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/index', '.tabs');
      await hand.click('.tabs a', '已提交');
      await hand.see('.pane', '提交成功');
      await hand.rest(1300);
    },
  },
  {
    name: 'writes a price and goes elsewhere by the menu',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/quick', '.quick');
      await hand.type('[name=kind]', nameOf(turn));
      await hand.click('.menu a', '月度报表');
      await hand.see('.monthly');
    },
  },
];
