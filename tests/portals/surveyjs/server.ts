import type { Verdict, Visit } from '../portal';
import { answerHtml, answerJson, redirect } from '../serve';
import * as pages from './pages';

type Body = Record<string, unknown>;
interface Reply {
  verdict: Verdict;
  status?: number;
  body?: object;
  delay?: number;
}
const text = (body: Body, key: string) => String(body[key] ?? '');
const other = (body: object = {}, delay = 80): Reply => ({ verdict: 'other', body, delay });
const taken = (body: object = {}, delay = 200): Reply => ({
  verdict: 'accepted',
  body: { success: true, ...body },
  delay,
});
const refused = (message: string, status = 200, delay = 200): Reply => ({
  verdict: 'rejected',
  status,
  body: { success: false, message },
  delay,
});

const retried = new Set<string>();
function service(body: Body): Reply {
  const words = text(body, 'suggestion');
  if (words.includes('parking') && !retried.has(words)) {
    retried.add(words);
    return { verdict: 'rejected', status: 503, delay: 300 };
  }
  if (words.includes('%')) return { verdict: 'rejected', status: 500, delay: 900 };
  if (text(body, 'fullname').startsWith('Test'))
    return refused('A response from this person has already been recorded.', 409, 400);
  return taken({}, 1200);
}

const TASKS = Array.from({ length: 24 }, (_, i) => ({
  id: `T${101 + i}`,
  title: ['燃气安全排查', '独居老人走访', '防汛物资清点', '经济普查补报'][i % 4] ?? '',
  state: i % 3 ? '未填报' : '已填报',
}));
function tasks(body: Body): Reply {
  const found = TASKS.filter((task) => task.title.includes(text(body, 'key')));
  if (body.order === 'desc') found.reverse();
  const start = (Number(body.page) - 1) * 8;
  return other({ rows: found.slice(start, start + 8) }, 150);
}

const days = new Map<string, { in: string; out: string }>();
function dayOf(session: string) {
  const started = session.startsWith('in-') ? '08:26:10' : '';
  const day = days.get(session) ?? {
    in: session.startsWith('full-') ? '08:20:00' : started,
    out: session.startsWith('full-') ? '17:31:00' : '',
  };
  days.set(session, day);
  return day;
}
function clock(body: Body, session: string): Reply {
  const day = dayOf(session);
  if (session.startsWith('early')) return other({ code: 4102, msg: '未到打卡时间，07:00 后可打上班卡' }, 180);
  if (session.startsWith('twice')) return other({ code: 4107, msg: '您已在其他设备打过上班卡' }, 180);
  const now = new Date().toTimeString().slice(0, 8);
  if (body.kind === 'in') day.in = now;
  else day.out = now;
  return { verdict: 'checkIn', body: { code: 0, msg: 'ok', state: day }, delay: 320 };
}

function validate(body: Body): Reply {
  const known = text(body, 'idCard').startsWith('4400') && Boolean(body.complete);
  const hardship = text(body, 'hardship');
  if (body.complete && hardship.includes('拆迁'))
    return {
      verdict: 'rejected',
      body: { errors: { hardship: '涉及信访事项，请通过信访渠道反映，本问卷不予受理' } },
      delay: 350,
    };
  if (known)
    return {
      verdict: 'rejected',
      body: { errors: { income: '该户本年度已调查，不能重复上报' } },
      delay: 350,
    };
  return other({ errors: {} }, 250);
}

const ENDPOINTS: Record<string, (body: Body, session: string) => Reply> = {
  '/api/ping': () => other(),
  '/api/telemetry': () => other(),
  '/api/partial/service': () => other(),
  '/api/partial/household': () => other({}, 300),
  '/api/responses/service': (body, session) =>
    session.startsWith('stale') ? { verdict: 'rejected', status: 401, delay: 120 } : service(body),
  '/api/responses/feedback': (body) =>
    text(body, 'why').includes('http')
      ? refused('Links are not allowed in feedback.', 422, 300)
      : taken({}, 600),
  '/api/responses/household': (body) =>
    text(body, 'head').includes('?')
      ? refused('the assessment closed on 20 November.', 200, 500)
      : taken({ number: 'HR-20417' }, 500),
  '/api/validate': validate,
  '/api/responses/livelihood': () => taken({}, 350),
  '/api/weekly': (body) => {
    if (text(body, 'community').includes('"')) return { verdict: 'rejected', status: 403, delay: 90 };
    return text(body, 'community').includes('示范')
      ? refused('该社区本周周报已上报', 200, 260)
      : taken({}, 700);
  },
  '/api/weekly/autosave': () => other(),
  '/api/material': (body) =>
    JSON.stringify(body.proof ?? '').includes('.exe') || !body.proof
      ? refused('附件缺失或格式不符合要求，报送未受理', 200, 450)
      : taken({}, 800),
  '/api/tasks': tasks,
  '/api/tasks/read': () => other(),
  '/api/tasks/remove': () => other({}, 160),
  '/api/tasks/export': () => other({ csv: 'id,title\n' }, 300),
  '/api/tasks/fill': (body) =>
    Number(body.count) > 999 ? refused('排查数量超出辖区总数，请核对', 200, 240) : taken({}, 380),
  '/api/attend/today': (_body, session) => other({ state: dayOf(session) }),
  '/api/attend/location': (body) => other({ inRange: body.spot !== 'far' }, 130),
  '/api/attend/clock': clock,
  '/api/attend/patch': (body) =>
    text(body, 'reason').includes('忘')
      ? { verdict: 'rejected', body: { code: 1, msg: '本月补卡次数已用完' }, delay: 220 }
      : taken({ code: 0 }, 420),
};

export async function handle(visit: Visit): Promise<boolean> {
  const { path } = visit;
  if (visit.method === 'GET') {
    if (path === '/checkin') return answerHtml(visit, pages.checkin);
    if (path === '/tasks' || path === '/')
      return answerHtml(visit, pages.tasks(visit.query.has('sent') ? '材料已报送' : ''));
    if (path === '/login')
      return answerHtml(visit, pages.login(visit.query.has('expired') ? '登录已过期，请重新登录' : ''));
    if (path === '/logout') return redirect(visit, '/login');
    return path.startsWith('/s/') ? answerHtml(visit, pages.survey(path.slice(3))) : false;
  }
  if (path === '/login') {
    visit.log('other');
    const right = new URLSearchParams(visit.body).get('password') === 'Diaocha#1';
    return right ? redirect(visit, '/tasks') : answerHtml(visit, pages.login('用户名或密码错误'));
  }
  if (path === '/api/upload') {
    visit.log('other');
    return answerJson(visit, { ok: true }, 200, 350);
  }
  const endpoint = ENDPOINTS[path];
  if (!endpoint) return false;
  const session = String(visit.request.headers['x-session'] ?? 'guest');
  const reply = endpoint(JSON.parse(visit.body || '{}'), session);
  visit.log(reply.verdict);
  return answerJson(visit, reply.body ?? {}, reply.status ?? 200, reply.delay ?? 80);
}
