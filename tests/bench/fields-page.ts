// A portal's page with 200 fields and no script of its own, served on loopback for any name.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FIELDS = 200;

const HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>台账</title><form onsubmit="return false">
${Array.from({ length: FIELDS }, (_, at) => `<label>项目${at} <input name="field-${at}" autocomplete="off"></label>`).join('\n')}
<button type="button">提 交</button></form>`;

export async function serveFields(): Promise<{ port: number; close(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
