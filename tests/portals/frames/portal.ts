import type { SamplePortal, Verdict, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder } from '../serve';
import { acts } from './acts';

const shell = (
  script: string,
) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>一网统管平台</title>
<link rel="stylesheet" href="${script}.css"></head><body><script src="${script}.js"></script></body></html>`;

function decide(visit: Visit): Promise<true> {
  const load = JSON.parse(visit.body || '{}') as Record<string, string | boolean>;
  const has = (key: string, word: string) => String(load[key] ?? '').includes(word);
  const say = (verdict: Verdict, code = 200, msg = '操作成功', status = 200) => {
    visit.log(verdict);
    return answerJson(visit, { code, msg }, status);
  };
  switch (visit.path) {
    case '/apply/submit':
      if (load.auto) return say('other');
      if (has('reason', '复核')) return say('rejected', 500, '申请被退回：该事项正在办理中');
      if (has('reason', '加急')) return say('rejected', 500, '', 500);
      return say('accepted');
    case '/api/event/report':
      return has('text', '重复') ? say('rejected', 500, '上报失败：事件重复') : say('accepted');
    case '/api/company/add':
      if (!/^1\d{10}$/.test(String(load.phone)))
        return say('rejected', 422, '联系电话格式有误，提交失败', 422);
      return say('accepted');
    case '/api/brief/save':
      return load.title ? say('accepted') : say('rejected', 500, '保存失败：缺少标题');
    case '/api/grid/sign':
    case '/kq/sign':
      if (has('shift', 'done')) return say('other', 208, '今日已签到，无需重复签到');
      if (has('shift', 'far')) return say('other', 500, '签到失败：不在签到范围');
      return say('checkIn');
    default:
      return say('other');
  }
}

export const portal: SamplePortal = {
  id: 'frames',
  title: '一网统管平台',
  category: 'reporting',
  host: 'yiwang.test',
  furtherHosts: ['biaodan.yiwang.test', 'kaoqin.test'],
  folder: portalFolder(import.meta.url),
  bundles: { '/app.js': 'app.ts', '/frame.js': 'app-frame.ts' },
  handle(visit) {
    if (visit.method === 'POST') return decide(visit);
    if (!visit.request.headers.host?.startsWith('yiwang.test')) {
      return /^\/(form|sign)$/.test(visit.path) && answerHtml(visit, shell('/frame'));
    }
    return (
      /^\/(apply|apply-hall|event|company|brief|grid|attend)?$/.test(visit.path) &&
      answerHtml(visit, shell('/app'))
    );
  },
  acts,
};
