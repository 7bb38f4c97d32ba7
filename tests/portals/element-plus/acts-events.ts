import type { Act } from '../portal';
import * as step from './steps';

export const eventActs: Act[] = [
  {
    name: 'adds a household in a dialog whose footer is outside the form',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openAdd(hand);
      await step.fillHousehold(hand, step.person(turn), step.idCard(turn), step.phone(turn));
      await step.pick(hand, '.group-field', '.el-select-dropdown__item', '二组');
      await step.pick(hand, '.area-field', '.el-cascader-node', '青山镇', step.village(turn));
      await hand.type('.el-dialog textarea', step.remark(turn));
      await hand.click('.dialog-footer button', '确定');
      await hand.see('.el-message', '新增成功');
      await hand.seeGone('.el-dialog');
    },
  },
  {
    name: 'changes the telephone number of a household',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openHouseholds(hand);
      await hand.click('.el-table__row button', '修改');
      await hand.see('.el-dialog', '修改农户');
      await step.still(hand);
      await hand.type('.el-dialog input[placeholder="请输入联系电话"]', step.phone(turn));
      await hand.click('.dialog-footer button', '确定');
      await hand.see('.el-message', '修改成功');
      await hand.seeGone('.el-dialog');
    },
  },
  {
    name: 'reports the month with a photo: 上报, then 确定 in a message box',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillMonthly(hand, turn, `本月开展防返贫走访，${step.remark(turn)}`, 6, 5);
      await hand.chooseFile('.el-upload__input', [step.picture(turn)]);
      await hand.see('.el-upload-list__item.is-success');
      await step.report(hand);
      await hand.see('.el-message', '上报成功');
      await hand.seeGone('.el-message-box');
    },
  },
  {
    name: 'enters a note with the Enter key',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'home', '.sign-box');
      await hand.type('input[placeholder="户主姓名"]', step.person(turn));
      await hand.type('input[placeholder="一句话记录走访情况"]', `${step.remark(turn)}，已联系村医`);
      await hand.press('Enter');
      await hand.see('.el-message', '登记成功');
    },
  },
  {
    name: 'applies for an allowance: wizard with a review page without fields',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillApplication(hand, turn, String(900 + turn * 10));
      await hand.click('.steps-body button', '提交申请');
      await hand.see('.el-result', '申请已提交');
    },
  },
  {
    name: 'double-clicks 提交 of a dispute, the page guards',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await step.fillDispute(hand, turn, step.phone(turn));
      await hand.doubleClick('.el-form button', '提交');
      await hand.see('.el-notification', '提交成功');
      await hand.until(
        `document.querySelector('textarea[placeholder="时间、地点、起因、经过"]').value === ''`,
      );
    },
  },
  {
    name: 'reports a hazard on the second tab',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await step.go(hand, 'dispute', 'input[placeholder="当事人姓名"]');
      await hand.click('.el-tabs__item', '隐患排查');
      await hand.type('input[placeholder="隐患所在位置"]', `${step.village(turn)}三组水塘边`);
      await hand.click('.el-radio-button', '较大');
      await hand.type('textarea[placeholder="隐患描述"]', '护栏缺失约五米，需补装警示牌');
      await hand.click('.el-form button', '保存上报');
      await hand.see('.el-notification', '保存成功');
    },
  },
  {
    name: 'adds a household that is registered elsewhere (200 with code 500)',
    expects: ['rejected'],
    times: 3,
    async perform(hand, turn) {
      await step.openAdd(hand);
      const id = turn % 2 ? '510123198511023316' : '510123197003124417';
      await step.fillHousehold(hand, step.person(turn), id, step.phone(turn));
      await hand.click('.dialog-footer button', '确定');
      await hand.see('.el-message--error', '已在白河镇登记');
    },
  },
  {
    name: 'reports a month whose text the database cannot store (HTTP 500)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillMonthly(hand, turn, `院坝会反响热烈😀第${turn + 1}次`, 4, 2);
      await step.report(hand);
      await hand.see('.el-message--error', '系统接口500异常');
    },
  },
  {
    name: 'reports a month with more repaired than found (200 with code 500)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillMonthly(hand, turn, `${step.village(turn)}隐患已全部整改`, 2, 3 + turn);
      await step.report(hand);
      await hand.see('.el-message--error', '不能大于排查隐患数');
    },
  },
  {
    name: 'applies with too high an income: a message box refuses',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillApplication(hand, turn, String(5200 + turn * 100));
      await hand.click('.steps-body button', '提交申请');
      await hand.see('.el-message-box', '不予受理');
      await step.still(hand);
      await hand.click('.el-message-box__btns button', '确定');
      await hand.seeGone('.el-message-box');
    },
  },
  {
    name: 'submits a dispute with a landline number (HTTP 422, shown at the field)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await step.fillDispute(hand, turn, `028-8271${3300 + turn}`);
      await hand.click('.el-form button', '提交');
      await hand.see('.el-alert--error', '未受理');
      await hand.see('.el-form-item__error', '不符');
    },
  },
  {
    name: 'enters a note that the firewall blocks (HTTP 403)',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await step.go(hand, 'home', '.sign-box');
      await hand.type('input[placeholder="户主姓名"]', step.person(turn));
      await hand.type('input[placeholder="一句话记录走访情况"]', 'select 2 户纳入危房改造');
      await hand.press('Enter');
      await hand.see('.el-message--error', '系统接口403异常');
    },
  },
  {
    name: 'signs in for duty with one button, after a precheck',
    expects: ['checkIn'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, 'home', '.sign-box', `fresh${turn}`);
      await hand.click('.sign-box');
      await hand.see('.el-message--success', '签到成功');
    },
  },
];
