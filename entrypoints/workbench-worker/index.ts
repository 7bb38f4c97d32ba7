// The workbench's worker: reads packages one at a time, off the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { WorkbenchNews, WorkbenchTask } from '../../components/workbench-types';
import { makeBench } from './bench';

export default defineUnlistedScript(() => {
  const post = (news: WorkbenchNews) => self.postMessage(news);
  const bench = makeBench(post);
  let queue: Promise<void> = Promise.resolve();

  self.addEventListener('message', (event: MessageEvent<WorkbenchTask>) => {
    // One after another: a task works on what the one before it found.
    queue = queue.then(() => bench(event.data)).catch(() => post({ type: 'failed' }));
  });
});
