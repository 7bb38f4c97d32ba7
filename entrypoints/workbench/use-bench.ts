// The page's side of the worker.
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  LookedFile,
  ReleaseShown,
  WorkbenchNews,
  WorkbenchTask,
} from '../../components/workbench-types';
import { download } from '../../utils/platform/download';
import { t } from '../../utils/platform/messages';

export function useBench() {
  const worker = useRef<Worker | null>(null);
  const [files, setFiles] = useState<LookedFile[]>([]);
  const [working, setWorking] = useState<{ done: number; all: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const [release, setRelease] = useState<(ReleaseShown & { name: string; file: Blob }) | null>(null);
  useEffect(() => {
    const made = new Worker('/file-worker.js', { type: 'module' });
    const hear = (news: WorkbenchNews) => {
      if (news.type === 'looked') {
        setFiles(news.files);
        setRelease(null);
      }
      if (news.type === 'progress') setWorking({ done: news.done, all: news.all });
      if (news.type === 'file') download(news.file, news.name);
      if (news.type === 'released') setRelease({ ...news.shown, name: news.name, file: news.file });
      if (news.type === 'failed') setFailed(true);
      if (news.type === 'idle' || news.type === 'failed') setWorking(null);
    };
    made.addEventListener('message', (event: MessageEvent<WorkbenchNews>) => hear(event.data));
    worker.current = made;
    return () => made.terminate();
  }, []);
  const ask = (task: WorkbenchTask) => {
    setFailed(false);
    setWorking({ done: 0, all: 1 });
    worker.current?.postMessage(task);
  };
  return {
    files,
    working,
    failed,
    release,
    onFiles: (chosen: File[]) => ask({ type: 'look', files: chosen }),
    onForget: () => ask({ type: 'forget' }),
    onMerge: () => ask({ type: 'merge' }),
    onRelease: (wish: { minPeople: number; epsilon: number | null }) =>
      ask({ type: 'release', wish: { ...wish, language: t('language') === 'zh-CN' ? 'zh' : 'en' } }),
    onSaveRelease() {
      if (release) download(release.file, release.name);
    },
  };
}
