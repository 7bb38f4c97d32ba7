// Builds the worker of the export page and of the workbench among the pages, as a module: it shares their chunks
// (the database above all) instead of carrying copies. WXT would build it as a script that stands alone, which it
// still does for its development server.
import { fileURLToPath } from 'node:url';

export const FILE_WORKER = 'file-worker';
const ENTRY = 'virtual:file-worker';
const SOURCE = fileURLToPath(new URL(`../entrypoints/${FILE_WORKER}/index.ts`, import.meta.url));

interface Emitter {
  emitFile(file: { type: 'chunk'; id: string; fileName: string; preserveSignature: false }): string;
}

/** A Vite plugin. */
export function shareFileWorker() {
  return {
    name: 'share-file-worker',
    apply: 'build' as const,
    buildStart(this: Emitter, { input }: { input?: unknown }) {
      const isOfPages = Object.values(input ?? {}).some((file) => String(file).endsWith('.html'));
      if (!isOfPages) return;
      this.emitFile({ type: 'chunk', id: ENTRY, fileName: `${FILE_WORKER}.js`, preserveSignature: false });
    },
    resolveId: (id: string) => (id === ENTRY ? `\0${ENTRY}` : null),
    load: (id: string) =>
      id === `\0${ENTRY}` ? `import script from ${JSON.stringify(SOURCE)}; script.main();` : null,
  };
}
