import type { Act } from '../portal';
import * as step from './steps';

const refused = (name: string, perform: Act['perform']): Act => ({
  name,
  expects: ['rejected'],
  times: 2,
  perform,
});

export const refusedActs: Act[] = [
  refused('adds a known ID number: code 500, toast, the dialog stays', async (hand, turn) => {
    await step.openAdd(hand, turn);
    await step.fillAdd(hand, turn, `5199${step.idCard(turn).slice(4)}`);
    await hand.click('.object-dialog .dialog-footer button', '确定');
    await hand.see('.el-message--error', '身份证号码已存在');
  }),
  refused('changes a stopped household: code 403 by a notification', async (hand) => {
    await step.openEdit(hand);
    await hand.type('.object-dialog textarea', '申请待遇补发');
    await hand.click('.object-dialog .dialog-footer button', '确定');
    await hand.see('.el-notification', '不允许修改');
  }),
  refused('adds a household, the server breaks: 系统接口500异常', async (hand, turn) => {
    await step.openAdd(hand, turn);
    await step.fillAdd(hand, turn, step.idCard(turn), `000${turn}1234567`);
    await hand.click('.object-dialog .dialog-footer button', '确定');
    await hand.see('.el-message--error', '系统接口500异常');
  }),
  refused('adds a household after the session ended: 登录状态已过期, then the login', async (hand, turn) => {
    await step.openAdd(hand, turn, `stale${turn}`);
    await step.fillAdd(hand, turn);
    await hand.click('.object-dialog .dialog-footer button', '确定');
    await hand.see('.el-message-box', '登录状态已过期');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '重新登录');
    await hand.see('.login-form');
  }),
  refused('reports a visit with too short a reason: code 601, a yellow toast', async (hand, turn) => {
    await step.openDrawer(hand, turn, `有车${turn}`);
    await step.pick(hand, '.result-field', '.el-select-dropdown__item', '不符合条件');
    await hand.click('.drawer-footer button', '上报');
    await hand.see('.el-message--warning', '须详细说明原因');
  }),
  refused('reports a visit through a gateway that gives up: 504', async (hand, turn) => {
    await step.openDrawer(hand, turn, `照片附件过大，第 ${turn + 1} 次`);
    await hand.click('.drawer-footer button', '上报');
    await hand.see('.el-message--error', '系统接口504异常');
  }),
  refused('reports a visit and never hears again: 系统接口请求超时', async (hand, turn) => {
    await step.openDrawer(hand, turn, `村里网络不稳${turn}`);
    await hand.click('.drawer-footer button', '上报');
    await hand.see('.el-message--error', '请求超时');
  }),
  refused('applies with a foreign account: only the line under the field says so', async (hand, turn) => {
    await step.apply(hand, turn, `8888${turn}`);
    await hand.see('.el-form-item__error', '账号与申请人姓名不一致');
  }),
  refused('reports a review that fails the checks: a list in an alert', async (hand, turn) => {
    await step.openReview(hand, turn, `2${turn}0000`);
    await step.sendReview(hand);
    await hand.see('.el-message-box', '数据校验未通过');
    await step.still(hand);
    await hand.click('.el-message-box__btns button', '确定');
  }),
  refused('refuses cases another had taken: the prompt is gone, then a toast', async (hand, turn) => {
    await step.tickTwo(hand);
    await hand.click('.mb8 button', '驳回');
    await hand.see('.el-message-box textarea');
    await step.still(hand);
    await hand.type('.el-message-box textarea', `申请人主动撤销${turn}`);
    await hand.click('.el-message-box__btns button', '确定');
    await hand.see('.el-message--error', '已被他人办理');
  }),
  refused('imports a sheet with a wrong row: the same alert says 导入失败', async (hand, turn) => {
    await step.openImport(hand, `bad-${turn}.xlsx`);
    await hand.click('.import-dialog .dialog-footer button', '确定');
    await hand.see('.el-message-box', '导入失败');
  }),
  refused('changes a ledger row beyond the limit: the row stays open', async (hand, turn) => {
    await step.editRow(hand, 3 + turn, '5200', '补发全年');
    await hand.see('.el-message--error', '超过月保障标准');
  }),
  refused('saves the own profile with a taken telephone number', async (hand) => {
    await step.go(hand, '/user/profile', '.profile-phone');
    await step.still(hand);
    await hand.type('.profile-phone input', '13800000000');
    await hand.click('.profile-tabs button', '保存');
    await hand.see('.el-notification', '手机号码已存在');
  }),
];
