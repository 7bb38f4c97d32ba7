import type { SamplePortal, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder } from '../serve';
import { acts } from './acts';

const SHELL = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>干部在线学习</title>
<link rel="stylesheet" href="/app.css"></head><body><div id="root"></div><script src="/app.js"></script></body></html>`;

const TITLES = ['基层减负专题', '保密教育', '应急管理', '乡村振兴', '数字政府', '信访条例', '廉政教育'];
const STATES = ['已完成', '学习中', '考核失败', '已提交', '未开始', '驳回补学', '已完成'];

interface Load {
  course?: string;
  paper?: string;
  live?: string;
  count?: number;
  text?: string;
  star?: number;
  auto?: boolean;
  answers?: Record<string, string>;
  page?: number;
  name?: string;
  tab?: string;
}

function courses(load: Load) {
  const page = load.page ?? 1;
  const rows = TITLES.map((title, i) => ({
    id: `k${page}${i}`,
    name: `${title}（第${page}期）`,
    teacher: ['王教授', '刘主任', '陈处长'][i % 3],
    hours: 0.5 + (i % 4) / 2,
    state: STATES[(i + page) % STATES.length] ?? '',
  }));
  const tab = load.tab === 'done' ? '已完成' : load.tab === 'fail' ? '考核失败' : '';
  return rows.filter((r) => r.name.includes(load.name ?? '') && r.state.includes(tab));
}

function exam(visit: Visit, load: Load) {
  if (load.auto) {
    visit.log('other');
    return answerJson(visit, { code: 200, msg: 'ok', data: { score: 0 } });
  }
  if (load.paper?.startsWith('closed')) {
    visit.log('rejected');
    return answerJson(visit, { code: 500, msg: '考试已截止' });
  }
  visit.log('accepted');
  return answerJson(visit, { code: 200, msg: 'ok', data: { score: 100 } });
}

function evaluate(visit: Visit, load: Load) {
  if (load.course?.startsWith('often')) {
    visit.log('rejected');
    return answerJson(visit, { code: 429, msg: '操作过于频繁，请稍后再试' }, 429);
  }
  visit.log('accepted');
  return answerJson(visit, { code: 200, msg: 'ok' });
}

function comment(visit: Visit, load: Load) {
  const bad = /举报|广告/.test(load.text ?? '');
  visit.log(bad ? 'rejected' : 'accepted');
  return answerJson(visit, bad ? { code: 500, msg: '内容包含敏感词，请修改' } : { code: 200, msg: 'ok' });
}

function sign(visit: Visit, load: Load) {
  if (load.live?.startsWith('early')) {
    visit.log('other');
    return answerJson(visit, { code: 500, msg: '直播尚未开始' });
  }
  visit.log('checkIn');
  return answerJson(visit, { code: 200, msg: 'ok', data: { at: new Date().toLocaleTimeString('zh-CN') } });
}

export const portal: SamplePortal = {
  id: 'learning',
  title: '干部在线学习',
  category: 'learning-hours',
  host: 'xuexi.test',
  folder: portalFolder(import.meta.url),
  bundles: { '/app.js': 'app.tsx' },
  handle(visit) {
    if (visit.method === 'GET') {
      return /^\/(login|(course|quiz|live)\/\w+)?$/.test(visit.path) && answerHtml(visit, SHELL);
    }
    const load = JSON.parse(visit.body || '{}') as Load;
    if (visit.path === '/api/exam/submit') return exam(visit, load);
    if (visit.path === '/api/evaluate') return evaluate(visit, load);
    if (/^\/api\/comment\/(add|reply)$/.test(visit.path)) return comment(visit, load);
    if (visit.path === '/api/live/sign') return sign(visit, load);
    visit.log('other');
    if (visit.path === '/api/course/search') return answerJson(visit, { code: 200, data: courses(load) });
    if (visit.path === '/api/live/precheck' && load.live?.startsWith('done')) {
      return answerJson(visit, { code: 208, msg: '今日已签到' });
    }
    if (visit.path === '/api/study/heartbeat') {
      return answerJson(visit, { code: 200, data: { credited: load.count === 2 } });
    }
    return answerJson(visit, { code: 200, msg: 'ok' });
  },
  acts,
};
