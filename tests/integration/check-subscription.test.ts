// A subscription against a real server that misbehaves: the last good list stays, and the reason is noted.
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CheckTools, checkSubscription } from '../../utils/config/check-subscription';
import type { ConfigIdentity } from '../../utils/config/resolve';
import { acceptOfferedKey, type Subscription, subscribe } from '../../utils/config/subscriptions';
import { sha256 } from '../../utils/platform/digest';
import { makeFetchDocument } from '../../utils/platform/fetch-document';
import { isSignatureOf, sign } from '../../utils/platform/signature';
import { documentOf, portalOf } from '../unit/config/sample';
import {
  type Answer,
  broken,
  endless,
  gzipBomb,
  json,
  type StrangeServer,
  silence,
  slowDrip,
  startStrangeServer,
  status,
  withEtag,
} from './strange-server';

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;
const LIST = JSON.stringify({ ...documentOf(portalOf('a')), version: 5 });
const bytesOf = (text: string) => new TextEncoder().encode(text);

let server: StrangeServer;
let subscription: Subscription;
let current: ConfigIdentity;

beforeEach(async () => {
  server = await startStrangeServer();
  subscription = wish();
  current = { config: { id: 'xx-county', version: 5 }, hash: await sha256(bytesOf(LIST)) };
});
afterEach(() => server.close());

const wish = (more: Partial<Parameters<typeof subscribe>[0]> = {}) =>
  subscribe(
    {
      address: `${server.origin}/list.json`,
      setBy: 'person',
      publicKey: null,
      sha256: null,
      intervalMin: 120,
      ...more,
    },
    NOW,
  );

const look = (more: Partial<CheckTools> = {}) =>
  checkSubscription(subscription, current, {
    fetchDocument: makeFetchDocument(fetch),
    isSignatureOf,
    sha256,
    now: NOW,
    chance: 0.5,
    ...more,
  });

async function makeKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const publicKey = Buffer.from(spki).toString('base64');
  return { publicKey, sign: (text: string) => sign(pair.privateKey, bytesOf(text)) };
}

async function serveSigned(text: string, key: Awaited<ReturnType<typeof makeKey>>) {
  server.answers.set('/list.json', json(text));
  server.answers.set('/list.json.sig', json(await key.sign(text), { 'content-type': 'application/pkcs7' }));
  server.answers.set('/list.json.pub', json(`${key.publicKey}\n`, { 'content-type': 'text/html' }));
}

describe('a server that misbehaves', () => {
  const older = JSON.stringify({ ...documentOf(portalOf('a')), version: 4 });
  const rewritten = JSON.stringify({ ...documentOf(portalOf('b')), version: 5 });
  it.each<[string, Answer, string]>([
    ['drips', slowDrip, 'timedOut'],
    ['says nothing at all', silence, 'timedOut'],
    ['never ends', endless, 'tooLarge'],
    ['sends a bomb', gzipBomb, 'tooLarge'],
    ['breaks off', broken, 'unreachable'],
    ['gives a page to sign in on', json('<html>', { 'content-type': 'text/html' }), 'wrongType'],
    ['points to another origin', status(302, { location: 'http://127.0.0.1:9/list.json' }), 'redirected'],
    ['points to itself', status(307, { location: '/list.json' }), 'redirected'],
    ['points to another path that is not there', status(307, { location: '/other.json' }), 'serverAnswer'],
    ['points nowhere', status(302), 'redirected'],
    ['points to what is no address', status(301, { location: 'http://:' }), 'redirected'],
    ['fails', status(500), 'serverAnswer'],
    ['has no list', status(404), 'serverAnswer'],
    ['wants a password', status(401, { 'www-authenticate': 'Basic' }), 'serverAnswer'],
    ['says "not modified" unasked', status(304), 'redirected'],
    ['gives half a document', json(LIST.slice(0, 40)), 'notJson'],
    ['gives a document with a problem', json(LIST.replace('reporting', 'chatting')), 'wrongShape'],
    ['gives what is over-broad', json(LIST.replace('a.example.gov.cn', '*')), 'tooBroad'],
    ['goes back a version', json(older), 'olderVersion'],
    ['rewrites a version', json(rewritten), 'olderVersion'],
    ['gives nothing', json(''), 'notJson'],
  ])('%s: the last good list stays, and the reason is noted', async (_, answer, code) => {
    server.answers.set('/list.json', answer);
    // Only those that would never end are given up early; the others have all the time a person's computer has.
    const { accepted, subscription: after } = await look(code === 'timedOut' ? { timeoutMs: 400 } : {});
    expect(accepted).toBeNull();
    expect(after.refused?.problems[0]?.code).toBe(code);
    expect(after.refused?.at).toBe(NOW);
    expect(after.nextCheckAt).toBeGreaterThanOrEqual(NOW + HOUR_MS);
    expect(JSON.stringify(after.refused)).not.toContain('127.0.0.1');
  });

  it('is gone: nothing is lost', async () => {
    await server.close();
    const { accepted, subscription: after } = await look();
    expect(accepted).toBeNull();
    expect(after.refused?.problems).toEqual([{ code: 'unreachable', path: '' }]);
    server = await startStrangeServer();
  });

  it('never makes us ask another origin: not another host, port, scheme or name', async () => {
    const other = await startStrangeServer();
    const { port } = new URL(server.origin);
    const places = [
      `${other.origin}/list.json`,
      `http://localhost:${port}/list.json`,
      `https://127.0.0.1:${port}/list.json`,
      `//${new URL(other.origin).host}/list.json`,
      `http://somebody@127.0.0.1:${port}/list.json`,
      `ftp://127.0.0.1:${port}/list.json`,
      'data:application/json,{}',
    ];
    for (const location of places) {
      // By itself, and after a first redirect that is followed.
      server.answers.set('/moved.json', status(302, { location }));
      for (const answer of [status(308, { location }), status(302, { location: '/moved.json' })]) {
        server.answers.set('/list.json', answer);
        const { accepted, subscription: after } = await look();
        expect(accepted, location).toBeNull();
        expect(after.refused?.problems[0]?.code, location).toBe('redirected');
      }
    }
    expect(other.asked).toEqual([]);
    expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['/list.json', '/moved.json']));
    await other.close();
  });

  it('is followed three times and no more', async () => {
    const later = JSON.stringify({ ...documentOf(portalOf('a')), version: 6 });
    const chain = (length: number) => {
      for (let at = 0; at < length; at += 1) {
        const location = at % 2 ? `./${at + 1}.json` : `${server.origin}/${at + 1}.json#top`;
        server.answers.set(at === 0 ? '/list.json' : `/${at}.json`, status(302, { location }));
      }
      server.answers.set(`/${length}.json`, json(later));
    };
    chain(4);
    expect((await look()).subscription.refused?.problems).toEqual([
      { code: 'redirected', path: '', detail: '<= 3' },
    ]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/list.json', '/1.json', '/2.json', '/3.json']);
    chain(3);
    expect((await look()).accepted?.config.version).toBe(6);
  });
});

describe('a server that behaves', () => {
  it('is sent no cookie, no referrer, and the ETag it gave', async () => {
    server.answers.set('/list.json', withEtag(LIST, '"v5"'));
    const first = await look();
    expect(first.accepted).toMatchObject({ source: 'unsigned', config: { version: 5 } });
    subscription = first.subscription;
    expect(subscription).toMatchObject({ etag: '"v5"', goodAt: NOW, refused: null, failures: 0 });
    server.asked.length = 0;
    const second = await look({ now: NOW + HOUR_MS });
    expect(second.accepted).toBeNull();
    expect(second.subscription).toMatchObject({ goodAt: NOW + HOUR_MS, refused: null, etag: '"v5"' });
    expect(server.asked.map(({ path }) => path)).toEqual(['/list.json']);
    const headers: IncomingHttpHeaders = server.asked[0]?.headers ?? {};
    expect(headers['if-none-match']).toBe('"v5"');
    expect([headers.cookie, headers.authorization, headers.referer]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is asked for the whole list again by somebody who has none', async () => {
    subscription = { ...wish(), etag: '"v5"' };
    server.answers.set('/list.json', withEtag(LIST, '"v5"'));
    const { accepted } = await checkSubscription(subscription, null, {
      fetchDocument: makeFetchDocument(fetch),
      isSignatureOf,
      sha256,
      now: NOW,
      chance: 0,
    });
    expect(accepted?.config.version).toBe(5);
  });

  it('has a refusal forgotten once it is put right', async () => {
    server.answers.set('/list.json', status(500));
    subscription = (await look()).subscription;
    expect(subscription.failures).toBe(1);
    server.answers.set('/list.json', json(LIST.replace('"version":5', '"version":6')));
    const { accepted, subscription: after } = await look();
    expect(accepted?.config.version).toBe(6);
    expect(after).toMatchObject({ failures: 0, refused: null });
  });
});

describe('signatures', () => {
  it('with the named key are asked for and checked', async () => {
    const key = await makeKey();
    subscription = wish({ publicKey: key.publicKey, setBy: 'policy' });
    await serveSigned(LIST, key);
    expect((await look()).accepted?.source).toBe('signed');

    server.answers.set('/list.json', json(LIST.replace('"version":5', '"version":7')));
    expect((await look()).subscription.refused?.problems).toEqual([{ code: 'badSignature', path: '' }]);
    server.answers.delete('/list.json.sig');
    expect((await look()).subscription.refused?.problems).toEqual([{ code: 'unsigned', path: '' }]);
    server.answers.set('/list.json.sig', json('x'.repeat(2_000)));
    expect((await look()).subscription.refused?.problems[0]?.code).toBe('tooLarge');
  });

  it('of another key are never taken where a policy names the key', async () => {
    const [key, other] = [await makeKey(), await makeKey()];
    subscription = wish({ publicKey: key.publicKey, setBy: 'policy' });
    await serveSigned(LIST, other);
    const { accepted, subscription: after } = await look();
    expect(accepted).toBeNull();
    expect(after.refused?.problems[0]?.code).toBe('badSignature');
    expect(after.offeredKey).toBeNull();
  });

  it('bring their key on first use; another one later is shown, and taken only by the person', async () => {
    const [key, other] = [await makeKey(), await makeKey()];
    await serveSigned(LIST, key);
    const first = await look();
    expect(first.accepted?.source).toBe('signed');
    expect(first.subscription).toMatchObject({ publicKey: key.publicKey, keyFrom: 'firstUse' });

    subscription = first.subscription;
    await serveSigned(LIST.replace('"version":5', '"version":6'), other);
    const changed = await look();
    expect(changed.accepted).toBeNull();
    expect(changed.subscription).toMatchObject({ publicKey: key.publicKey, offeredKey: other.publicKey });
    expect(changed.subscription.refused?.problems[0]?.code).toBe('keyChanged');

    const accepted = acceptOfferedKey(changed.subscription, NOW);
    if (!accepted.ok) throw new Error('not accepted');
    subscription = accepted.value;
    const after = await look();
    expect(after.accepted).toMatchObject({ source: 'signed', config: { version: 6 } });
    expect(after.subscription).toMatchObject({ keyFrom: 'person', offeredKey: null });
  });

  it('once there cannot be left out', async () => {
    const key = await makeKey();
    await serveSigned(LIST, key);
    subscription = (await look()).subscription;
    for (const path of ['/list.json.sig', '/list.json.pub']) server.answers.delete(path);
    server.answers.set('/list.json', json(LIST.replace('"version":5', '"version":6')));
    expect((await look()).subscription.refused?.problems[0]?.code).toBe('unsigned');
  });

  it('that do not fit the key beside them are refused at first sight', async () => {
    const [key, other] = [await makeKey(), await makeKey()];
    await serveSigned(LIST, key);
    server.answers.set('/list.json.pub', json(other.publicKey));
    expect((await look()).subscription.refused?.problems[0]?.code).toBe('badSignature');
  });

  it('are not needed where a policy names the one content by its hash', async () => {
    server.answers.set('/list.json', json(LIST));
    subscription = wish({ setBy: 'policy', sha256: current.hash });
    expect((await look()).accepted?.source).toBe('signed');
    subscription = wish({ setBy: 'policy', sha256: 'f'.repeat(64) });
    expect((await look()).subscription.refused?.problems[0]?.code).toBe('wrongHash');
  });
});
