// Acts that must not count.
import type { Act } from '../portal';
import { moreQuietActs } from './acts-quiet-more';
import * as step from './steps';

export const quietActs: Act[] = [
  {
    name: 'logs in: redirect with a green flash message',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/login', '[name=pass]');
      await hand.type('[name=user]', 'hewenbin');
      await hand.type('[name=pass]', 'Cun@2026');
      await hand.press('Enter');
      await hand.see('#flash .alert', '登录成功');
    },
  },
  {
    name: 'fails to log in',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', '[name=pass]');
      await hand.type('[name=user]', 'hewenbin');
      await hand.type('[name=pass]', `cun${turn}`);
      await hand.click('button', '登录');
      await hand.see('.invalid-feedback', '用户名或密码错误');
    },
  },
  {
    name: 'logs out by a form',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/people', '#rows .edit');
      await hand.click('nav button', '退出登录');
      await hand.see('[name=pass]');
    },
  },
  {
    name: 'searches while typing a number',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/people', '#rows .edit');
      await hand.type('[name=key]', turn % 2 ? '311148' : '311296');
      await hand.seeGone('#rows td', '满香');
    },
  },
  {
    name: 'scrolls on for more rows',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/people', '#rows .edit');
      await hand.page.mouse.move(640, 500);
      await hand.page.mouse.wheel({ deltaY: 4000 });
      await hand.see('#p20');
      await hand.page.mouse.wheel({ deltaY: 4000 });
      await hand.see('#p35');
    },
  },
  {
    name: 'sorts the list',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/people', '#rows .edit');
      await hand.click('.sort');
      await hand.see('#p64');
    },
  },
  {
    name: 'deletes a person: confirm() and a green toast',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/people', '#rows .edit');
      step.answerDialog(hand);
      await hand.click(`#p${5 + turn} .text-danger`, '删除');
      await hand.see('.toast', '删除成功');
    },
  },
  {
    name: 'exports the list by a form that answers with a file',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/people', '#rows .edit');
      await hand.click('main form button', '导出名册');
      await hand.rest(800);
    },
  },
  {
    name: 'opens a row for editing, types, and cancels',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.editPerson(hand, turn, `${4 + turn}组`);
      await hand.click('.editing button', '取消');
      await hand.seeGone('.editing');
    },
  },
  {
    name: 'has the ID number checked as the field is left, goes back',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/people/new', '#person');
      await hand.type('[name=idcard]', `4330${turn}`);
      await hand.press('Tab');
      await hand.see('#known', '18 位');
      await hand.click('#person a', '返回');
      await hand.see('#rows .edit');
    },
  },
  {
    name: 'is stopped by the browser: a required field is empty',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/people/new', '#person');
      await hand.type('[name=tel]', `1357420${String(5522 + turn)}`);
      await hand.click('#person .send', '登记入册');
      await hand.rest(600);
    },
  },
  {
    name: 'fills the dialog and closes it with Escape',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillPension(hand, turn, step.card(turn));
      await hand.press('Escape');
      await hand.seeGone('dialog[open]');
    },
  },
  ...moreQuietActs,
];
