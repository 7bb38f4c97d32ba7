import type { SamplePortal, Visit } from '../portal';
import { answerHtml, portalFolder } from '../serve';
import { acts } from './acts';
import { decipher, encipher } from './cipher';

const SHELL = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>入户调查系统</title>
<link rel="stylesheet" href="/app.css"></head><body><script src="/app.js"></script></body></html>`;

const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨敏', '赵强', '黄丽'];
const STATES = ['未入户', '已提交', '审核失败', '驳回', '审核中', '已提交', '未入户', '暂存'];

interface Load {
  household?: string;
  answers?: Record<string, string>;
  auto?: boolean;
  page?: number;
  state?: string;
  name?: string;
  id?: string;
  phone?: string;
}

async function answer(visit: Visit, code: number, msg: string, data?: unknown): Promise<true> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  visit.response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  visit.response.end(encipher({ code, msg, data }));
  return true;
}

function submit(visit: Visit, load: Load): Promise<true> | true {
  const household = load.household ?? '';
  const answers = load.answers ?? {};
  const refuse = (msg: string, code = 500) => {
    visit.log('rejected');
    return answer(visit, code, msg);
  };
  if (household.startsWith('09')) return refuse('quota reached');
  if (household.startsWith('08')) return refuse('household already surveyed this quarter', 409);
  if (household.startsWith('07')) {
    visit.log('rejected');
    visit.response.writeHead(503);
    visit.response.end('<h1>503 Service Temporarily Unavailable</h1>');
    return true;
  }
  if (!answers.q1 || !/^1\d{10}$/.test(answers.q2 ?? '')) return refuse('invalid phone number', 422);
  visit.log(load.auto ? 'other' : 'accepted');
  return answer(visit, 200, `WJ2026${Date.now() % 100000}`);
}

function query(visit: Visit, load: Load): Promise<true> {
  const rows = NAMES.map((name, i) => ({
    id: `33010200${load.page ?? 1}${i}`,
    name,
    place: i % 2 ? '红星村二组' : '前进村一组',
    state: STATES[(i + (load.page ?? 1)) % STATES.length] ?? '',
  }));
  const kept = rows.filter(
    (r) => r.name.includes(load.name ?? '') && (load.state === '全部' || r.state === load.state),
  );
  return answer(visit, 200, 'ok', kept);
}

export const portal: SamplePortal = {
  id: 'survey',
  title: '入户调查系统',
  category: 'reporting',
  host: 'diaocha.test',
  folder: portalFolder(import.meta.url),
  bundles: { '/app.js': 'app.ts' },
  handle(visit) {
    if (visit.method === 'GET') {
      return /^\/(login|fill)?$/.test(visit.path) && answerHtml(visit, SHELL);
    }
    const load = decipher(visit.body) as Load;
    if (visit.path === '/api/answer/submit') return submit(visit, load);
    if (visit.path === '/api/household/phone') {
      const known = (load.id ?? '').startsWith('33');
      visit.log(known ? 'accepted' : 'rejected');
      return answer(visit, known ? 200 : 500, known ? 'ok' : 'no such household');
    }
    visit.log('other');
    if (visit.path === '/api/household/query') return query(visit, load);
    return answer(visit, 200, 'ok');
  },
  acts,
};
