// `npm run config` as a build job runs it: exit codes, stdout, stderr.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { documentOf, portalOf } from '../unit/config/sample';

const folder = mkdtempSync(join(tmpdir(), 'fingertip-ledger-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string, content?: string) => {
  if (content !== undefined) writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const GOOD = JSON.stringify(documentOf(portalOf('a')));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = ['--import', 'tsx', 'scripts/config.ts', ...args];
  const env = { ...process.env, INIT_CWD: folder, LANGUAGE: 'en' };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('validate', () => {
  it('says what a good file holds', async () => {
    at('good.json', GOOD);
    expect(await run('validate', 'good.json')).toEqual({
      code: 0,
      out: 'good.json: xx-county, version 12, 1 portals\n',
      err: '',
    });
  });

  it('names problems by path on stderr', async () => {
    const broad = documentOf(portalOf('a', { match: ['*://*.gov.cn/*'] }), portalOf('a'));
    const { code, out, err } = await run('validate', at('bad.json', JSON.stringify(broad)));
    expect([code, out]).toEqual([1, '']);
    const places = err
      .trim()
      .split('\n')
      .map((line) => line.split(' ', 2).join(' '));
    expect(places).toEqual(['portals[0].match[0]: tooBroad', 'portals[1].id: duplicateId']);
  });

  it('fails on a file that is not there and on a missing word', async () => {
    for (const args of [['validate', 'nothing.json'], ['validate'], [], ['check', 'good.json']]) {
      const { code, err } = await run(...args);
      expect(code, args.join()).toBe(1);
      expect(err).not.toBe('');
    }
  });
});

describe('sign and verify', () => {
  it.each<[string, string]>([
    ['PKCS #8', pem('pkcs8')],
    ['SEC 1', pem('sec1')],
    [
      'JWK',
      JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })),
    ],
  ])('with a key in %s', async (_, key) => {
    at('list.json', GOOD);
    at('key', key);
    const signed = await run('sign', 'list.json', '--key', 'key');
    expect(signed.err).toBe('');
    expect(readFileSync(at('list.json.sig'))).toHaveLength(64);
    const verified = await run('verify', 'list.json', '--public-key', 'list.json.pub');
    expect(verified).toMatchObject({ code: 0, err: '' });
    const base64 = readFileSync(at('list.json.pub'), 'utf8').trim();
    expect((await run('verify', 'list.json', '--public-key', base64)).code).toBe(0);

    at('list.json', `${GOOD} `);
    expect(await run('verify', 'list.json', '--public-key', base64)).toMatchObject({
      code: 1,
      err: 'list.json: badSignature\n',
    });
  });

  it('makes a key when asked, and never writes over one', async () => {
    at('list.json', GOOD);
    expect((await run('sign', 'list.json', '--key', 'new.pem', '--new-key')).code).toBe(0);
    const key = readFileSync(at('new.pem'), 'utf8');
    expect((await run('sign', 'list.json', '--key', 'new.pem', '--new-key')).code).toBe(1);
    expect(readFileSync(at('new.pem'), 'utf8')).toBe(key);
  });

  it('refuses what is no such key, and a list with a problem', async () => {
    at('list.json', GOOD);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    at('rsa.pem', rsa.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect((await run('sign', 'list.json', '--key', 'rsa.pem')).err).toMatch(/^badKey/);
    expect((await run('sign', 'list.json', '--key', at('text', 'hello'))).err).toMatch(/^badKey/);
    at('bad.json', '{');
    expect((await run('sign', 'bad.json', '--key', 'new.pem')).err).toMatch(
      /^\(document\): notJson \(line 1\)/,
    );
    expect((await run('verify', 'list.json', '--public-key', 'hello')).code).toBe(1);
  });
});

function pem(type: 'pkcs8' | 'sec1'): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type, format: 'pem' }).toString();
}
