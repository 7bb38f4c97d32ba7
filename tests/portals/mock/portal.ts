import type { SamplePortal } from '../portal';
import { answerHtml, portalFolder } from '../serve';
import { acts } from './acts';

export const portal: SamplePortal = {
  id: 'mock',
  title: '资料报送演示系统',
  category: 'reporting',
  host: 'ziliao.test',
  folder: portalFolder(import.meta.url),
  bundles: { '/app.js': 'app.ts' },
  mocked: true,
  handle(visit) {
    if (visit.path !== '/') return false;
    return answerHtml(
      visit,
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>资料报送演示系统</title>
      <link rel="stylesheet" href="/app.css"></head><body><div id="app"></div><script src="/app.js"></script></body></html>`,
    );
  },
  acts,
};
