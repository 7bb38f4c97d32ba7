import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hand } from '../hand';
import type { Act } from '../portal';

const TOPICS = ['主题党日进社区', '党员志愿巡河', '支部书记讲党课', '走访慰问老党员'];
const topic = (turn: number) => TOPICS[turn % TOPICS.length] ?? '';
const EDITOR = '.dj-text [contenteditable]';

async function choose(hand: Hand, selector: string, name: string): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'portal-')), name);
  await writeFile(file, `%PDF-1.4 ${name}`);
  await hand.chooseFile(selector, [file]);
}

async function write(hand: Hand, title: string, turn: number): Promise<void> {
  await hand.open('/report', EDITOR);
  await hand.type('.dj-title', title);
  await hand.type(EDITOR, `本次活动共有${12 + turn}名党员参加，清理楼道杂物。`);
}

async function diary(hand: Hand, text: string): Promise<void> {
  await hand.open('/simple', '.dj-plain');
  await hand.type('.dj-plain', text);
  await hand.click('.layui-btn', '上报');
}

async function files(hand: Hand, name: string): Promise<void> {
  await hand.open('/files', 'input[type=file]');
  await choose(hand, 'input[type=file]', name);
  await hand.click('.layui-btn', '报送');
}

async function material(hand: Hand, note: string): Promise<void> {
  await hand.open('/material', '.dj-note');
  await hand.type('.dj-note', note);
  await choose(hand, '.dj-file', '活动照片.pdf');
}

async function minutes(hand: Hand, turn: number, text: string): Promise<void> {
  await hand.open(`/meeting?id=n${turn}`, '.dj-host');
  await hand.type('.dj-host', turn % 2 ? '方志明' : '林静');
  if (text) await hand.type('.dj-minutes', text);
  await hand.click('.layui-btn', '提交记录');
  await hand.click('.layui-layer-btn0');
}

const accepted: Act[] = [
  {
    name: 'writes in the rich-text editor and publishes',
    expects: ['accepted'],
    times: 2,
    async perform(hand, turn) {
      await write(hand, topic(turn), turn);
      await hand.click('.layui-btn', '发布');
      await hand.see('.layui-layer-msg', '发布成功');
      await hand.see('.dj-rows tr');
    },
  },
  {
    name: 'writes into a plain contenteditable and reports',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await diary(hand, `上午${topic(turn)}，下午整理台账${turn + 3}份`);
      await hand.see('.dj-line', '上报成功');
    },
  },
  {
    name: 'sends a form of one file',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await files(hand, `党费明细${turn + 1}.pdf`);
      await hand.see('.dj-result', '报送成功');
    },
  },
  {
    name: 'submits a material: upload, then submit',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await material(hand, `${topic(turn)}照片`);
      await hand.doubleClick('.layui-btn', '提交');
      await hand.see('.dj-line', '材料提交成功');
    },
  },
  {
    name: 'submits the minutes, 提交记录 then 确定',
    expects: ['accepted'],
    times: 1,
    async perform(hand, turn) {
      await minutes(hand, turn, `讨论${topic(turn)}方案，一致同意`);
      await hand.see('.layui-layer-msg', '操作成功');
    },
  },
];

const rejected: Act[] = [
  {
    name: 'publishes a duplicate (code 500, told in an alert)',
    expects: ['rejected'],
    times: 2,
    async perform(hand, turn) {
      await write(hand, `转载${topic(turn)}`, turn);
      await hand.click('.layui-btn', '发布');
      await hand.see('.layui-layer-dialog', '不予发布');
      await hand.click('.layui-layer-btn0');
      await hand.seeGone('.layui-layer-dialog');
    },
  },
  {
    name: 'reports a diary that is sent back',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await diary(hand, `工作内容同上，走访${turn + 1}户`);
      await hand.see('.dj-line', '上报被退回');
    },
  },
  {
    name: 'sends a file of a wrong kind (HTTP 415, a new page)',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await files(hand, `党费明细${turn + 1}.txt`);
      await hand.see('.dj-result', '报送失败');
    },
  },
  {
    name: 'submits a material, the second write fails with HTTP 502',
    expects: ['rejected'],
    times: 1,
    async perform(hand, turn) {
      await material(hand, `${topic(turn)}超大附件`);
      await hand.click('.layui-btn', '提交');
      await hand.see('.dj-line', '提交失败');
    },
  },
];

const sign = (name: string, id: string, says: string, expects: Act['expects'], times: number): Act => ({
  name,
  expects,
  times,
  async perform(hand, turn) {
    await hand.open(`/meeting?id=${id}${turn}`, '.dj-sign');
    await hand.click('.dj-sign', '签到');
    await hand.see('.layui-layer-msg', says);
  },
});

const quiet: Act[] = [
  {
    name: 'logs in',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/login', '.dj-user');
      await hand.type('.dj-user', 'linjing');
      await hand.type('[type=password]', 'Dj2026!x');
      await hand.press('Enter');
      await hand.see('.dj-rows tr');
    },
  },
  {
    name: 'searches the ledger by POST',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.dj-rows tr');
      await hand.type('.dj-word', '党课');
      await hand.click('.layui-btn', '查询');
      await hand.seeGone('.dj-rows tr', '党员大会');
    },
  },
  {
    name: 'turns the page by POST',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.dj-rows tr');
      await hand.click('.layui-laypage a', '3');
      await hand.see('.dj-rows tr', '（3）');
    },
  },
  {
    name: 'deletes a row after confirming',
    expects: [],
    times: 2,
    async perform(hand) {
      await hand.open('/', '.dj-rows tr');
      await hand.click('.dj-del');
      await hand.click('.layui-layer-btn0');
      await hand.see('.layui-layer-msg', '删除成功');
    },
  },
  {
    name: 'exports the ledger',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/', '.dj-rows tr');
      await hand.click('.dj-export');
      await hand.see('.layui-layer-msg', '导出成功');
    },
  },
  {
    name: 'opens the ledger, which resends its offline records by itself',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/?queue=1', '.dj-rows tr');
      await hand.see('.layui-layer-msg', '离线记录已补传成功');
    },
  },
  {
    name: 'writes and saves a draft',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await write(hand, topic(turn), turn);
      await hand.click('.layui-btn', '保存草稿');
      await hand.see('.layui-layer-msg', '草稿保存成功');
    },
  },
  {
    name: 'writes and waits for the autosave',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await write(hand, topic(turn), turn);
      await hand.see('.dj-saved', '草稿已自动保存');
    },
  },
  {
    name: 'publishes without a title',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/report', EDITOR);
      await hand.type(EDITOR, '本周组织学习两次');
      await hand.click('.layui-btn', '发布');
      await hand.see('.layui-layer-msg', '不能为空');
    },
  },
  {
    name: 'reports a diary that is too short',
    expects: [],
    times: 1,
    async perform(hand) {
      await diary(hand, '值班');
      await hand.see('.dj-line', '内容过短');
    },
  },
  {
    name: 'watches the page make up a diary by its own click',
    expects: [],
    times: 1,
    async perform(hand) {
      await hand.open('/simple?makeup=1', '.dj-plain');
      await hand.see('.dj-line', '系统已补报');
    },
  },
  {
    name: 'uploads a file without submitting',
    expects: [],
    times: 1,
    async perform(hand, turn) {
      await material(hand, topic(turn));
      await hand.click('.dj-pre');
      await hand.see('.layui-layer-msg', '上传成功');
    },
  },
  {
    name: 'writes minutes, 提交记录, then 取消',
    expects: [],
    times: 2,
    async perform(hand, turn) {
      await hand.open(`/meeting?id=x${turn}`, '.dj-host');
      await hand.type('.dj-minutes', `讨论${topic(turn)}`);
      await hand.click('.layui-btn', '提交记录');
      await hand.click('.layui-layer-btn1');
      await hand.seeGone('.layui-layer-dialog');
    },
  },
  sign('signs in although already signed in', 'done', '今日已签到', [], 2),
  sign('signs in too late and is refused', 'late', '签到已截止', [], 1),
];

export const acts: Act[] = [
  ...accepted,
  ...rejected,
  sign('signs in to the meeting', 'm', '签到成功', ['checkIn'], 4),
  ...quiet,
];
