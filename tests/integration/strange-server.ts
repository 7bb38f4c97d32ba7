// A real server on loopback that serves a list as good servers do, and misbehaves in every way a bad one can.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface StrangeServer {
  origin: string;
  /** Paths that were asked for, in order. */
  asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** What the next requests get, by path. */
  answers: Map<string, Answer>;
  close(): Promise<void>;
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export const json =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);

export const withEtag =
  (body: string, etag: string): Answer =>
  (response, request) =>
    request.headers['if-none-match'] === etag
      ? response.writeHead(304).end()
      : response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('no');

/** One byte at a time, for ever. */
export const slowDrip: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Headers never come. */
export const silence: Answer = () => undefined;

/** As fast as the line takes it, for ever. */
export const endless: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = ' '.repeat(64 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
};

/** 64 MiB of blanks in some 64 KiB. */
export const gzipBomb: Answer = (response) => {
  bomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
};
let bomb: Buffer | null = null;

/** Cut off in the middle. */
export const broken: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"format": 1,');
  setImmediate(() => response.destroy());
};

export async function startStrangeServer(): Promise<StrangeServer> {
  const asked: StrangeServer['asked'] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    (answers.get(path) ?? status(404))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
