import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { eventActs } from './acts-events';
import { nothingActs } from './acts-nothing';
import { handle } from './server';

export const portal: SamplePortal = {
  id: 'antd',
  title: '工单办理系统',
  category: 'work-order',
  host: 'gongdan.test',
  bundles: { '/app.js': 'app/main.tsx' },
  folder: portalFolder(import.meta.url),
  handle,
  acts: [...eventActs, ...nothingActs],
};
