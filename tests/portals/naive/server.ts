import type { Verdict, Visit } from '../portal';
import { answerHtml, answerJson } from '../serve';
import { findOrders, ledger, orderOf } from './server-data';

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>热线工单与网格治理平台</title>
<link rel="stylesheet" href="/app.css"></head><body><div id="app"></div><script src="/app.js"></script></body></html>`;

const gateway = (status: number) =>
  `<html><head><title>${status}</title></head><body><center><h1>${status} ${status === 413 ? 'Request Entity Too Large' : 'Bad Gateway'}</h1></center>
<hr><center>openresty</center></body></html>`;

type Body = Record<string, unknown>;
interface Reply {
  verdict: Verdict;
  /** The whole JSON answer; without it the gateway's page comes, or, with no status, the socket closes. */
  answer?: unknown;
  status?: number;
  delayMs?: number;
}

const text = (body: Body, key: string) => String(body[key] ?? '').trim();
const good = (verdict: Verdict, data: unknown = null, delayMs = 120): Reply => ({
  verdict,
  answer: { success: true, code: '0000', data },
  delayMs,
});
const other = (data?: unknown, delayMs = 50) => good('other', data, delayMs);
const refused = (message: string, status = 200, delayMs = 180): Reply => ({
  verdict: 'rejected',
  answer: { success: false, code: 'B0301', message },
  status,
  delayMs,
});
/** The extension whose socket was closed last: the browser itself tries such a request again. */
let last = { words: '', at: 0 };
const cut = (words: string): Reply => {
  const again = last.words === words && Date.now() - last.at < 5000;
  last = { words, at: Date.now() };
  return { verdict: again ? 'other' : 'rejected', delayMs: 250 };
};
const clock = () => new Date().toTimeString().slice(0, 5);

const ENDPOINTS: Record<string, (body: Body) => Reply> = {
  '/api/auth/login': (body) =>
    body.password === 'Rx@12345'
      ? other(null, 300)
      : { verdict: 'other', answer: { success: false, message: '用户名或密码不正确' } },
  '/api/auth/logout': () => other(),
  '/api/auth/sms': () => other(),
  '/api/online': () => other(),
  '/api/track': () => other(),
  '/api/notice/unread': () => other(3),
  '/api/notice/read': () => other(),
  '/api/order/page': (body) => other(findOrders(body), 160),
  '/api/order/get': (body) => other(orderOf(text(body, 'id'))),
  '/api/order/claim': () => other(),
  '/api/order/follow': () => other(),
  '/api/order/urge': () => other(),
  '/api/order/delete': () => other(null, 260),
  '/api/order/export': () => other(null, 700),
  '/api/order/lookup': (body) => other({ times: text(body, 'phone').length, name: '老来电人' }),
  '/api/order/similar': () => other([]),
  '/api/order/draft': () => other(null, 200),
  '/api/order/feedback': (body) => {
    if (!text(body, 'result')) return refused('缺少办理结果');
    return text(body, 'result').includes('转述') ? refused('缺少现场核实情况') : good('accepted', null, 600);
  },
  '/api/order/transfer': (body) => {
    if (body.unit === '县供电公司') return refused('该单位不在本级转办目录内', 200, 400);
    return text(body, 'reason') ? good('accepted', null, 1500) : refused('参数不完整');
  },
  '/api/order/return': (body) =>
    text(body, 'reason').length < 8 ? refused('退回理由不充分，请补充说明') : good('accepted'),
  '/api/order/extend': (body) =>
    text(body, 'reason').includes('暴雨') ? cut(text(body, 'reason')) : good('accepted', null, 300),
  '/api/order/finish': (body) =>
    body.truth === '不属实' ? refused('Forbidden', 403, 90) : good('accepted', null, 800),
  '/api/order/comment': (body) =>
    text(body, 'content') ? good('accepted', { at: clock() }, 90) : refused('内容为空'),
  '/api/order/visit': (body) =>
    Number(body.score) < 2
      ? { verdict: 'rejected', answer: { message: '登录已过期' }, status: 401 }
      : good('accepted'),
  '/api/order/create': (body) => {
    if (!/^170/.test(text(body, 'phone'))) return good('accepted', { id: 12 }, 500);
    return {
      verdict: 'rejected',
      answer: { success: false, code: 'A0400', errors: { phone: '该号码为虚拟运营商号段，需补录固定电话' } },
      delayMs: 350,
    };
  },
  '/api/walk/check': () => other(null, 150),
  '/api/walk/create': (body) =>
    text(body, 'demand').includes('重复') ? refused('本月该户已走访') : good('accepted', null, 450),
  '/api/journal/create': (body) =>
    text(body, 'content').includes('演练')
      ? { verdict: 'rejected', status: 502 }
      : good('accepted', null, 250),
  '/api/ledger/list': () => other(ledger),
  '/api/ledger/cell': (body) => {
    const row = ledger.find((one) => one.id === body.id);
    if (row) Object.assign(row, { [text(body, 'key')]: body.value });
    return other();
  },
  '/api/ledger/report': (body) =>
    text(body, 'note').includes('估算') ? refused('第 2 行与上月数据不衔接') : good('accepted', null, 900),
  '/api/file/upload': () => other({ url: '/f/1.png' }, 200),
  '/api/material/submit': (body) =>
    (body.files as unknown[]).length > 2
      ? { verdict: 'rejected', status: 413, delayMs: 300 }
      : good('accepted', null, 400),
  '/api/setting/save': () => other(),
  '/api/duty/today': (body) => other({ signed: body.signed === true }),
  '/api/duty/sign': (body) =>
    body.again
      ? { verdict: 'other', answer: { success: false, message: '今日已签到，无需重复签到' } }
      : good('checkIn', { at: clock() }),
  '/api/duty/face': () => other(null, 500),
  '/api/duty/arrive': () => good('checkIn', { at: clock() }, 700),
  '/api/duty/leave': () => good('checkIn', { at: clock() }, 350),
  '/api/duty/patrol': (body) =>
    text(body, 'place').includes('水库')
      ? { verdict: 'other', answer: { success: false, message: '当前位置距打卡点 3.2 公里，超出范围' } }
      : good('checkIn', { at: clock() }, 1100),
};

export async function handle(visit: Visit): Promise<boolean> {
  const { method, path, response } = visit;
  if (method === 'GET') return path.includes('.') ? false : answerHtml(visit, PAGE);
  const endpoint = ENDPOINTS[path];
  if (method !== 'POST' || !endpoint) return false;
  let body: Body = {};
  try {
    body = JSON.parse(visit.body);
  } catch {
    // A file's body is multipart: nothing here reads it.
  }
  const { verdict, answer, status = 200, delayMs } = endpoint(body);
  visit.log(verdict);
  if (answer) return answerJson(visit, answer, status, delayMs);
  await new Promise((resolve) => setTimeout(resolve, delayMs ?? 1000));
  if (status !== 200) return answerHtml(visit, gateway(status), status);
  response.destroy();
  return true;
}
