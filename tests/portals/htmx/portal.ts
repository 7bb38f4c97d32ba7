// A village's pages printed by the server, with Bootstrap 5 and htmx: whole pages, fragments and out-of-band swaps.
import { createRequire } from 'node:module';
import type { SamplePortal } from '../portal';
import { portalFolder } from '../serve';
import { acts } from './acts';
import { read } from './reads';
import { write } from './writes';

const require = createRequire(import.meta.url);

export const portal: SamplePortal = {
  id: 'htmx',
  title: '村级综合服务平台',
  category: 'reporting',
  host: 'cunji.test',
  folder: portalFolder(import.meta.url),
  files: {
    '/static/htmx.min.js': require.resolve('htmx.org/dist/htmx.min.js'),
    '/static/bootstrap.min.css': require.resolve('bootstrap/dist/css/bootstrap.min.css'),
    '/static/bootstrap.bundle.min.js': require.resolve('bootstrap/dist/js/bootstrap.bundle.min.js'),
  },
  handle: (visit) => (visit.method === 'GET' ? read(visit) : write(visit)),
  acts,
};
