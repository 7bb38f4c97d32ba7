import type { Verdict, Visit } from '../portal';
import { answerHtml, answerJson } from '../serve';

interface Household {
  id: string;
  name: string;
  idCard: string;
  phone: string;
  group: string;
  state: string;
  watched: boolean;
  area: string[];
  movedIn: string;
  remark: string;
}

const SURNAMES = '王李张刘陈杨赵黄周吴';
const GIVEN = ['建国', '桂英', '秀兰', '德富', '小红', '志强', '玉梅'];
const STATES = ['待审核', '已提交', '审核失败', '驳回'];
const GROUPS = ['一组', '二组', '三组', '四组'];

function seed(count: number, from: number): Household[] {
  return Array.from({ length: count }, (_, offset) => {
    const n = from + offset;
    return {
      id: String(1000 + n),
      name: `${SURNAMES[n % SURNAMES.length]}${GIVEN[n % GIVEN.length]}`,
      idCard: `51012319${60 + (n % 39)}0${1 + (n % 9)}1${n % 10}${1000 + n}`,
      phone: `138${String(10000000 + n * 137)}`,
      group: GROUPS[n % GROUPS.length] ?? '一组',
      state: STATES[n % STATES.length] ?? '待审核',
      watched: n % 3 === 0,
      area: ['青山镇', '青山村'],
      movedIn: '2015-03-12',
      remark: '',
    };
  });
}
let made = 46;
let households = seed(made, 0);
/** People of the neighbouring town: the register refuses to enter them twice. */
const REGISTERED_ELSEWHERE = new Set(['510123197003124417', '510123198511023316']);

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>村务管理平台</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app.css"></head>
<body><div id="app"></div><script src="/app.js"></script></body></html>`;

type Body = Record<string, unknown>;
type Reply = { verdict: Verdict; code?: number; msg?: string; data?: unknown; status?: number };

const ok = (verdict: Verdict, data: unknown = null): Reply => ({ verdict, data });
const refuse = (msg: string, verdict: Verdict = 'rejected', data: unknown = null): Reply => ({
  verdict,
  code: 500,
  msg,
  data,
});
const text = (body: Body, key: string) => String(body[key] ?? '').trim();

function saveHousehold(body: Body): Reply {
  if (!text(body, 'name') || !/^\d{17}[\dX]$/.test(text(body, 'idCard'))) return refuse('参数校验不通过');
  if (REGISTERED_ELSEWHERE.has(text(body, 'idCard'))) return refuse('新增失败，该身份证号已在白河镇登记');
  const known = households.find((row) => row.id === body.id);
  if (text(body, 'phone') === '13800000000') return refuse('修改失败，联系电话为空号');
  if (known) Object.assign(known, body);
  else {
    made += 1;
    const row = { ...seed(1, made)[0], ...body, id: String(1000 + made), state: '待审核' } as Household;
    households = [row, ...households].slice(0, 60);
  }
  return ok('accepted');
}

function report(body: Body): Reply {
  // The old database cannot store characters outside the basic plane.
  if (/[\u{10000}-\u{10ffff}]/u.test(text(body, 'summary'))) return { verdict: 'rejected', status: 500 };
  if (!body.filledAt || !text(body, 'summary')) return refuse('填报时间和工作情况不能为空');
  if (Number(body.fixed ?? 0) > Number(body.found ?? 0)) return refuse('整改隐患数不能大于排查隐患数');
  return ok('accepted');
}

function dispute(body: Body): Reply {
  if (!/^1\d{10}$/.test(text(body, 'phone'))) {
    return {
      verdict: 'rejected',
      status: 422,
      code: 422,
      msg: '登记信息有误，未受理',
      data: { phone: '电话号码与运营商实名信息不符' },
    };
  }
  return ok('accepted');
}

const sign = (session: string): Reply => {
  if (session.startsWith('signed')) return refuse('今日已签到，请勿重复签到', 'other');
  return ok('checkIn', { signedAt: new Date().toTimeString().slice(0, 8) });
};

const ENDPOINTS: Record<string, (body: Body, session: string) => Reply> = {
  '/api/login': (body) =>
    body.password === 'Cunwu@2026' ? ok('other') : refuse('用户不存在/密码错误', 'other'),
  '/api/online/heartbeat': () => ok('other', { unread: 3 }),
  '/api/log/track': () => ok('other'),
  '/api/duty/today': () => ok('other', { signedAt: '' }),
  '/api/duty/precheck': () => ok('other', { inRange: true }),
  '/api/duty/sign': (_body, session) => sign(session),
  '/api/duty/log': (body) => ok(Number(body.countdown) <= 0 ? 'other' : 'accepted'),
  '/api/visit/resend': () => ok('other'),
  '/api/visit/note': (body) =>
    /select|script|insert/i.test(text(body, 'text')) ? { verdict: 'rejected', status: 403 } : ok('accepted'),
  '/api/household/list': (body) => {
    const found = households.filter(
      (row) =>
        row.name.includes(text(body, 'name')) &&
        row.phone.includes(text(body, 'phone')) &&
        row.state.includes(text(body, 'state')),
    );
    const start = (Number(body.page) - 1) * 10;
    return ok('other', { total: found.length, rows: found.slice(start, start + 10) });
  },
  '/api/household/add': saveHousehold,
  '/api/household/update': saveHousehold,
  '/api/household/remove': (body) => {
    households = households.filter((row) => row.id !== body.id);
    if (households.length < 35) {
      households = [...households, ...seed(10, made + 1)];
      made += 10;
    }
    return ok('other');
  },
  '/api/household/export': () => ok('other'),
  '/api/household/monitor': () => ok('other'),
  '/api/monthly/autosave': () => ok('other'),
  '/api/monthly/draft': () => ok('other'),
  '/api/monthly/report': report,
  '/api/common/upload': () => ok('other', { url: '/profile/upload/1.png' }),
  '/api/person/check': (body) => ok('other', { found: /^5101\d{13}[\dX]$/.test(text(body, 'idCard')) }),
  '/api/dispute/submit': dispute,
  '/api/hazard/submit': (body) => (text(body, 'place') ? ok('accepted') : refuse('隐患地点不能为空')),
  '/api/subsistence/precheck': () => ok('other'),
  '/api/subsistence/apply': (body) =>
    Number(body.income) / Number(body.members) > 1000
      ? refuse('申请未通过：家庭人均月收入高于低保标准，不予受理')
      : ok('accepted', { number: `DB2026${String(Date.now()).slice(-6)}` }),
};

export async function handle(visit: Visit): Promise<boolean> {
  if (visit.method === 'GET' && visit.path === '/') return answerHtml(visit, PAGE);
  const endpoint = ENDPOINTS[visit.path];
  if (visit.method !== 'POST' || !endpoint) return false;
  let body: Body = {};
  try {
    body = JSON.parse(visit.body);
  } catch {
    // An upload's body is multipart: nothing here reads it.
  }
  const session = (visit.request.headers.authorization ?? '').replace('Bearer ', '');
  const reply = endpoint(body, session);
  visit.log(reply.verdict);
  if (reply.status === 403) {
    visit.response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' });
    visit.response.end('<h1>访问被拦截</h1>');
    return true;
  }
  const { code = 200, msg = '操作成功', data = null, status = 200 } = reply;
  if (status === 500)
    return answerJson(visit, { timestamp: Date.now(), error: 'Internal Server Error' }, status);
  return answerJson(visit, { code, msg, data }, status);
}
