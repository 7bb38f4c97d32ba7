import type { Hand } from '../hand';
import type { Act } from '../portal';

const NAMES = ['王建国', '李秀英', '张桂兰', '刘海涛', '陈玉梅', '杨志强'];
const REMARKS = [
  '家中老人需助餐',
  '屋顶漏雨待修',
  '子女均在外务工',
  '已领低保补助',
  '院内道路已硬化',
  '有两名学生',
];

const pick = (list: string[], turn: number) => list[turn % list.length] ?? '';
const phone = (turn: number) => `138${String(20457316 + turn * 7919)}`;

async function fillShort(hand: Hand, household: string, turn: number): Promise<void> {
  await hand.open(`/fill?hh=${household}`, '.sv-btn.commit');
  await hand.type('[name=q1]', pick(NAMES, turn));
  await hand.type('[name=q2]', phone(turn));
  await hand.click('.sv-list label', turn % 2 ? '砖木' : '砖混');
  await hand.click('.sv-list label', turn % 2 ? '务工' : '务农');
  await hand.type('[name=q7]', pick(REMARKS, turn));
}

async function commit(hand: Hand): Promise<void> {
  await hand.click('.sv-btn', '提交');
  await hand.click('.sv-layer .sv-btn', '确定');
}

const accepted: Act[] = [
  {
    name: 'answers the short questionnaire, 提交 then 确定 in the layer',
    expects: ['accepted'],
    times: 3,
    async perform(hand, turn) {
      await fillShort(hand, `33010200${turn}`, turn);
      await commit(hand);
      await hand.see('.sv-thanks', '感谢您的参与');
    },
  },
  {
    name: 'answers the long questionnaire page by page and submits from the review page',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/fill?kind=long&hh=33010300${turn}`, '.sv-btn.next');
      await hand.type('[name=q1]', pick(NAMES, turn + 2));
      await hand.type('[name=q2]', phone(turn + 20));
      await hand.click('.sv-list label', '砖混');
      await hand.click('.sv-btn', '下一页');
      await hand.type('[name=q5]', String(18650 + turn * 311));
      await hand.click('.sv-list label', '是');
      await hand.click('.sv-btn', '下一页');
      await hand.type('[name=q7]', pick(REMARKS, turn + 1));
      await hand.click('.sv-btn', '下一页');
      await hand.see('.sv-review', pick(REMARKS, turn + 1));
      await commit(hand);
      await hand.see('.sv-thanks', '感谢您的参与');
    },
  },
  {
    name: 'adds a phone number in the list with Enter',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/', 'tbody tr');
      await hand.type('.p-id', `33010200${turn}`);
      await hand.type('.p-phone', phone(turn + 40));
      await hand.press('Enter');
      await hand.see('.sv-line', '补录成功');
    },
  },
  {
    name: 'double-clicks 确定 in the layer',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillShort(hand, `33010400${turn}`, turn + 3);
      await hand.click('.sv-btn', '提交');
      await hand.doubleClick('.sv-layer .sv-btn', '确定');
      await hand.see('.sv-thanks', '感谢您的参与');
    },
  },
];

const refusal = (name: string, household: string, line: string): Act => ({
  name,
  expects: ['rejected'],
  times: 1,
  async perform(hand, turn) {
    await fillShort(hand, `${household}${turn}`, turn + 1);
    await commit(hand);
    await hand.see('.sv-line', line);
  },
});

const rejected: Act[] = [
  { ...refusal('is refused: quota reached', '0901', 'Submission failed: quota reached'), times: 2 },
  refusal('is refused: household already surveyed', '0801', 'Submission failed: household already'),
  refusal('is refused by HTTP 503', '0701', 'Submission failed: service unavailable'),
  {
    name: 'adds a phone number for an unknown household with Enter',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await hand.open('/', 'tbody tr');
      await hand.type('.p-id', `41010200${turn}`);
      await hand.type('.p-phone', phone(turn + 60));
      await hand.press('Enter');
      await hand.see('.sv-line', 'Save failed');
    },
  },
  {
    name: 'is refused for a wrong phone number, corrects it and submits again',
    expects: ['rejected', 'accepted'],
    times: 1,
    async perform(hand, turn) {
      await fillShort(hand, `33010500${turn}`, turn);
      await hand.type('[name=q2]', '0571-8888');
      await commit(hand);
      await hand.see('.sv-line', 'invalid phone number');
      await hand.seeGone('.sv-mask');
      await hand.type('[name=q2]', phone(turn + 80));
      await commit(hand);
      await hand.see('.sv-thanks', '感谢您的参与');
    },
  },
];

const quiet: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/login', '.sv-login');
      await hand.type('.user', `diaocha0${turn}`);
      await hand.type('[type=password]', 'Rhdc@2026');
      await hand.click('.sv-btn', '登录');
      await hand.see('tbody tr');
    },
  },
  {
    name: 'searches households by POST',
    expects: [],
    times: 3,
    async perform(hand, turn) {
      await hand.open('/', 'tbody tr:nth-child(3)');
      await hand.type('.s-name', turn % 2 ? '刘洋' : '陈静');
      await hand.click('.sv-btn', '查询');
      await hand.seeGone('tbody tr:nth-child(2)');
    },
  },
  {
    name: 'turns the page of the list',
    expects: [],
    async perform(hand, turn) {
      await hand.open('/', 'tbody tr');
      await hand.click('.sv-pages span', turn % 2 ? '3' : '2');
      await hand.see('.sv-pages', turn % 2 ? '第3页' : '第2页');
    },
    times: 2,
  },
  {
    name: 'switches to the tab 已提交',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', 'tbody tr');
      await hand.click('.sv-tabs div', '已提交');
      await hand.seeGone('tbody td', '未入户');
    },
  },
  {
    name: 'deletes a household after confirming',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', 'tbody tr');
      await hand.click('.sv-link', '删除');
      await hand.click('.sv-layer .sv-btn', '确定');
      await hand.see('.sv-tip', '删除成功');
    },
  },
  {
    name: 'exports the list',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', 'tbody tr');
      await hand.click('.sv-btn', '导出');
      await hand.see('.sv-tip', '导出任务已提交');
    },
  },
  {
    name: 'leaves the list open while its heartbeat runs',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/', 'tbody tr');
      await hand.rest(2300);
    },
  },
  {
    name: 'fills the first page and goes to the next',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/fill?kind=long&hh=33010600${turn}`, '.sv-btn.next');
      await hand.type('[name=q1]', pick(NAMES, turn));
      await hand.type('[name=q2]', phone(turn));
      await hand.click('.sv-list label', '土木');
      await hand.click('.sv-btn', '下一页');
      await hand.see('[name=q5]');
    },
  },
  {
    name: 'saves a draft',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillShort(hand, `33010700${turn}`, turn);
      await hand.click('.sv-btn', '保存草稿');
      await hand.see('.sv-tip', '草稿已保存');
    },
  },
  {
    name: 'types and waits for the autosave',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillShort(hand, `33010800${turn}`, turn + 4);
      await hand.see('.sv-saved', '已自动保存');
    },
  },
  {
    name: 'submits with required questions unanswered',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/fill?hh=33010900${turn}`, '.sv-btn.commit');
      await hand.type('[name=q1]', pick(NAMES, turn));
      await hand.click('.sv-btn', '提交');
      await hand.see('.sv-line', '必答题未作答');
    },
  },
  {
    name: 'fills, presses 提交 and cancels in the layer',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await fillShort(hand, `33011000${turn}`, turn + 5);
      await hand.click('.sv-btn', '提交');
      await hand.click('.sv-layer .sv-btn', '取消');
      await hand.seeGone('.sv-mask');
    },
  },
  {
    name: 'watches the page submit by itself when the time is up',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/fill?limit=1&hh=33011100${turn}`, '.sv-btn.commit');
      await hand.see('.sv-thanks', '感谢您的参与');
    },
  },
];

export const acts: Act[] = [...accepted, ...rejected, ...quiet];
