import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { eventActs } from './acts-events';
import { nothingActs } from './acts-nothing';
import { handle } from './server';

export const portal: SamplePortal = {
  id: 'element-plus',
  title: '村务管理平台',
  category: 'reporting',
  host: 'cunwu.test',
  bundles: { '/app.js': 'app/main.ts' },
  folder: portalFolder(import.meta.url),
  handle,
  acts: [...eventActs, ...nothingActs],
};
