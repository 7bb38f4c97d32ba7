import type { Act } from '../portal';
import * as step from './steps';

export const nothingActs: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.go(hand, 'login', 'input[placeholder="账号"]');
      await hand.type('input[placeholder="账号"]', `zhouws0${turn + 1}`);
      await hand.type('input[placeholder="密码"]', 'Cunwu@2026');
      await hand.type('input[placeholder="验证码（4 + 5 = ?）"]', '9');
      await hand.click('.login button', '登录');
      await hand.see('.el-message', '登录成功');
      await hand.see('.sign-box');
    },
  },
  {
    name: 'logs in with a wrong password, by Enter',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'login', 'input[placeholder="账号"]');
      await hand.type('input[placeholder="账号"]', 'zhouws');
      await hand.type('input[placeholder="密码"]', `cunwu123${turn}`);
      await hand.press('Enter');
      await hand.see('.el-message--error', '密码错误');
    },
  },
  {
    name: 'searches by a POST',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      const name = ['王', '杨', '黄'][turn % 3] ?? '王';
      await step.openHouseholds(hand);
      await hand.type('.search-bar input[placeholder="请输入户主姓名"]', name);
      await hand.click('.search-bar button', '搜索');
      await hand.until(
        `[...document.querySelectorAll('.el-table__row')].every((row) => row.textContent.includes('${name}'))`,
      );
    },
  },
  {
    name: 'searches by a POST with the Enter key',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.openHouseholds(hand);
      await hand.type('.search-bar input[placeholder="请输入联系电话"]', `1771234${turn}`);
      await hand.press('Enter');
      await hand.see('.el-table__empty-text', '暂无数据');
    },
  },
  {
    name: 'turns to another page by a POST',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.openHouseholds(hand);
      await hand.click('.el-pager .number', String(2 + (turn % 2)));
      await hand.see('.el-pager .is-active', String(2 + (turn % 2)));
      await hand.seeGone('.el-loading-mask');
    },
  },
  {
    name: 'deletes a household: 确定 and a green 删除成功',
    expects: [],
    times: 4,
    async perform(hand) {
      await step.openHouseholds(hand);
      await hand.click('.el-table__row button', '删除');
      await hand.see('.el-message-box', '是否确认删除');
      await step.still(hand);
      await hand.click('.el-message-box__btns button', '确定');
      await hand.see('.el-message--success', '删除成功');
      await hand.seeGone('.el-message-box');
    },
  },
  {
    name: 'exports the list: the toast says 已提交',
    expects: [],
    times: 3,
    async perform(hand) {
      await step.openHouseholds(hand);
      await hand.click('.toolbar button', '导出');
      await hand.see('.el-message--success', '导出任务已提交');
    },
  },
  {
    name: 'fills the first page of the wizard and goes 下一步',
    expects: [],
    times: 4,
    async perform(hand, turn) {
      await step.go(hand, 'subsistence', 'input[placeholder="申请人姓名"]');
      await hand.type('input[placeholder="申请人姓名"]', step.person(turn));
      await hand.type('input[placeholder="申请人电话"]', step.phone(turn));
      await hand.click('.steps-body button', '下一步');
      await hand.see('input[placeholder="单位：元"]');
    },
  },
  {
    name: 'keeps a month as a draft (暂存)',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.fillMonthly(hand, turn, `${step.village(turn)}台账待补充`, 3, 1);
      await hand.click('.el-main button', '暂存');
      await hand.see('.el-message--success', '暂存成功');
    },
  },
  {
    name: 'types a month that saves itself',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.go(hand, 'monthly', '.visited-field');
      await hand.type('textarea[placeholder="请填写本月工作情况"]', `开展秸秆禁烧宣传${turn + 3}场次`);
      await hand.see('.hint', '自动保存');
    },
  },
  {
    name: 'waits while the page sends its heartbeat',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openHouseholds(hand);
      await hand.rest(2_200);
    },
  },
  {
    name: 'walks through the menu, which sends telemetry',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.go(hand, 'home', '.sign-box');
      await hand.click('.el-menu-item', '农户信息');
      await hand.see('.el-table__row');
      await hand.click('.el-menu-item', '月度台账');
      await hand.see('.visited-field');
    },
  },
  {
    name: 'opens the page, which sends its offline notes again',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'home', '.sign-box');
      const notes = JSON.stringify([{ household: step.person(turn), text: step.remark(turn) }]);
      await hand.page.evaluate((kept) => localStorage.setItem('offline-notes', kept), notes);
      await step.go(hand, 'home', '.sign-box');
      await hand.see('.el-message--success', '离线数据补传成功');
    },
  },
  {
    name: 'signs in for duty again (今日已签到)',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.go(hand, 'home', '.sign-box', `signed${turn}`);
      await hand.click('.sign-box');
      await hand.see('.el-message--error', '今日已签到');
    },
  },
  {
    name: 'fills the dialog and cancels it',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.openAdd(hand);
      await step.fillHousehold(hand, step.person(turn), step.idCard(turn), step.phone(turn));
      await hand.click('.dialog-footer button', '取消');
      await hand.seeGone('.el-dialog');
    },
  },
  {
    name: 'reports the month and cancels in the message box',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.fillMonthly(hand, turn, '数据待村两委核对后再报', 5, 4);
      await hand.click('.el-main button', '上报');
      await hand.see('.el-message-box', '确认上报');
      await step.still(hand);
      await hand.click('.el-message-box__btns button', '取消');
      await hand.seeGone('.el-message-box');
    },
  },
  {
    name: 'presses 确定 with a wrong ID number: the form refuses, nothing is sent',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await step.openAdd(hand);
      await step.fillHousehold(hand, step.person(turn), `5101231978${turn}`, step.phone(turn));
      await hand.click('.dialog-footer button', '确定');
      await hand.see('.el-form-item__error', '请输入正确的身份证号');
    },
  },
  {
    name: 'types while the page presses 提交 itself when the shift ends',
    expects: [],
    times: 3,
    async perform(hand) {
      await step.go(hand, 'duty', 'input[placeholder="天气情况"]');
      await hand.type('input[placeholder="天气情况"]', '小雨转阴');
      await hand.see('.el-message--success', '提交成功');
    },
  },
  {
    name: 'switches a tab and comes back',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.go(hand, 'dispute', 'input[placeholder="当事人姓名"]');
      await hand.click('.el-tabs__item', '隐患排查');
      await hand.see('input[placeholder="隐患所在位置"]');
      await hand.click('.el-tabs__item', '矛盾纠纷登记');
      await hand.see('input[placeholder="当事人姓名"]');
    },
  },
  {
    name: 'toggles the switch of a row',
    expects: [],
    times: 2,
    async perform(hand) {
      await step.openHouseholds(hand);
      await hand.click('.el-table__row .el-switch');
      await hand.see('.el-message--success', '用监测');
    },
  },
  {
    name: 'uploads a photo without reporting',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'monthly', '.visited-field');
      await hand.chooseFile('.el-upload__input', [step.picture(turn)]);
      await hand.see('.el-upload-list__item.is-success');
    },
  },
  {
    name: 'presses 提交 with a person the register does not know: async validation fails',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'dispute', 'input[placeholder="当事人姓名"]');
      await hand.type('input[placeholder="当事人姓名"]', step.person(turn));
      await hand.type('input[placeholder="当事人身份证号"]', `61012319780315${1200 + turn}`);
      await hand.type('textarea[placeholder="时间、地点、起因、经过"]', '因宅基地边界发生争执');
      await hand.click('.el-form button', '提交');
      await hand.see('.el-form-item__error', '未在人口库中查询到');
    },
  },
];
