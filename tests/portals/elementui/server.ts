import type { Verdict, Visit } from '../portal';
import { answerHtml, answerJson } from '../serve';
import { approvals, ledger, notices, objects, visitCards } from './server-data';

const PAGE = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>社会救助信息管理系统</title>
<link rel="stylesheet" href="/element/index.css"><link rel="stylesheet" href="/app.css"></head>
<body><div id="app"></div><script src="/vue.js"></script><script src="/element/index.js"></script><script src="/app.js"></script></body></html>`;

interface Reply {
  verdict: Verdict;
  code?: number;
  msg?: string;
  status?: number;
  more?: object;
  delay?: number;
  /** Takes the request and never answers it. */
  silent?: boolean;
}
type Body = Record<string, unknown>;
type Endpoint = (body: Body, session: string, raw: string) => Reply;

const ok = (verdict: Verdict, more: object = {}, delay = 120, msg = '操作成功'): Reply => ({
  verdict,
  more,
  delay,
  msg,
});
const no = (msg: string, code = 500, delay = 150, verdict: Verdict = 'rejected', more = {}): Reply => ({
  verdict,
  code,
  msg,
  delay,
  more,
});
const text = (body: Body, key: string) => String(body[key] ?? '').trim();

function saveObject(body: Body): Reply {
  const name = text(body, 'name');
  if (text(body, 'idCard').startsWith('5199'))
    return no(`新增救助对象'${name}'失败，身份证号码已存在`, 500, 260);
  if (text(body, 'remark').includes('待遇补发')) return no('不允许修改已停发的救助对象', 403, 180);
  if (text(body, 'phone').startsWith('000')) return { verdict: 'rejected', status: 500, delay: 420 };
  return ok('accepted', {}, 200 + (name.length % 3) * 300);
}

const attendance = new Map<string, Set<string>>([['signed', new Set(['in'])]]);
function sign(body: Body, session: string): Reply {
  const day = attendance.get(session) ?? new Set();
  attendance.set(session, day);
  const kind = text(body, 'kind');
  if (day.has(kind)) return no(kind === 'in' ? '您今天已经签到过了' : '您今天已经签退过了', 500, 90, 'other');
  day.add(kind);
  return ok('checkIn', {}, 350);
}

function visit(body: Body): Reply {
  if (text(body, 'situation').includes('附件过大')) return { verdict: 'rejected', status: 504, delay: 900 };
  if (text(body, 'situation').includes('网络')) return { verdict: 'rejected', silent: true };
  if (text(body, 'result') === '不符合条件' && text(body, 'situation').length < 12)
    return no('结论为“不符合条件”时，须详细说明原因', 601, 200);
  return ok('accepted', {}, 700);
}

function importData(raw: string): Reply {
  return raw.includes('bad-')
    ? ok(
        'rejected',
        {},
        1100,
        '很抱歉，导入失败！共 1 条数据格式不正确，错误如下：<br/>1、账号 王秀英 导入失败：身份证号码校验位有误',
      )
    : ok(
        'accepted',
        {},
        900,
        '恭喜您，数据已全部导入成功！共 2 条，数据如下：<br/>1、张国富 导入成功<br/>2、李桂兰 导入成功',
      );
}

const nothing: Endpoint = () => ok('other');
const ENDPOINTS: Record<string, Endpoint> = {
  'POST /login': (b) => {
    if (text(b, 'code') === '0') return no('验证码错误', 500, 80, 'other');
    return b.password === 'Shjz@2026'
      ? ok('other', { token: 't' })
      : no('用户不存在/密码错误', 500, 200, 'other');
  },
  'POST /logout': nothing,
  'POST /monitor/track': nothing,
  'POST /monitor/heartbeat': nothing,
  'GET /monitor/online': nothing,
  'POST /attendance/today': (_b, session) => {
    const day = attendance.get(session);
    return ok('other', { data: { inAt: day?.has('in') ? '08:21' : '', outAt: '' } });
  },
  'POST /attendance/sign': sign,
  'POST /attendance/outside': () => ok('checkIn', {}, 500),
  'POST /work/reply': () => ok('accepted', {}, 300),
  'POST /relief/object/list': (b) => ok('other', objects(b), 180),
  'POST /relief/object': saveObject,
  'PUT /relief/object': saveObject,
  'POST /relief/object/export': nothing,
  'POST /relief/object/template': nothing,
  'POST /relief/object/importData': (_b, _s, raw) => importData(raw),
  'POST /relief/apply/check': (b) =>
    text(b, 'idCard').endsWith('X')
      ? no('该申请人正在享受临时救助，不能重复申请', 500, 300, 'other')
      : ok('other', {}, 400),
  'POST /relief/apply/autosave': nothing,
  'POST /relief/apply/draft': () => ok('other', {}, 250),
  'POST /relief/apply': (b) =>
    /^\d{16,19}$/.test(text(b, 'account'))
      ? ok('accepted', { data: `LS2026${String(Date.now()).slice(-6)}` }, 1400)
      : no('', 422, 600, 'rejected', { fields: { account: '账号与申请人姓名不一致，请核实' } }),
  'POST /relief/review': (b) =>
    Number(b.sum) > 100000
      ? no('', 422, 800, 'rejected', {
          lines: ['1. 家庭年收入超过低保标准上限', '2. 与税务部门数据不一致，请核实后重新填报'],
        })
      : ok('accepted', {}, 650),
  'POST /relief/approval/list': (b) => ok('other', approvals(b), 150),
  'POST /relief/approval/complete': (b) =>
    ok('accepted', {}, 300, b.result === 'pass' ? '审批完成' : '已退回申请人'),
  'POST /relief/approval/batchPass': (b) =>
    ok('accepted', {}, 450, `成功审批 ${(b.ids as unknown[]).length} 件`),
  'POST /relief/approval/batchReject': (b) =>
    text(b, 'reason').includes('撤')
      ? no('所选事项已被他人办理，请刷新后重试', 500, 250)
      : ok('accepted', {}, 250),
  'POST /relief/visit/list': (b) => ok('other', visitCards(b), 140),
  'POST /share/verify': () => ok('other', { data: '民政：在保　车管：无车辆　不动产：1 套' }, 600),
  'POST /relief/visit': visit,
  'POST /fund/ledger/list': (b) => ok('other', ledger(b), 160),
  'PUT /fund/ledger': (b) =>
    Number(b.amount) > 3000 ? no('保存失败：发放金额超过月保障标准', 500, 130) : ok('accepted', {}, 110),
  'POST /system/notice/list': () => ok('other', notices(), 120),
  'POST /system/notice/read': nothing,
  'POST /system/notice/readAll': nothing,
  'POST /system/notice/receipt': () => ok('accepted', {}, 400),
  'PUT /system/user/profile': (b) =>
    text(b, 'phonenumber') === '13800000000'
      ? no('修改用户失败，手机号码已存在', 4001, 150)
      : ok('accepted', {}, 160),
  'PUT /system/user/profile/updatePwd': (b) =>
    text(b, 'oldPassword') === 'Shjz@2026' ? ok('other') : no('修改密码失败，旧密码错误', 500, 150, 'other'),
  'POST /system/user/prefer': nothing,
  'POST /common/upload': () => ok('other', { url: '/profile/upload/a.png' }, 300),
};

export async function handle(visit: Visit): Promise<boolean> {
  if (visit.method === 'GET' && visit.path === '/') return answerHtml(visit, PAGE);
  if (!visit.path.startsWith('/prod-api/')) return false;
  const path = visit.path.slice('/prod-api'.length);
  const key = `${visit.method} ${path}`;
  const byId = /^(DELETE \/relief\/object\/|PUT \/relief\/object\/submit\/)/.test(key);
  const endpoint = byId ? nothing : ENDPOINTS[key];
  if (!endpoint) return false;
  let body: Body = {};
  try {
    body = JSON.parse(visit.body || '{}');
  } catch {
    // An upload's body is multipart: nothing here reads it.
  }
  const session = (visit.request.headers.authorization ?? '').replace('Bearer ', '');
  const write = visit.method !== 'GET' && !/\/(list|today|heartbeat|track|login|logout)$/.test(path);
  // A session whose time is over is told so at its first write.
  const reply =
    write && session.startsWith('stale')
      ? no('认证失败，无法访问系统资源', 401, 90, 'rejected')
      : endpoint(body, session, visit.body);
  visit.log(reply.verdict);
  if (reply.silent) return true;
  const { code = 200, msg = '操作成功', status = 200, more = {}, delay = 100 } = reply;
  return answerJson(
    visit,
    status === 200 ? { code, msg, ...more } : { error: 'Internal Server Error' },
    status,
    delay,
  );
}
