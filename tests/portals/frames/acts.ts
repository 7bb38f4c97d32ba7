import type { Hand } from '../hand';
import type { Act } from '../portal';

const NAMES = ['郑伟', '许文斌', '蒋丽华', '沈建明'];
const PLACES = ['解放路88号', '东门菜场北侧', '滨河公园入口', '朝阳小区3幢'];
const pick = (list: string[], turn: number) => list[turn % list.length] ?? '';

async function apply(hand: Hand, page: string, reason: string, turn: number): Promise<Hand> {
  await hand.open(page, 'iframe.form');
  const inner = await hand.inFrame('iframe.form');
  await inner.type('[name=name]', pick(NAMES, turn));
  await inner.type('[name=idcard]', `33010219810${3 + (turn % 6)}12451${turn % 10}`);
  await inner.type('[name=reason]', reason);
  return inner;
}

async function event(hand: Hand, text: string, turn: number): Promise<void> {
  await hand.open('/event', 'x-report-form');
  await hand.type('[name=title]', `路面塌陷${turn + 1}`);
  await hand.type('[name=place]', pick(PLACES, turn));
  await hand.type('[name=text]', text);
}

async function company(hand: Hand, phone: string, turn: number): Promise<void> {
  await hand.open('/company', 'x-report-page');
  await hand.type('[name=company]', `兴达建材${turn + 1}厂`);
  await hand.type('[name=person]', pick(NAMES, turn));
  await hand.type('[name=phone]', phone);
}

async function brief(hand: Hand, title: string, turn: number): Promise<void> {
  await hand.open('/brief', 'iframe.ed');
  if (title) await hand.type('.title', title);
  const inner = await hand.inFrame('iframe.ed');
  await inner.type('body', `本周处置事件${31 + turn}件，办结率九成以上`);
}

const accepted: Act[] = [
  {
    name: 'applies in a frame of another origin, told in the frame',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      const inner = await apply(hand, '/apply', '申请临时占道施工', turn);
      await inner.click('button.go');
      await inner.see('.result', '申请已提交');
    },
  },
  {
    name: 'applies in a frame of another origin, told by a toast of the parent',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      const inner = await apply(hand, '/apply-hall', '申请开办小餐饮', turn + 1);
      await inner.doubleClick('button.go');
      await hand.see('.yw-toast', '受理成功');
    },
  },
  {
    name: 'reports an event in a shadow root',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await event(hand, '路面下沉约半米，已设围挡', turn);
      await hand.click('button', '上报');
      await hand.see('.say', '上报成功');
    },
  },
  {
    name: 'registers a company in nested shadow roots with the outer button',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await company(hand, `1860571330${turn}`, turn);
      await hand.click('button', '提交');
      await hand.see('.yw-toast', '提交成功');
    },
  },
  {
    name: 'registers a company in nested shadow roots with Enter',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await company(hand, `1860571440${turn}`, turn + 2);
      await hand.press('Enter');
      await hand.see('.yw-toast', '提交成功');
    },
  },
  {
    name: 'writes a brief in an about:blank editor and saves it in the parent',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await brief(hand, `第${turn + 40}期简报`, turn);
      await hand.click('button', '保存');
      await hand.see('.yw-toast', '保存成功');
    },
  },
];

const refused = (name: string, page: string, reason: string, says: string): Act => ({
  name,
  expects: ['rejected'],
  times: 1,
  async perform(hand, turn) {
    const inner = await apply(hand, page, reason, turn);
    await inner.click('button.go');
    await (page === '/apply' ? inner.see('.result', says) : hand.see('.yw-toast', says));
  },
});

const rejected: Act[] = [
  refused('is refused in the frame (code 500)', '/apply', '申请复核', '申请被退回'),
  refused('is refused by HTTP 500 in the frame', '/apply', '加急办理', '提交失败'),
  refused('is refused, told by the parent', '/apply-hall', '要求复核', '申请被退回'),
  {
    name: 'reports a duplicate event in a shadow root, corrects it and reports again',
    expects: ['rejected', 'accepted'],
    times: 1,
    async perform(hand, turn) {
      await event(hand, '重复反映', turn);
      await hand.click('button', '上报');
      await hand.see('.say', '事件重复');
      await hand.type('[name=text]', '另一处塌陷，约两米');
      await hand.click('button', '上报');
      await hand.see('.say', '上报成功');
    },
  },
  {
    name: 'registers a company with a wrong number (HTTP 422)',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await company(hand, `8800${turn}`, turn);
      await hand.click('button', '提交');
      await hand.see('.yw-toast', '提交失败');
    },
  },
  {
    name: 'saves a brief without a title',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await brief(hand, '', turn);
      await hand.click('button', '保存');
      await hand.see('.yw-toast', '保存失败');
    },
  },
];

const sign = (name: string, shift: string, says: string, expects: Act['expects'], times: number): Act => ({
  name,
  expects,
  times,
  async perform(hand) {
    await hand.open(`/grid?shift=${shift}`, 'x-check-in');
    await hand.click('button', '签到');
    await hand.see('.say', says);
  },
});

const attend = (name: string, shift: string, says: string, expects: Act['expects'], times: number): Act => ({
  name,
  expects,
  times,
  async perform(hand) {
    await hand.open(`/attend?shift=${shift}`, 'iframe.sign');
    const inner = await hand.inFrame('iframe.sign');
    await inner.click('.big', '签到');
    await inner.see('.result', says);
  },
});

const inHome = (name: string, times: number, perform: (hand: Hand) => Promise<void>): Act => ({
  name,
  expects: [],
  times,
  async perform(hand) {
    await hand.open('/', 'tbody tr:nth-child(5)');
    await perform(hand);
  },
});

const quiet: Act[] = [
  inHome('searches events by POST', 2, async (hand) => {
    await hand.type('.word', '井盖');
    await hand.click('button', '查询');
    await hand.seeGone('td', '占道经营');
  }),
  inHome('turns the page by POST', 2, async (hand) => {
    await hand.click('.pages span', '2');
    await hand.see('td', '占道经营200');
  }),
  inHome('switches to the tab 已提交', 2, async (hand) => {
    await hand.click('.yw-tabs span', '已提交');
    await hand.seeGone('td', '驳回');
  }),
  inHome('exports the events', 1, async (hand) => {
    await hand.click('button', '导出');
    await hand.see('.yw-toast', '导出成功');
  }),
  inHome('deletes an event, confirmed in the browser’s own dialog', 2, async (hand) => {
    hand.page.once('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await hand.click('button.del');
    await hand.see('.yw-toast', '删除成功');
  }),
  inHome('leaves the page open while its polling runs', 1, (hand) => hand.rest(2300)),
  {
    name: 'opens the page, which resends its offline data by itself',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/?queue=1', 'tbody tr');
      await hand.see('.yw-toast', '补传成功');
    },
  },
  {
    name: 'saves a draft in the frame',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      const inner = await apply(hand, '/apply', '申请夜间施工', turn);
      await inner.click('button.keep');
      await inner.see('.result', '草稿已保存');
    },
  },
  {
    name: 'submits in the frame with a required field empty',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open('/apply', 'iframe.form');
      const inner = await hand.inFrame('iframe.form');
      await inner.type('[name=name]', pick(NAMES, turn));
      await inner.click('button.go');
      await inner.see('.result', '请填写');
    },
  },
  {
    name: 'watches the parent push a prepared form through the frame',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/apply-hall?push=1', 'iframe.form');
      await hand.see('.yw-toast', '受理成功');
    },
  },
  {
    name: 'stores an event in the shadow root for later (暂存)',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await event(hand, '待现场核实', turn);
      await hand.click('button', '暂存');
      await hand.see('.say', '暂存成功');
    },
  },
  {
    name: 'fills the form in the shadow root and cancels',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await event(hand, '误报', turn);
      await hand.click('button', '取消');
      await hand.until(`!document.querySelector('x-report-form').shadowRoot.querySelector('input').value`);
    },
  },
  {
    name: 'previews the brief',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await brief(hand, `第${turn + 60}期简报`, turn);
      await hand.click('button', '预览');
      await hand.see('.yw-toast', '预览已生成');
    },
  },
  sign('signs in in a shadow root although already signed in', 'done', '今日已签到', [], 1),
  sign('signs in in a shadow root out of range', 'far', '不在签到范围', [], 1),
  attend('signs in in a frame of another site although already signed in', 'done', '今日已签到', [], 1),
];

export const acts: Act[] = [
  ...accepted,
  ...rejected,
  sign('signs in in a shadow root', 'day', '签到成功', ['checkIn'], 2),
  attend('signs in in a frame of another site', 'day', '签到成功', ['checkIn'], 2),
  ...quiet,
];
