// A check-in app for grid workers: Vue 3 and Vant, one round div, precheck before check-in, hash routes.
import type { SamplePortal, Verdict, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder } from '../serve';
import { acts } from './acts';

const INDEX = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>网格巡查打卡</title>
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no"><link rel="stylesheet" href="/app.css"><style>
body{margin:0;background:#f2f3f5;font-size:14px}#app{max-width:480px;margin:0 auto;min-height:100vh;background:#f7f8fa;padding-bottom:60px}
.van-tabbar{max-width:480px;left:50%;margin-left:-240px}.punch-box{text-align:center;padding:26px 0 18px;background:#fff;margin-bottom:8px}
.punch{width:150px;height:150px;border-radius:50%;margin:0 auto 16px;background:linear-gradient(135deg,#3b8bff,#1567e0);color:#fff;display:flex;
flex-direction:column;align-items:center;justify-content:center;box-shadow:0 6px 18px #1567e066;cursor:pointer;user-select:none}
.punch b{font-size:22px;margin-bottom:6px}.zone,.done{color:#646566;margin:6px}.relocate,.remove{color:#1989fa;cursor:pointer;margin-left:8px}
.sheet,.buttons,.shift-buttons{padding:16px}.buttons .van-button{margin-bottom:10px}.shift{margin-top:14px}.shift-buttons{display:flex;gap:16px}
.shift-buttons .van-button{flex:1}.brand{text-align:center;margin:40px 0}.send,.give-up{text-align:center;padding:10px;border-radius:20px;cursor:pointer}
.send{background:#1989fa;color:#fff}.give-up{color:#969799}</style></head><body><div id="app"></div><script src="/app.js"></script></body></html>`;

/** Sessions that have checked in; an act brings a session of its own. */
const checkedIn = new Set<string>();

interface Body {
  [key: string]: unknown;
  type?: string;
  note?: string;
  place?: string;
  text?: string;
  password?: string;
  phone?: string;
  page?: number;
  word?: string;
}

const clock = () => new Date().toTimeString().slice(0, 5);

function reply(
  visit: Visit,
  verdict: Verdict,
  code: number,
  msg: string,
  data?: unknown,
  delay = 60,
): Promise<true> {
  visit.log(verdict);
  return answerJson(visit, { code, msg, data }, 200, delay);
}

function checkIn(visit: Visit, body: Body): Promise<true> {
  const session = visit.query.get('sid') ?? '';
  const trouble = visit.query.get('trouble');
  if (trouble === 'gateway') {
    visit.log('other');
    return answerJson(visit, { msg: 'bad gateway' }, 502);
  }
  if (trouble === 'refused') return reply(visit, 'other', 500, '打卡失败：设备与绑定设备不一致');
  if (trouble === 'already' || checkedIn.has(session)) return reply(visit, 'other', 409, '今日已打卡');
  checkedIn.add(session);
  return reply(visit, body.automatic ? 'other' : 'checkIn', 200, 'ok', { time: clock() });
}

function shift(visit: Visit, body: Body): Promise<true> {
  const trouble = visit.query.get('trouble');
  if (trouble === 'already') return reply(visit, 'other', 409, '今日已签到，请勿重复操作');
  if (trouble === 'refused') return reply(visit, 'other', 500, '巡查里程不足，不能签退');
  return reply(visit, 'checkIn', 200, 'ok', { time: clock(), type: body.type });
}

function report(visit: Visit, body: Body): Promise<true> {
  const note = body.note ?? '';
  if (!body.place) return reply(visit, 'rejected', 500, '巡查地点不能为空');
  if (note.includes('视频')) {
    visit.log('rejected');
    return answerJson(visit, { msg: 'internal' }, 503);
  }
  if (note.includes('邻村')) return reply(visit, 'rejected', 500, '上报失败：不属于本网格');
  if (note.length < 4) return reply(visit, 'rejected', 601, '问题描述少于4个字，请补充后再报');
  return reply(visit, 'accepted', 200, 'ok', undefined, 120);
}

function history(body: Body) {
  const page = Number(body.page ?? 1);
  const states = ['打卡成功', '已提交', '打卡失败', '打卡成功'];
  return Array.from({ length: 6 }, (_, i) => {
    const id = (page - 1) * 6 + i + 1;
    return { id, day: `11月${String(30 - id).padStart(2, '0')}日 08:2${i}`, state: states[i % 4] ?? '' };
  }).filter((row) => !body.word || row.state.includes(body.word) || row.day.includes(body.word));
}

async function handle(visit: Visit): Promise<boolean> {
  if (visit.method === 'GET') return visit.path === '/' ? answerHtml(visit, INDEX) : false;
  const body = JSON.parse(visit.body || '{}') as Body;
  switch (visit.path) {
    case '/api/precheck':
      return body.near
        ? reply(visit, 'other', 200, 'ok')
        : reply(visit, 'other', 403, '不在打卡范围内，请靠近后重试');
    case '/api/checkin':
      return checkIn(visit, body);
    case '/api/point':
      return reply(visit, 'checkIn', 200, 'ok');
    case '/api/shift':
      return shift(visit, body);
    case '/api/report':
      return report(visit, body);
    case '/api/feedback':
      return (body.text ?? '').length < 5
        ? reply(visit, 'rejected', 500, '反馈内容太短，提交失败')
        : reply(visit, 'accepted', 200, 'ok');
    case '/api/history':
      return reply(visit, 'other', 200, 'ok', history(body));
    case '/api/login':
      return body.password === 'Wg@2026'
        ? reply(visit, 'other', 200, 'ok')
        : reply(visit, 'other', 500, '手机号或密码错误');
    case '/api/phone':
      return body.phone?.startsWith('170')
        ? reply(visit, 'other', 500, '该号码未实名登记')
        : reply(visit, 'other', 200, 'ok');
    default:
      return reply(visit, 'other', 200, 'ok');
  }
}

export const portal: SamplePortal = {
  id: 'vant',
  title: '网格巡查打卡',
  category: 'check-in',
  host: 'daka.test',
  folder: portalFolder(import.meta.url),
  bundles: { '/app.js': 'app.ts' },
  handle,
  acts,
};
