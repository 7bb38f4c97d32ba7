import { join } from 'node:path';
import type { SamplePortal, Verdict, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder } from '../serve';
import { acts } from './acts';

const folder = portalFolder(import.meta.url);
const layui = join(folder, '../../../node_modules/layui/dist');

const shell = (
  body: string,
) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>党建工作台账</title>
<link rel="stylesheet" href="/layui/css/layui.css"><link rel="stylesheet" href="/app.css"></head><body>${body}</body></html>`;
const SHELL = shell('<script src="/layui/layui.js"></script><script src="/app.js"></script>');

function decide(visit: Visit): Promise<true> | true {
  const form = new URLSearchParams(visit.body);
  const say = (verdict: Verdict, code: number, msg: string, status = 200) => {
    visit.log(verdict);
    return answerJson(visit, { code, msg }, status);
  };
  switch (visit.path) {
    case '/api/report/publish':
      if (form.get('title')?.includes('转载')) return say('rejected', 500, '内容与已发布信息重复，不予发布');
      return say('accepted', 0, '');
    case '/api/diary/add':
      if (form.get('auto')) return say('other', 0, '');
      if (form.get('text')?.includes('同上')) return say('rejected', 500, '上报被退回：纪实内容不得雷同');
      return say('accepted', 0, '');
    case '/api/meeting/sign':
      if (form.get('id')?.startsWith('done')) return say('other', 1, '您今日已签到');
      if (form.get('id')?.startsWith('late')) return say('other', 2, '签到已截止');
      return say('checkIn', 0, '');
    case '/api/meeting/minutes':
      if (!form.get('text')) return say('rejected', 400, '会议记录为空，提交失败');
      return say('accepted', 0, '');
    case '/api/material/submit':
      if (form.get('note')?.includes('超大')) return say('rejected', 502, '', 502);
      return say('accepted', 0, '');
    case '/files/submit': {
      const fine = /filename="[^"]+\.pdf"/.test(visit.body);
      visit.log(fine ? 'accepted' : 'rejected');
      const title = fine ? '报送成功' : '报送失败';
      const text = fine ? '文件已送至区委组织部。' : '仅支持 PDF 格式的扫描件，请重新上传。';
      const page = `<div class="layui-card" style="margin:60px auto;width:520px"><div class="layui-card-body">
        <h2 class="dj-result">${title}</h2><p>${text}</p><a href="/files">返回</a></div></div>`;
      return answerHtml(visit, shell(page), fine ? 200 : 415);
    }
    default:
      return say('other', 0, '');
  }
}

export const portal: SamplePortal = {
  id: 'richtext',
  title: '党建工作台账',
  category: 'reporting',
  host: 'dangjian.test',
  folder,
  bundles: { '/app.js': 'app.ts' },
  files: {
    '/layui/layui.js': join(layui, 'layui.js'),
    '/layui/css/layui.css': join(layui, 'css/layui.css'),
    '/layui/font/iconfont.woff2': join(layui, 'font/iconfont.woff2'),
  },
  handle(visit) {
    if (visit.method === 'POST') return decide(visit);
    return /^\/(login|report|simple|meeting|files|material)?$/.test(visit.path) && answerHtml(visit, SHELL);
  },
  acts,
};
