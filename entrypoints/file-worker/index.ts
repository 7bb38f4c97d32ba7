// The worker of the export page and of the workbench: makes and reads files off the page. One script for both,
// since most of it is the same code; each page has a worker of its own, and an export's ends with its file.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { WorkbenchNews, WorkbenchTask } from '../../components/workbench-types';
import type { SaveNews, SaveTask } from '../../utils/export/save-task';
import { makeBench } from './bench';
import { makeFile } from './make-file';

export default defineUnlistedScript(() => {
  const post = (news: WorkbenchNews | SaveNews) => self.postMessage(news);
  const bench = makeBench(post);
  let queue: Promise<void> = Promise.resolve();

  self.addEventListener('message', ({ data }: MessageEvent<WorkbenchTask | SaveTask>) => {
    if (data.type === 'package' || data.type === 'backup') {
      makeFile(data, (done, all) => post({ type: 'progress', done, all })).then(
        (made) => post({ type: 'made', ...made }),
        (error: unknown) => {
          post({ type: 'failed' });
          throw error;
        },
      );
      return;
    }
    // One after another: a task works on what the one before it found.
    queue = queue.then(() => bench(data)).catch(() => post({ type: 'failed' }));
  });
});
