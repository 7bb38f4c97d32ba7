// Serves all sample portals from one loopback port; the Host header decides which one answers.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { SamplePortal, Visit, Write } from './portal';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.webm': 'video/webm',
};

export interface PortalServer {
  port: number;
  writes: Write[];
  /** For portals that answer their own requests: the driver says what happened. */
  note(portal: string, verdict: Write['verdict']): void;
  close(): Promise<void>;
}

export function portalFolder(moduleUrl: string): string {
  return dirname(fileURLToPath(moduleUrl));
}

export async function servePortals(portals: readonly SamplePortal[], port = 0): Promise<PortalServer> {
  const byHost = new Map<string, SamplePortal>();
  for (const portal of portals) {
    for (const host of [portal.host, ...(portal.furtherHosts ?? [])]) byHost.set(host, portal);
  }
  const writes: Write[] = [];
  const note: PortalServer['note'] = (portal, verdict) =>
    writes.push({ at: Date.now(), portal, verdict, what: 'journal' });
  const bundles = new Map<string, Promise<Map<string, Uint8Array>>>();

  const server: Server = createServer(async (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const portal = byHost.get(host);
    const url = new URL(request.url ?? '/', `http://${host}`);
    const path = url.pathname;
    const send = (bytes: string | Uint8Array, type: string) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(bytes);
    };
    try {
      if (!portal) throw new Error('no such host');
      const file = portal.files?.[path];
      if (file) return send(await readFile(file), TYPES[extname(file)] ?? 'application/octet-stream');
      const built = await builtFile(bundles, portal, path);
      if (built) return send(built, TYPES[extname(path)] ?? 'application/octet-stream');
      const visit: Visit = {
        method: request.method ?? 'GET',
        path,
        query: url.searchParams,
        body: await readBody(request),
        request,
        response,
        log: (verdict) =>
          writes.push({ at: Date.now(), portal: portal.id, verdict, what: `${request.method} ${path}` }),
      };
      if (await portal.handle(visit)) return;
    } catch (error) {
      process.stderr.write(`sample portal ${host}${path}: ${String(error)}\n`);
    }
    if (!response.headersSent) response.writeHead(404);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    writes,
    note,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bundles an entry on its first request; CSS and fonts it imports are served beside it. */
async function builtFile(
  cache: Map<string, Promise<Map<string, Uint8Array>>>,
  portal: SamplePortal,
  path: string,
): Promise<Uint8Array | undefined> {
  if (!portal.bundles) return undefined;
  let files = cache.get(portal.id);
  if (!files) {
    files = bundle(portal);
    cache.set(portal.id, files);
  }
  return (await files).get(path);
}

async function bundle(portal: SamplePortal): Promise<Map<string, Uint8Array>> {
  const entries = Object.entries(portal.bundles ?? {}).map(([out, entry]) => ({
    in: join(portal.folder, entry),
    out: out.replace(/^\//, '').replace(/\.js$/, ''),
  }));
  const result = await build({
    entryPoints: entries,
    // An alias is resolved from the working directory, which need not be the project's.
    absWorkingDir: portal.folder,
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'react',
    minify: true,
    loader: {
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.ttf': 'dataurl',
      '.svg': 'dataurl',
      '.png': 'dataurl',
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    // The project's own tsconfig speaks of Preact; a portal is not part of it.
    tsconfigRaw: '{}',
    logLevel: 'error',
  });
  return new Map(result.outputFiles.map((file) => [file.path, file.contents]));
}

async function readBody(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON after a short, human-scale delay. */
export async function answerJson(visit: Visit, body: unknown, status = 200, delayMs = 60): Promise<true> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  visit.response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  visit.response.end(JSON.stringify(body));
  return true;
}

export function answerHtml(visit: Visit, html: string, status = 200): true {
  visit.response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  visit.response.end(html);
  return true;
}

export function redirect(visit: Visit, to: string): true {
  visit.response.writeHead(303, { location: to });
  visit.response.end();
  return true;
}
