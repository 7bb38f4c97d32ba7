// A hotline and grid-governance system: Vue 3 and naive-ui, routes in the path.
import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { eventActs } from './acts-events';
import { nothingActs } from './acts-nothing';
import { refusedActs } from './acts-refused';
import { handle } from './server';

export const portal: SamplePortal = {
  id: 'naive',
  title: '热线工单与网格治理平台',
  category: 'work-order',
  host: 'rexian.test',
  bundles: { '/app.js': 'app/main.ts' },
  folder: portalFolder(import.meta.url),
  handle,
  acts: [...eventActs, ...refusedActs, ...nothingActs],
};
