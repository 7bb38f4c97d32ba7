// Makes a deployment kit with the command that administrators use, and serves its `web` folder.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './build';

const TYPES: Record<string, string> = {
  crx: 'application/x-chrome-extension',
  xpi: 'application/x-xpinstall',
  xml: 'text/xml',
  json: 'application/json',
};

export interface KitServer {
  url: string;
  /** What was asked for, and with which answer. */
  asked: string[];
  close(): Promise<void>;
}

/** Serves the kit folder that `current` names at the moment of asking. */
export async function serveKit(current: () => string): Promise<KitServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://h').pathname);
    const bytes = await readFile(join(current(), 'web', name)).catch(() => null);
    asked.push(`${name} ${bytes ? 200 : 404}`);
    if (!bytes) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
      .end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function makeKit(...args: string[]): Promise<void> {
  const command = ['--import', 'tsx', join(ROOT, 'scripts/deploy-kit.ts'), ...args];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT });
}
