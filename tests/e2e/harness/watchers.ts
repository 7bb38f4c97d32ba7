// What can be seen from outside of an extension that promises to stay away: isolated worlds, console lines,
// requests. Chromium only, by CDP.
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from './session';

/** Names of the extension's script worlds in a page; empty when no content script of ours runs there. */
export async function extensionWorlds(session: Session, page: Page): Promise<string[]> {
  const cdp = await page.createCDPSession();
  const worlds: string[] = [];
  const ours = session.extensionUrl('').replace(/\/$/, '');
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === ours && context.auxData?.type === 'isolated') worlds.push(context.name);
  });
  // Enabling reports the contexts that exist already, before it answers.
  await cdp.send('Runtime.enable');
  await cdp.detach();
  return worlds;
}

/** Evaluates in the extension's isolated world of a page: what a content script could do there. */
export async function evaluateInContentScript<T>(
  session: Session,
  page: Page,
  expression: string,
): Promise<T> {
  const cdp = await page.createCDPSession();
  const ours = session.extensionUrl('').replace(/\/$/, '');
  let contextId: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === ours && context.auxData?.type === 'isolated') contextId = context.id;
  });
  await cdp.send('Runtime.enable');
  if (contextId === undefined) throw new Error('no content script of ours runs in this page');
  const answer = await cdp.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result.value as T;
}

export interface WorkerWatch {
  readonly requests: string[];
  readonly lines: string[];
  stop(): Promise<void>;
}

/** Listens to the background worker's requests and console. */
export async function watchWorker(session: Session): Promise<WorkerWatch> {
  const target = session.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl('')));
  if (!target) throw new Error('the worker does not run');
  const cdp: CDPSession = await target.createCDPSession();
  const requests: string[] = [];
  const lines: string[] = [];
  cdp.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
  cdp.on('Network.webSocketCreated', ({ url }) => requests.push(url));
  cdp.on('Runtime.consoleAPICalled', ({ args }) =>
    lines.push(args.map((one) => String(one.value ?? one.description ?? '')).join(' ')),
  );
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    lines.push(`${exceptionDetails.text} ${exceptionDetails.exception?.description ?? ''}`),
  );
  await cdp.send('Network.enable');
  await cdp.send('Runtime.enable');
  return {
    requests,
    lines,
    async stop() {
      await cdp.detach().catch(() => undefined);
    },
  };
}

export interface LoggedRequest {
  url: string;
  /** The origin that asked for it; empty for the browser itself. */
  initiator: string;
}

/** Every request in Chromium's own net log, which `--log-net-log=FILE` writes. */
export async function requestsInNetLog(file: string): Promise<LoggedRequest[]> {
  const text = await readFile(file, 'utf8');
  interface NetLog {
    events: { params?: { url?: string; initiator?: string } }[];
  }
  const parse = (json: string) => JSON.parse(json) as NetLog;
  const read = () => {
    try {
      return parse(text);
    } catch {
      // The log of a browser that was just closed may lack its last brackets.
      return parse(`${text.trimEnd().replace(/,$/, '')}]}`);
    }
  };
  return read().events.flatMap(({ params }) =>
    params?.url && params.initiator !== undefined ? [{ url: params.url, initiator: params.initiator }] : [],
  );
}
