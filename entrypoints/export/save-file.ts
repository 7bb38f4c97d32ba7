// Has the file that was chosen made by a worker, and hands it over. The page stays alive meanwhile, and goes on
// in a tab in the background, where a page's own timers would be held back.
import type { ExportForm, SaveState } from '../../components/export-types';
import type { ExportSecrets } from '../../utils/export/plan';
import type { SaveNews, SaveTask } from '../../utils/export/save-task';
import { send } from '../../utils/messaging/messenger';
import { systemClock } from '../../utils/platform/clock';
import { download } from '../../utils/platform/download';
import { choiceOf, extensionFacts } from './choice';

export interface SaveOrder {
  personId: string;
  form: ExportForm;
  secrets: ExportSecrets;
  passphrase: string;
  range: { from: string; to: string } | null;
}

export async function saveFile(
  order: SaveOrder,
  signal: AbortSignal,
  show: (state: SaveState) => void,
): Promise<void> {
  show({ state: 'working', done: 0, all: 1 });
  try {
    const made = await askWorker(await taskOf(order), signal, (done, all) =>
      show({ state: 'working', done, all }),
    );
    if (made === null) return show({ state: 'cancelled' });
    download(made.file, made.name);
    if (order.form.level === 'L0') await send('noteBackup', { personId: order.personId });
    show({ state: 'saved', name: made.name, bytes: made.file.size });
  } catch (error) {
    show({ state: 'failed' });
    throw error;
  }
}

async function taskOf({ personId, form, secrets, passphrase, range }: SaveOrder): Promise<SaveTask> {
  const extension = extensionFacts();
  if (form.level !== 'L0')
    return { type: 'package', personId, choice: await choiceOf(form), secrets, extension };
  const days = `${range?.from ?? 'none'}_${range?.to ?? 'none'}`;
  return {
    type: 'backup',
    personId,
    name: `fingertip-ledger_L0_${days}_${secrets.exportId.slice(0, 8)}`,
    passphrase,
    about: { version: extension.version, madeAt: systemClock().wall },
  };
}

/** Null when it was cancelled: the worker ends at once, and what it made until then with it. */
function askWorker(
  task: SaveTask,
  signal: AbortSignal,
  say: (done: number, all: number) => void,
): Promise<{ name: string; file: Blob } | null> {
  // It may have been cancelled while the task was being put together.
  if (signal.aborted) return Promise.resolve(null);
  const worker = new Worker('/file-worker.js', { type: 'module' });
  const answer = new Promise<{ name: string; file: Blob } | null>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<SaveNews>) => {
      if (data.type === 'progress') say(data.done, data.all);
      if (data.type === 'made') resolve(data);
      if (data.type === 'failed') reject(new Error('the worker made no file'));
    });
    worker.addEventListener('error', () => reject(new Error('the worker ended')));
    worker.postMessage(task);
  });
  return answer.finally(() => worker.terminate());
}
