import type { Act } from '../portal';
import * as step from './steps';

const refused = (name: string, perform: Act['perform']): Act => ({
  name,
  expects: ['rejected'],
  times: 2,
  perform,
});

export const refusedActs: Act[] = [
  refused(
    'completes, the server breaks: thank-you page, but the notice says not saved',
    async (hand, turn) => {
      await step.fillService(hand, turn, `Only ${turn + 3}0 % of the windows are open`);
      await hand.click(step.COMPLETE);
      await hand.see('.sv-save-data_root', 'could not save');
    },
  ),
  refused('completes twice for one person: 409 and a sentence of the server', async (hand, turn) => {
    await step.fillService(hand, turn, step.words(turn), `Test ${step.person(turn)}`);
    await hand.click(step.COMPLETE);
    await hand.see('.sv-save-data_root', 'already been recorded');
  }),
  refused('completes after the session ended: the browser goes to the login', async (hand, turn) => {
    await step.fillService(hand, turn, step.words(turn), step.person(turn), step.sid('stale'));
    await hand.click(step.COMPLETE);
    await hand.see('.login-error', '登录已过期');
  }),
  refused(
    'answers for a surveyed household: an error in the question, from the server',
    async (hand, turn) => {
      await step.fillLivelihood(hand, turn, `4400${step.idCard(turn).slice(4)}`, '收入不稳定');
      await hand.click(step.COMPLETE);
      await hand.see('[data-name="income"]', '不能重复上报');
    },
  ),
  refused('writes of a petition: 不予受理 under the comment', async (hand, turn) => {
    await step.fillLivelihood(hand, turn, step.idCard(turn), '拆迁补偿未到位');
    await hand.click(step.COMPLETE);
    await hand.see('[data-name="hardship"]', '不予受理');
  }),
  refused('reports the week a second time: a notice 提交失败', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `示范社区${turn}`);
    await hand.click(step.COMPLETE);
    await hand.see('.sv-save-data_root', '提交失败');
  }),
  refused('reports the week through a firewall: Request failed with status code 403', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `"桥东"社区${turn}`);
    await hand.click(step.COMPLETE);
    await hand.see('.sv-save-data_root', 'status code 403');
  }),
  refused('sends material of a wrong kind: 报送未受理', async (hand, turn) => {
    await step.fillMaterial(hand, turn, `tool-${turn}.exe`);
    await hand.click(step.COMPLETE);
    await hand.see('.sd-root-modern', '报送未受理');
  }),
  refused('completes an assessment too late: a plain line under the thank-you page', async (hand, turn) => {
    await step.fillHousehold(hand, turn, `${step.person(turn)} ?`);
    await hand.click('.sd-navigation__preview-btn');
    await hand.see(step.COMPLETE);
    await hand.click(step.COMPLETE);
    await hand.see('#after', 'not accepted');
  }),
  refused('fills a task with too large a number: a red line in the dialog', async (hand) => {
    await step.fillTask(hand, '1200');
    await hand.click(`dialog ${step.COMPLETE}`);
    await hand.see('.dialog-error', '请核对');
  }),
  refused('sends feedback with a link: 422', async (hand, turn) => {
    await step.openTasks(hand, '&ask=1');
    await hand.click(`#popup ${step.rate('nps')}`, '2');
    await hand.type(`#popup ${step.area('why')}`, `see http://help.test/${turn}`);
    await hand.click(`#popup ${step.COMPLETE}`);
    await hand.see('body', 'Links are not allowed');
  }),
  refused('asks for a clock-in when none is left: a dark tip', async (hand, turn) => {
    await step.fillPatch(hand, turn, '早上忘记打卡');
    await hand.see('.tip-layer', '补卡次数已用完');
  }),
  {
    name: 'completes, is told it was not saved, presses Try again, is saved',
    expects: ['rejected', 'accepted'],
    times: 2,
    async perform(hand, turn) {
      await step.fillService(hand, turn, `No parking at the hall, ${step.sid('visit')}`);
      await hand.click(step.COMPLETE);
      await hand.see('.sv-save-data_root', 'could not save');
      await hand.rest(1500);
      await hand.click('.sv-save-data_root input, .sv-save-data_root button', 'Try again');
      await hand.see('.sv-save-data_root', 'saved successfully');
    },
  },
];
