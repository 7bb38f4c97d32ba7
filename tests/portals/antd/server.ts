import type { Verdict, Visit } from '../portal';
import { answerHtml, answerJson } from '../serve';

interface Order {
  id: string;
  number: string;
  title: string;
  caller: string;
  state: string;
  urgent: boolean;
}

const TITLES = [
  '路灯不亮',
  '占道经营',
  '楼道堆物',
  '井盖破损',
  '夜间施工噪声',
  '垃圾清运不及时',
  '绿化带被占',
];
const CALLERS = ['曾女士', '唐先生', '韩女士', '彭先生', '袁女士'];
const STATES = ['已提交', '审核失败', '驳回', '已办结'];

function seed(count: number, from: number): Order[] {
  return Array.from({ length: count }, (_, offset) => {
    const n = from + offset;
    return {
      id: String(500 + n),
      number: `GD202611${String(23000 + n)}`,
      title: `${['文庙', '江湾', '五桂'][n % 3]}社区${TITLES[n % TITLES.length]}`,
      caller: CALLERS[n % CALLERS.length] ?? '',
      state: STATES[n % STATES.length] ?? '',
      urgent: n % 4 === 0,
    };
  });
}
let made = 42;
let orders = seed(made, 0);

const ledgerRow = (n: number) => ({
  id: `L${n}`,
  item: ['社保咨询', '居住证办理', '老年卡年审', '残疾补贴', '生育登记'][n % 5],
  worker: ['林晓', '郭凯', '谢芸'][n % 3],
  count: 3 + n,
  remark: '无',
  state: STATES[n % STATES.length],
});
let lastRow = 8;
let ledger = Array.from({ length: lastRow }, (_, n) => ledgerRow(n));

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>工单办理系统</title>
<link rel="stylesheet" href="/app.css"></head><body><div id="root"></div><script src="/app.js"></script></body></html>`;

type Body = Record<string, unknown>;
interface Reply {
  verdict: Verdict;
  result?: unknown;
  refusal?: string;
  status?: number;
  delayMs?: number;
}

const text = (body: Body, key: string) => String(body[key] ?? '').trim();
const other = (result: unknown = {}): Reply => ({ verdict: 'other', result });
const accepted = (result: unknown = {}): Reply => ({ verdict: 'accepted', result });
const refused = (refusal: string, status = 200): Reply => ({ verdict: 'rejected', refusal, status });
const numbered = (prefix: string) => accepted({ number: `${prefix}${String(Date.now()).slice(-9)}` });

const ENDPOINTS: Record<string, (body: Body) => Reply> = {
  '/api/session': (body) =>
    body.password === 'Gongdan#1'
      ? other()
      : { verdict: 'other', refusal: '账号或密码错误，登录失败', status: 401 },
  '/api/message/unread': () => other({ unread: 5 }),
  '/api/collect': () => other(),
  '/api/receipts/resend': () => other(),
  '/api/files': () => other({ url: '/files/1.png' }),
  '/api/orders/query': (body) => {
    const found = orders.filter(
      (row) => row.title.includes(text(body, 'keyword')) && row.state.includes(text(body, 'state')),
    );
    const start = (Number(body.page) - 1) * 8;
    return other({ rows: found.slice(start, start + 8), total: found.length });
  },
  '/api/orders/export': () => other({ count: orders.length }),
  '/api/orders/urgent': () => other(),
  '/api/orders/remove': (body) => {
    orders = orders.filter((row) => row.id !== body.id);
    if (orders.length < 32) {
      orders = [...orders, ...seed(10, made)];
      made += 10;
    }
    return other();
  },
  '/api/orders/check-title': (body) => other({ taken: text(body, 'title').includes('小区停水') }),
  '/api/orders/draft': () => other(),
  '/api/orders/autosave': () => other(),
  '/api/orders/create': (body) => {
    if (!text(body, 'title') || !text(body, 'content')) return refused('必填项缺失');
    if (/^170/.test(text(body, 'phone'))) return refused('来电号码在限制受理名单内');
    return numbered('GD');
  },
  '/api/orders/handle': (body) => {
    // The gateway's own answer when the department's system behind it is down.
    if (body.way === '转交部门') return { verdict: 'rejected', status: 502 };
    return text(body, 'opinion') ? accepted() : refused('办理意见不能为空');
  },
  '/api/orders/transfer': (body) =>
    body.unit === '派出所' ? refused('该单位本月接单量已达上限，不予受理') : accepted(),
  '/api/ledger/list': () => other({ rows: ledger }),
  '/api/ledger/save': (body) => {
    const row = ledger.find((one) => one.id === body.id);
    if (!row) return refused('记录不存在', 404);
    if (Number(body.count) > 999) return refused('件数与大厅取号数不一致，请刷新后重试', 409);
    Object.assign(row, body);
    return accepted();
  },
  '/api/ledger/remove': (body) => {
    ledger = [...ledger.filter((row) => row.id !== body.id), ledgerRow(lastRow)];
    lastRow += 1;
    return other();
  },
  '/api/visits/create': (body) => {
    // Recordings are transcribed before the answer: longer than the page waits.
    if (text(body, 'words').includes('录音')) return { ...refused('转写超时', 504), delayMs: 3000 };
    return accepted();
  },
  '/api/supervise/precheck': () => other(),
  '/api/supervise/create': (body) =>
    Number(body.days) > 30 ? refused('办理时限超过规定上限，督办单被退回') : numbered('DB'),
  '/api/quiz/hand-in': (body) => (Number(body.left) <= 0 ? other() : accepted()),
};

export async function handle(visit: Visit): Promise<boolean> {
  const { method, path } = visit;
  if (method === 'GET') return path.includes('.') ? false : answerHtml(visit, PAGE);
  const endpoint = ENDPOINTS[path];
  if (method !== 'POST' || !endpoint) return false;
  let body: Body = {};
  try {
    body = JSON.parse(visit.body);
  } catch {
    // An upload's body is multipart: nothing here reads it.
  }
  const { verdict, result, refusal, status = 200, delayMs } = endpoint(body);
  visit.log(verdict);
  if (status === 502) {
    visit.response.writeHead(502, { 'content-type': 'text/html' });
    visit.response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
    return true;
  }
  const answer = refusal ? { code: 500, message: refusal } : { code: 0, message: 'ok', result };
  return answerJson(visit, answer, status, delayMs);
}
