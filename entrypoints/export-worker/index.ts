// The export page's worker: makes one file off the page, and ends with it. Whoever cancels ends the worker.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SaveNews, SaveTask } from '../../utils/export/save-task';
import { makeFile } from './make-file';

export default defineUnlistedScript(() => {
  const post = (news: SaveNews) => self.postMessage(news);
  self.addEventListener('message', ({ data }: MessageEvent<SaveTask>) => {
    makeFile(data, (done, all) => post({ type: 'progress', done, all })).then(
      (made) => post({ type: 'made', ...made }),
      (error: unknown) => {
        post({ type: 'failed' });
        throw error;
      },
    );
  });
});
