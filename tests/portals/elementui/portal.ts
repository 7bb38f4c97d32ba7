// A county's social assistance system on Vue 2 and Element UI, as the usual admin scaffold makes them.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { eventActs } from './acts-events';
import { nothingActs } from './acts-nothing';
import { moreNothingActs } from './acts-nothing-more';
import { refusedActs } from './acts-refused';
import { handle } from './server';

const require = createRequire(import.meta.url);
const ELEMENT = dirname(require.resolve('element-ui/package.json'));

export const portal: SamplePortal = {
  id: 'elementui',
  title: '社会救助信息管理系统',
  category: 'work-order',
  host: 'shjz.test',
  bundles: { '/app.js': 'app/main.ts' },
  files: {
    '/vue.js': join(dirname(require.resolve('vue2/package.json')), 'dist', 'vue.min.js'),
    '/element/index.js': join(ELEMENT, 'lib', 'index.js'),
    '/element/index.css': join(ELEMENT, 'lib', 'theme-chalk', 'index.css'),
    '/element/fonts/element-icons.woff': join(ELEMENT, 'lib', 'theme-chalk', 'fonts', 'element-icons.woff'),
  },
  folder: portalFolder(import.meta.url),
  handle,
  acts: [...eventActs, ...refusedActs, ...nothingActs, ...moreNothingActs],
};
