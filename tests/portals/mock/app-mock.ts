// The demonstration edition has no server: mockjs stands in for XMLHttpRequest inside the page.
import Mock from 'mockjs';

const STATES = ['已提交', '审核失败', '待审核', '驳回', '审核通过'];

Mock.setup({ timeout: '80-200' });
// mockjs leaves `upload` without addEventListener, and el-upload calls that.
Mock.XHR.prototype.upload = new EventTarget();

const ok = (data: unknown = null, msg = '操作成功') => ({ code: 200, msg, data });
const no = (msg: string, code = 500) => ({ code, msg });
const read = (options: { body: string }) => JSON.parse(options.body || '{}');

Mock.mock(/\/api\/login/, 'post', () => ok({ token: Mock.Random.guid() }));
Mock.mock(/\/api\/material\/page/, 'post', (options: { body: string }) => {
  const { page = 1, name = '', state = '' } = read(options);
  const rows = [];
  for (let i = 0; i < 8; i++) {
    const row = {
      id: (page - 1) * 8 + i + 1,
      name: `${Mock.Random.pick(['安全生产', '防汛备汛', '信访维稳', '人居环境'])}第${page}${i}号材料`,
      unit: Mock.Random.pick(['城关镇', '河口乡', '青山街道', '柳林镇']),
      person: Mock.Random.cname(),
      time: Mock.Random.datetime('2026-MM-dd HH:mm'),
      state: STATES[(page + i) % STATES.length],
    };
    if (row.name.includes(name) && (!state || state === row.state)) rows.push(row);
  }
  return ok({ rows, total: 37 });
});
Mock.mock(/\/api\/material\/add/, 'post', (options: { body: string }) => {
  const load = read(options);
  if (load.name.includes('重复')) return no('报送失败：该资料本月已报送，请勿重复报送');
  if (load.name.includes('超期')) return no('已超过报送截止时间', 403);
  return ok(null, '报送成功');
});
Mock.mock(/\/api\/material\/check-name/, 'post', (options: { body: string }) =>
  ok({ used: read(options).name.includes('占用') }),
);
Mock.mock(/\/api\/month\/report/, 'post', (options: { body: string }) => {
  const { rows } = read(options);
  if (rows[0].done > rows[0].plan) return no('校核不通过：完成数大于计划数');
  return ok();
});
Mock.mock(/\/api\/project\/apply/, 'post', (options: { body: string }) =>
  read(options).money > 500 ? no('超出单个项目申报上限') : ok({ no: Mock.Random.id() }),
);
Mock.mock(/\/api\/contact\/save/, 'post', (options: { body: string }) =>
  /^1\d{10}$/.test(read(options).phone) ? ok() : no('手机号码未通过核验'),
);
Mock.mock(/\/api\/duty\/sign/, 'post', (options: { body: string }) => {
  const { shift } = read(options);
  if (shift === 'done') return no('今日已签到，请勿重复操作', 208);
  if (shift === 'early') return no('未到签到时间', 403);
  return ok({ at: new Date().toLocaleTimeString('zh-CN') });
});
Mock.mock(/\/api\//, ok());

export interface Answer {
  code: number;
  msg: string;
  // biome-ignore lint/suspicious/noExplicitAny: each endpoint answers in a shape of its own.
  data: any;
}

export function post(path: string, body: unknown = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/json');
    request.onload = () => resolve(JSON.parse(request.responseText));
    request.send(JSON.stringify(body));
  });
}
