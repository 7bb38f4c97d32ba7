import type { Act } from '../portal';
import * as step from './steps';

const nothing = (name: string, perform: Act['perform']): Act => ({ name, expects: [], times: 2, perform });

export const nothingActs: Act[] = [
  nothing('answers two of three pages and leaves', async (hand, turn) => {
    await step.fillService(hand, turn, step.words(turn));
    await hand.click('.sd-navigation__prev-btn');
    await hand.see(step.rate('score'));
  }),
  nothing('presses Next with a required answer missing', async (hand) => {
    await step.openSurvey(hand, 'service');
    await hand.click(step.choice('role'), 'Resident');
    await hand.click(step.NEXT);
    await hand.see('.sd-question--error, .sd-question__erbox', 'Response required');
  }),
  nothing('presses 提交报表 with a required answer missing: nothing is sent', async (hand) => {
    await step.openSurvey(hand, 'weekly');
    await hand.type('[data-name="work"] tbody input[type=text]', '巡河');
    await hand.click(step.COMPLETE);
    await hand.see('[data-name="community"]', '请填写此问题');
  }),
  nothing('goes on one page of the livelihood survey, which asks the server', async (hand, turn) => {
    await step.openSurvey(hand, 'livelihood');
    await hand.type(step.field('idCard'), step.idCard(turn));
    await hand.click(step.NEXT);
    await hand.see(step.area('hardship'));
  }),
  nothing('starts an assessment and looks at the preview only', async (hand, turn) => {
    await step.fillHousehold(hand, turn, step.person(turn));
    await hand.click('.sd-navigation__preview-btn');
    await hand.see(step.COMPLETE);
  }),
  nothing('saves an assessment to continue later: Your progress has been saved', async (hand, turn) => {
    await step.openSurvey(hand, 'household');
    await hand.click('.sd-navigation__start-btn');
    await hand.type(step.field('head'), step.person(turn));
    await hand.click('.sd-action-bar input, .sd-footer input', 'Save and continue later');
    await hand.see('.sv-save-data_root', 'progress has been saved');
  }),
  nothing('clears the answers of an assessment', async (hand, turn) => {
    await step.openSurvey(hand, 'household');
    await hand.click('.sd-navigation__start-btn');
    await hand.type(step.field('head'), step.person(turn));
    await hand.click('.sd-action-bar input, .sd-footer input', 'Clear answers');
    await hand.see('.sd-navigation__start-btn');
  }),
  nothing('writes a weekly report while it saves itself, adds and removes a row', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `未完社区${turn}`);
    await hand.click('[data-name="work"] .sd-matrixdynamic__add-btn');
    await hand.until(`document.querySelectorAll('[data-name="work"] tbody input[type=number]').length === 2`);
    await hand.rest(3000);
  }),
  nothing('uploads a file and does not send the material', async (hand, turn) => {
    await step.fillMaterial(hand, turn, `later-${turn}.pdf`);
    await hand.rest(700);
  }),
  nothing('closes the dialog of a task without sending', async (hand) => {
    await step.fillTask(hand, '12');
    await hand.click('.close-dialog');
    await hand.seeGone('dialog');
  }),
  nothing('presses 提交 in the dialog of a task with the number missing', async (hand) => {
    await step.openTasks(hand);
    await hand.click('tr[data-id] .fill');
    await hand.click(`dialog ${step.choice('state')}`, '未整改');
    await hand.click(`dialog ${step.COMPLETE}`);
    await hand.see('dialog', '请填写此问题');
  }),
  nothing('closes the feedback window', async (hand) => {
    await step.openTasks(hand, '&ask=1');
    await hand.click(`#popup ${step.rate('nps')}`, '5');
    await hand.rest(400);
  }),
  nothing('logs in', async (hand) => {
    await hand.open('/login', '.login');
    await hand.type('input[name=user]', 'qiaoxi01');
    await hand.type('input[name=password]', 'Diaocha#1');
    await hand.click('.login button');
    await hand.see('tr[data-id]');
  }),
  nothing('logs in with a wrong password', async (hand, turn) => {
    await hand.open('/login', '.login');
    await hand.type('input[name=user]', 'qiaoxi01');
    await hand.type('input[name=password]', `wrong${turn}`);
    await hand.press('Enter');
    await hand.see('.login-error', '密码错误');
  }),
  nothing('logs out', async (hand) => {
    await step.openTasks(hand);
    await hand.click('.logout');
    await hand.see('.login');
  }),
  nothing('searches the tasks by a POST', async (hand) => {
    await step.openTasks(hand);
    await hand.type('.search-key', '防汛');
    await hand.click('.search-go');
    await hand.until(
      `[...document.querySelectorAll('tr[data-id]')].every((r) => r.textContent.includes('防汛'))`,
    );
  }),
  nothing('searches the tasks with Enter and exports: 导出成功', async (hand) => {
    await step.openTasks(hand);
    await hand.type('.search-key', '走访');
    await hand.press('Enter');
    await hand.until(
      `[...document.querySelectorAll('tr[data-id]')].every((r) => r.textContent.includes('走访'))`,
    );
    await hand.click('.export');
    await hand.see('.bar', '导出成功');
  }),
  nothing('turns a page of tasks and sorts them', async (hand) => {
    await step.openTasks(hand);
    await hand.click('.next-page');
    await hand.see('tr[data-id]', 'T109');
    await hand.click('.sort');
    await hand.see('tr[data-id]', 'T116');
  }),
  nothing('deletes a task: 删除成功', async (hand) => {
    await step.openTasks(hand);
    await hand.click('tr[data-id] .remove');
    await hand.see('.bar', '删除成功');
  }),
  nothing('marks a task as read', async (hand) => {
    await step.openTasks(hand);
    await hand.click('tr[data-id]:first-child .read');
    await hand.seeGone('tr[data-id]:first-child .read');
  }),
  nothing('fills a little and switches the colours of the page', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `桥西社区${turn}`);
    await hand.click('.theme-toggle');
    await hand.see('.theme-toggle', '浅色');
    await hand.rest(2000);
  }),
];
