import type { Act } from '../portal';
import * as step from './steps';

const taken = (name: string, perform: Act['perform']): Act => ({
  name,
  expects: ['accepted'],
  times: 2,
  perform,
});

export const eventActs: Act[] = [
  taken('answers three pages: Complete, thank-you page, the notice of saving', async (hand, turn) => {
    await step.fillService(hand, turn, step.words(turn));
    await hand.click(step.COMPLETE);
    await hand.see('.sd-completedpage', 'Thank you');
    await hand.see('.sv-save-data_root', 'saved successfully');
  }),
  taken('answers the livelihood survey: 提交问卷, asked of the server first', async (hand, turn) => {
    await step.fillLivelihood(hand, turn, step.idCard(turn), '看病路远');
    await hand.click(step.COMPLETE);
    await hand.see('.sd-completedpage', '问卷提交成功');
  }),
  taken('reports the week on one page with a row and a panel added', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `桥西社区${turn}`);
    await step.addRisk(hand, turn);
    await hand.click(step.COMPLETE);
    await hand.see('.sv-save-data_root', '报表提交成功');
  }),
  taken('reports the week with the first row only', async (hand, turn) => {
    await step.fillWeekly(hand, turn, `东湖社区${turn}`);
    await hand.click(step.COMPLETE);
    await hand.until(`document.querySelector('[data-name="community"] input').value === ''`);
  }),
  taken('sends material with a file: the browser goes on to the task list', async (hand, turn) => {
    await step.fillMaterial(hand, turn, `proof-${turn}.pdf`);
    await hand.click(step.COMPLETE);
    await hand.see('.notice', '材料已报送');
  }),
  taken('previews an assessment, then Complete on the preview', async (hand, turn) => {
    await step.fillHousehold(hand, turn, step.person(turn));
    await hand.click('.sd-navigation__preview-btn');
    await hand.see(step.COMPLETE);
    await hand.click(step.COMPLETE);
    await hand.see('#after', 'Reference number');
  }),
  taken('fills a task in a dialog: it closes, the row says 已填报', async (hand, turn) => {
    await step.fillTask(hand, String(36 + turn));
    await hand.click(`dialog ${step.COMPLETE}`);
    await hand.seeGone('dialog');
    await hand.see('tr[data-id]:nth-child(2) .state', '已填报');
  }),
  taken('answers the feedback window at the corner: Send', async (hand, turn) => {
    await step.openTasks(hand, '&ask=1');
    await hand.click(`#popup ${step.rate('nps')}`, '4');
    await hand.type(`#popup ${step.area('why')}`, step.words(turn));
    await hand.click(`#popup ${step.COMPLETE}`);
    await hand.see('#popup .sd-completedpage', 'We read every message');
    // The thanks come before the server's answer; a person does not leave while it says so.
    await hand.seeGone('.sv-save-data_root', 'Sending');
  }),
  taken('completes with the keyboard: Tab to Complete and Enter', async (hand, turn) => {
    await step.fillService(hand, turn, `${step.words(turn)}, thanks`);
    await hand.press('Tab');
    await hand.until(`document.activeElement?.value !== undefined`);
    for (let i = 0; i < 4; i++) {
      const there = await hand.page.evaluate(
        `document.activeElement?.classList.contains('sd-navigation__complete-btn')`,
      );
      if (there) break;
      await hand.press('Tab');
    }
    await hand.press('Enter');
    await hand.see('.sv-save-data_root', 'saved successfully');
  }),
  taken('asks for a forgotten clock-in: 提交, a tick takes the form’s place', async (hand, turn) => {
    await step.fillPatch(hand, turn, '入户走访，未带手机');
    await hand.see('.patch-done', '补卡申请已提交');
  }),
];
