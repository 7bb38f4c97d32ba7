// A layui admin: pages in tabs of iframes, layers of both kinds, $.ajax with 200 and a code.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SamplePortal, Verdict, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder } from '../serve';
import { acts } from './acts';
import { frame, home, login } from './app-frame';
import { family, guest, relief, reliefDone, subsidy, subsidyForm, visit as visitPage } from './app-pages';

const LAYUI = join(dirname(createRequire(import.meta.url).resolve('layui/package.json')), 'dist');
const NAMES = ['王桂英', '李德全', '张淑珍', '孙德福', '周玉梅', '吴长海', '郑美兰', '冯国栋', '韩秀芝'];
const STATES = ['已提交', '审核失败', '驳回', '审核通过', '待审核'];
const COMMUNITIES = ['城东社区', '城西社区', '南门社区', '北关村'];
const PAGES: Record<string, string> = {
  '/': frame,
  '/login': login,
  '/page/home': home,
  '/page/subsidy': subsidy,
  '/page/subsidy-form': subsidyForm,
  '/page/family': family,
  '/page/visit': visitPage,
  '/page/guest': guest,
  '/page/relief': relief,
};

function listSubsidies(form: URLSearchParams) {
  const page = Number(form.get('page') ?? 1);
  const limit = Number(form.get('limit') ?? 8);
  const rows = Array.from({ length: 57 }, (_, i) => ({
    code: `GL2026${String(i + 1).padStart(4, '0')}`,
    name: NAMES[i % NAMES.length] ?? '',
    age: 80 + (i % 17),
    community: COMMUNITIES[i % COMMUNITIES.length],
    amount: i % 3 ? '100元' : '200元',
    status: STATES[i % STATES.length] ?? '',
  })).filter(
    (row) => row.name.includes(form.get('name') ?? '') && row.status.includes(form.get('status') ?? ''),
  );
  return { code: 0, msg: '', count: rows.length, data: rows.slice((page - 1) * limit, page * limit) };
}

/** What the server says to a submission: nothing wrong, or a sentence, or a bare HTTP status. */
function refusal(path: string, form: URLSearchParams): string | number | undefined {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  switch (path) {
    case '/subsidy/save':
      if (!text('name') || !text('phone')) return '参数不完整';
      return text('idcard').startsWith('3301') ? '该身份证号已在册，请勿重复申领' : undefined;
    case '/subsidy/audit':
      if (!text('opinion')) return '请填写审核意见';
      return text('opinion').includes('同意') ? undefined : 502;
    case '/subsidy/back':
      return text('reason').length < 2 ? '退回原因过短' : undefined;
    case '/family/save':
      if (!text('head')) return '户主不能为空';
      if (text('address').includes('外省')) return 401;
      return Number(text('people')) > 12 ? '家庭人口超出范围，保存失败' : undefined;
    case '/visit/save':
      if (text('note').includes('附件')) return 500;
      return text('note').length < 4 ? '走访情况过于简单，不予提交' : undefined;
    case '/guest/save':
      return text('matter') ? undefined : '请填写来访事项';
    case '/relief/apply':
      return Number(text('amount')) > 20000 ? '申请未通过：金额超出救助标准上限' : undefined;
    default:
      return undefined;
  }
}

const SUBMISSIONS = [
  '/subsidy/save',
  '/subsidy/audit',
  '/subsidy/back',
  '/family/save',
  '/visit/save',
  '/guest/save',
  '/relief/apply',
];

async function submit(visit: Visit, form: URLSearchParams): Promise<true> {
  const problem = refusal(visit.path, form);
  visit.log(problem === undefined ? 'accepted' : 'rejected');
  if (typeof problem === 'number') return answerJson(visit, { msg: 'error' }, problem);
  if (problem) return answerJson(visit, { code: 1, msg: problem });
  return answerJson(visit, { code: 0, msg: '操作成功', data: `MZ${String(Date.now()).slice(-8)}` });
}

function attend(visit: Visit): Promise<true> {
  const already = visit.query.get('attended') === '1';
  const verdict: Verdict = already ? 'other' : 'checkIn';
  visit.log(verdict);
  const time = new Date().toTimeString().slice(0, 5);
  return answerJson(visit, already ? { code: 1, msg: '今日已签到，请勿重复签到' } : { code: 0, time });
}

async function handle(visit: Visit): Promise<boolean> {
  if (visit.method === 'GET') {
    if (visit.path === '/page/relief-done') {
      return answerHtml(visit, reliefDone((visit.query.get('no') ?? '').replace(/\W/g, '')));
    }
    const html = PAGES[visit.path];
    return html ? answerHtml(visit, html) : false;
  }
  const form = new URLSearchParams(visit.body);
  if (SUBMISSIONS.includes(visit.path)) return submit(visit, form);
  if (visit.path === '/attend') return attend(visit);
  visit.log('other');
  switch (visit.path) {
    case '/login': {
      const right = form.get('password') === 'Mz@2026';
      return answerJson(visit, right ? { code: 0, msg: '登录成功' } : { code: 1, msg: '用户名或密码错误' });
    }
    case '/subsidy/list':
      return answerJson(visit, listSubsidies(form));
    case '/subsidy/check': {
      const known = form.get('idcard')?.startsWith('3301');
      return answerJson(visit, { code: known ? 1 : 0, msg: known ? '该对象已存在' : '' });
    }
    case '/subsidy/export':
      return answerJson(visit, { code: 0, msg: '导出成功，请到下载中心查看' });
    case '/upload':
      return answerJson(visit, { code: 0, msg: '上传成功', data: { name: '现场照片.png' } });
    default:
      return answerJson(visit, { code: 0, msg: '同步成功' });
  }
}

export const portal: SamplePortal = {
  id: 'layui',
  title: '民政业务系统',
  category: 'reporting',
  host: 'minzheng.test',
  folder: portalFolder(import.meta.url),
  files: {
    '/layui/layui.js': join(LAYUI, 'layui.js'),
    '/layui/css/layui.css': join(LAYUI, 'css/layui.css'),
    '/layui/font/iconfont.woff2': join(LAYUI, 'font/iconfont.woff2'),
    '/layui/font/iconfont.woff': join(LAYUI, 'font/iconfont.woff'),
    '/layui/font/iconfont.ttf': join(LAYUI, 'font/iconfont.ttf'),
  },
  handle,
  acts,
};
