import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { chromiumIdOf, makePackingKey, packCrx, readPackingKey, spkiOf } from '../../scripts/deploy-kit/crx';
import { readOptions } from '../../scripts/deploy-kit/options';
import { chromiumUpdates, firefoxUpdates } from '../../scripts/deploy-kit/update-manifests';
import { zipFolder } from '../../scripts/deploy-kit/zip-folder';
import { confinement, type Deployment, oneLine } from '../../utils/config/deployment/deployment';
import { policyFiles, toBytes } from '../../utils/config/deployment/kit-files';
import { configOf, portalOf } from './config/sample';

const folder = mkdtempSync(join(tmpdir(), 'fingertip-ledger-kit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a CRX3 package', () => {
  it('holds the zip, and a signature over it that its own key verifies', () => {
    writeFileSync(join(folder, 'manifest.json'), '{"name":"名"}');
    const zip = zipFolder(folder);
    expect(zipFolder(folder), 'the same files, the same bytes').toEqual(zip);
    const key = readPackingKey(makePackingKey());
    const crx = packCrx(zip, key);
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(crx.readUInt32LE(4)).toBe(3);
    const headerLength = crx.readUInt32LE(8);
    const header = crx.subarray(12, 12 + headerLength);
    const body = crx.subarray(12 + headerLength);
    expect(new TextDecoder().decode(unzipSync(body)['manifest.json'])).toBe('{"name":"名"}');

    const fields = readFields(header);
    const proof = readFields(fields.get(2) as Buffer);
    const signedData = fields.get(10_000) as Buffer;
    const publicKey = proof.get(1) as Buffer;
    expect(publicKey).toEqual(spkiOf(key));
    expect(readFields(signedData).get(1)).toEqual(
      createHash('sha256').update(publicKey).digest().subarray(0, 16),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32LE(signedData.length);
    const text = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, body]);
    const spki = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
    expect(verify('sha256', text, spki, proof.get(2) as Buffer)).toBe(true);
  });

  it('is named by its key, as Chromium names it', () => {
    const key = readPackingKey(makePackingKey());
    expect(chromiumIdOf(spkiOf(key))).toMatch(/^[a-p]{32}$/);
    expect(() => readPackingKey('hello')).toThrow();
  });
});

const CONFIG = configOf(
  portalOf('a', { match: ['https://a.example.gov.cn/*', 'http://10.1.2.3:8080/*'] }),
  portalOf('b', { match: ['*://*.b.example.gov.cn/*'] }),
);
const DEPLOYMENT: Deployment = {
  name: 'xx-county',
  chromiumId: 'a'.repeat(32),
  firefoxId: 'fingertip-ledger@fingertip-ledger.org',
  updateUrl: 'https://intranet/kit/updates.xml',
  xpiUrl: 'https://intranet/kit/fingertip-ledger.xpi',
  values: { configJson: '{"title":"某县 \\"甲\\" <&>"}', updateIntervalMinutes: 120, showWelcome: false },
  allowedHosts: confinement(CONFIG, 'https://lists.example.gov.cn/list.json'),
};
const files = new Map(policyFiles(DEPLOYMENT, true).map((file) => [file.path, file]));
const contentOf = (path: string) => files.get(path)?.content ?? '';

describe('policies', () => {
  it('confine the extension to the hosts of the list, without ports and paths', () => {
    expect(DEPLOYMENT.allowedHosts).toEqual([
      '*://*.b.example.gov.cn',
      '*://10.1.2.3',
      '*://a.example.gov.cn',
      '*://lists.example.gov.cn',
    ]);
    const many = Array.from({ length: 101 }, (_, index) => portalOf(`p${index}`));
    expect(confinement(configOf(...many), null), 'more than Chromium takes').toBeNull();
  });

  it('for Chrome, Edge and Chromium on Linux say the same', () => {
    const policy = JSON.parse(contentOf('linux/chromium/fingertip-ledger.json'));
    expect(policy.ExtensionSettings['a'.repeat(32)]).toEqual({
      installation_mode: 'force_installed',
      update_url: DEPLOYMENT.updateUrl,
      toolbar_pin: 'force_pinned',
      runtime_blocked_hosts: ['*://*'],
      runtime_allowed_hosts: DEPLOYMENT.allowedHosts,
    });
    expect(policy['3rdparty'].extensions['a'.repeat(32)]).toEqual(DEPLOYMENT.values);
    for (const brand of ['chrome', 'edge'])
      expect(contentOf(`linux/${brand}/fingertip-ledger.json`)).toBe(
        contentOf('linux/chromium/fingertip-ledger.json'),
      );
  });

  it('for Windows are a registry file in UTF-16 that reads back', () => {
    const file = files.get('windows/chrome.reg');
    const bytes = toBytes(file as NonNullable<typeof file>);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const text = new TextDecoder('utf-16le').decode(bytes);
    expect(text).toMatch(/^Windows Registry Editor Version 5\.00\r\n/);
    expect(text).toContain(`\\Google\\Chrome\\3rdparty\\extensions\\${'a'.repeat(32)}\\policy]`);
    const value = /"configJson"="(.*)"\r/.exec(text)?.[1] ?? '';
    expect(value.replace(/\\(.)/g, '$1')).toBe(DEPLOYMENT.values.configJson);
    expect(text).toContain('"updateIntervalMinutes"=dword:00000078');
    expect(text).toContain('"showWelcome"=dword:00000000');
    expect(contentOf('windows/edge.reg')).toContain('\\Microsoft\\Edge\\ExtensionSettings]');
  });

  it('for macOS are profiles with both payloads', () => {
    const profile = contentOf('macos/edge.mobileconfig');
    expect(profile).toContain(`com.microsoft.Edge.extensions.${'a'.repeat(32)}`);
    expect(profile).toContain('{"title":"某县 \\"甲\\" &lt;&amp;&gt;"}');
    expect(profile).toContain('<key>showWelcome</key><false/>');
    expect(new Set(profile.match(/<key>PayloadUUID<\/key><string>[0-9A-F-]{36}<\/string>/g)).size).toBe(3);
  });

  it('for Firefox are policies.json', () => {
    const { policies } = JSON.parse(contentOf('firefox/policies.json'));
    expect(policies.ExtensionSettings[DEPLOYMENT.firefoxId].install_url).toBe(DEPLOYMENT.xpiUrl);
    expect(policies['3rdparty'].Extensions[DEPLOYMENT.firefoxId]).toEqual(DEPLOYMENT.values);
  });

  it('for an extension that is there already install and confine nothing', () => {
    const only = policyFiles({ ...DEPLOYMENT, updateUrl: null, xpiUrl: null, allowedHosts: null }, false);
    const text = only.map(({ content }) => content).join();
    expect(text).not.toMatch(/force_installed|runtime_blocked|signatures/);
    expect(text).toContain('configJson');
  });

  it('come with instructions in both languages and nothing left to fill in', () => {
    const guide = contentOf('说明-instructions.html');
    for (const words of ['三步装好', 'Three steps', '没有加域', 'outside a domain', DEPLOYMENT.updateUrl])
      expect(guide).toContain(words);
    expect(guide.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/\{\w+\}|data-if/);
  });
});

describe('update manifests', () => {
  const offer = { id: 'x', version: '1.2.3', address: 'https://h/a?b&c', sha256: 'ab' };
  it('name the version, the package and its hash', () => {
    expect(chromiumUpdates(offer)).toContain(
      'codebase="https://h/a?b&amp;c" version="1.2.3" hash_sha256="ab"',
    );
    const { addons } = JSON.parse(firefoxUpdates(offer));
    expect(addons.x.updates).toEqual([
      { version: '1.2.3', update_link: 'https://h/a?b&c', update_hash: 'sha256:ab' },
    ]);
  });
});

describe('the command', () => {
  const base = ['--config', 'list.json', '--url', 'https://intranet/kit'];
  it('takes a folder with or without its slash', () => {
    expect(readOptions(base)).toMatchObject({
      url: 'https://intranet/kit/',
      browsers: ['chromium', 'firefox'],
      isConfined: true,
      showWelcome: true,
    });
  });
  it.each<[string, string[]]>([
    ['no list', ['--url', 'https://h/']],
    ['no address', ['--config', 'list.json']],
    ['an address that is none', ['--config', 'list.json', '--url', 'intranet']],
    ['another browser', [...base, '--browser', 'opera']],
    ['a version that is none', [...base, '--version', '1.0-beta']],
    ['a lock on what is the person’s', [...base, '--locked', 'portals,pause']],
    ['an unknown option', [...base, '--force']],
  ])('refuses %s', (_, args) => {
    expect(() => readOptions(args)).toThrow();
  });
});

it('a list on one line is the same list', () => {
  expect(oneLine('\uFEFF{\n "a": [1]\n}\n')).toBe('{"a":[1]}');
});

/** Length-delimited fields of a protocol buffer message, by number. */
function readFields(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const length = varint();
    fields.set(tag >> 3, bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}
