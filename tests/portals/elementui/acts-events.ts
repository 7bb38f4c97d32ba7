import type { Act } from '../portal';
import * as step from './steps';

export const eventActs: Act[] = [
  {
    name: 'adds a household: select, cascader, number, radio, 确 定',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openAdd(hand, turn);
      await step.fillAdd(hand, turn);
      await step.pick(
        hand,
        '.area-field',
        '.el-cascader-node',
        '石桥镇',
        ['龙潭村', '大坪村'][turn % 2] ?? '',
      );
      await hand.click('.members-field .el-input-number__increase');
      await hand.click('.object-dialog .el-radio', '女');
      await hand.type('.object-dialog textarea', step.said(turn));
      await hand.click('.object-dialog .dialog-footer button', '确定');
      await hand.see('.el-message--success', '新增成功');
      await hand.seeGone('.object-dialog');
    },
  },
  {
    name: 'changes only a select of a household',
    expects: ['accepted'],
    times: 2,
    async perform(hand) {
      await step.openEdit(hand);
      await step.pick(hand, '.kind-field', '.el-select-dropdown__item', '支出型困难家庭');
      await hand.click('.object-dialog .dialog-footer button', '确定');
      await hand.see('.el-message--success', '修改成功');
    },
  },
  {
    name: 'double-clicks 确 定: the guard scolds the second, the first is taken',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openAdd(hand, turn + 1);
      await step.fillAdd(hand, turn + 5);
      await hand.doubleClick('.object-dialog .dialog-footer button', '确定');
      await hand.see('.el-message--error', '请勿重复提交');
      await hand.see('.el-message--success', '新增成功');
    },
  },
  {
    name: 'reports a visit in a drawer with a photo and a date',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openDrawer(hand, turn, `${step.said(turn)}，灶台整洁`);
      await hand.click('.visit-date');
      await hand.see('.el-date-table td.available');
      await step.still(hand);
      await hand.click('.el-date-table td.available', String(11 + turn));
      await step.pick(hand, '.result-field', '.el-select-dropdown__item', '需进一步核实');
      await hand.chooseFile('.photo-upload input[type=file]', [step.file('visit.png')]);
      await hand.see('.el-upload-list__item.is-success');
      await hand.click('.drawer-footer button', '上报');
      await hand.see('.el-notification', '核查记录已上报');
      await hand.seeGone('.visit-drawer');
    },
  },
  {
    name: 'applies in steps: the result page takes the place of the form',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.apply(hand, turn, `62284807${String(10000000000 + turn)}`);
      await hand.see('.el-result', '申请已受理');
    },
  },
  {
    name: 'applies in steps, kept as a draft on the way and before it is handed in',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.applyByDrafts(hand, turn, `62284806${String(10000000000 + turn)}`);
      await hand.see('.el-result', '申请已受理');
    },
  },
  {
    name: 'reports the yearly review: confirm, then an alert, then the tab closes',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openReview(hand, turn, String(12000 + turn * 500));
      await step.sendReview(hand);
      await hand.see('.el-message-box', '等待县局抽查');
      await step.still(hand);
      await hand.click('.el-message-box__btns button', '确定');
      await hand.seeGone('.review-page');
    },
  },
  {
    name: 'changes a row of the ledger where it stands: 保存 in the row',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.editRow(hand, 2 + turn, String(520 + turn * 10), '十一月调标');
      await hand.see('.el-message--success', '保存成功');
      await hand.seeGone('.ledger input');
    },
  },
  {
    name: 'saves the own profile',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, '/user/profile', '.profile-phone');
      await step.still(hand);
      await hand.type('.profile-phone input', step.phone(turn + 4));
      await hand.click('.profile-tabs button', '保存');
      await hand.see('.el-message--success', '修改成功');
    },
  },
  {
    name: 'refuses two cases with a reason in a prompt: 驳回成功',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.tickTwo(hand);
      await hand.click('.mb8 button', '驳回');
      await hand.see('.el-message-box', '请输入驳回原因');
      await step.still(hand);
      await hand.type(
        '.el-message-box textarea',
        ['材料不齐，缺少收入证明', '户籍信息与申请不符'][turn % 2] ?? '',
      );
      await hand.click('.el-message-box__btns button', '确定');
      await hand.see('.el-message--success', '驳回成功');
    },
  },
  {
    name: 'passes two cases with an opinion in a prompt: 成功审批 2 件',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.tickTwo(hand);
      await hand.click('.mb8 button', '批量通过');
      await hand.see('.el-message-box', '请填写审批意见');
      await step.still(hand);
      await hand.type(
        '.el-message-box .el-input__inner',
        ['情况属实，同意上报', '经公示无异议'][turn % 2] ?? '',
      );
      await hand.press('Enter');
      await hand.see('.el-notification', '成功审批 2 件');
    },
  },
  {
    name: 'closes a case by 办 结 and sends it back: 已退回申请人',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, '/relief/approval', '.el-table__row');
      await hand.seeGone('.el-loading-mask');
      await hand.click('.el-table__row button', '办理');
      await hand.see('.el-dialog', '任务办理');
      await step.still(hand);
      await hand.click('.el-dialog .el-radio', '不同意');
      await hand.type('.el-dialog textarea', `${step.said(turn)}，请补充证明`);
      await hand.click('.el-dialog__footer button', '办结');
      await hand.see('.el-message--success', '已退回申请人');
    },
  },
  {
    name: 'imports a sheet: the result in an alert',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.openImport(hand, `good-${turn}.xlsx`);
      await hand.click('.import-dialog .dialog-footer button', '确定');
      await hand.see('.el-message-box', '全部导入成功');
      await step.still(hand);
      await hand.click('.el-message-box__btns button', '确定');
    },
  },
  {
    name: 'answers a reminder: the new line in the list is all that shows',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, '/index', '.ask-card');
      await step.still(hand);
      await hand.type('.ask-card input', `已核实 ${turn + 4} 户，其余外出`);
      await hand.click('.ask-card button', '回复');
      await hand.see('.reply-list li', '已核实');
    },
  },
  {
    name: 'sends the receipt of a notice: the text takes the place of the field',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, '/system/notice', '.el-table__row');
      await step.still(hand);
      await hand.click('.el-table__row .el-link');
      await hand.see('.notice-dialog textarea');
      await step.still(hand);
      await hand.type('.notice-dialog textarea', `已传达到村，${step.said(turn)}`);
      await hand.click('.notice-dialog button', '提交回执');
      await hand.see('.receipt-box', '已传达到村');
    },
  },
  {
    name: 'signs in on the attendance card',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await step.go(hand, '/index', '.attendance-card');
      await step.still(hand);
      await hand.click('.attendance-card button', '签到');
      await hand.see('.el-message--success', '签到成功');
    },
  },
  {
    name: 'signs out on the attendance card, then once more: 已经签退过了',
    expects: ['checkIn'],
    times: 2,
    async perform(hand) {
      await step.go(hand, '/index', '.attendance-card');
      await step.still(hand);
      await hand.click('.attendance-card button', '签退');
      await hand.see('.el-message--success', '签退成功');
      await hand.rest(1200);
      await hand.click('.attendance-card button', '签退');
      await hand.see('.el-message--error', '已经签退过了');
    },
  },
  {
    name: 'signs in from outside: a dialog with place and reason',
    expects: ['checkIn'],
    times: 2,
    async perform(hand, turn) {
      await step.go(hand, '/index', '.attendance-card');
      await step.still(hand);
      await hand.click('.attendance-card button', '外勤签到');
      await hand.see('.el-dialog input[placeholder="请输入外勤地点"]');
      await step.still(hand);
      await hand.type(
        '.el-dialog input[placeholder="请输入外勤地点"]',
        ['龙潭村三组', '县民政局'][turn % 2] ?? '',
      );
      await hand.type('.el-dialog textarea', '入户核查');
      await hand.click('.el-dialog__footer button', '签到');
      await hand.see('.el-notification', '外勤签到成功');
    },
  },
];
