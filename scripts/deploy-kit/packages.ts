// From a managed build to what a web server hands out: the package and its update manifest.

import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumIdOf, packCrx, spkiOf } from './crx';
import { chromiumUpdates, firefoxUpdates } from './update-manifests';
import { zipFolder } from './zip-folder';

export interface WebFile {
  name: string;
  content: Uint8Array | string;
}

export interface Package {
  id: string;
  files: WebFile[];
  /** What changed in manifest.json, for the unpacked folder beside the package. */
  manifest: Record<string, unknown>;
}

export const CRX_NAME = 'fingertip-ledger.crx';
export const CRX_UPDATES_NAME = 'updates.xml';
/** With its version: where Firefox can't look for updates, another `install_url` in the policy is the update. */
export const xpiName = (version: string): string => `fingertip-ledger-${version}.xpi`;
export const XPI_UPDATES_NAME = 'updates.json';

export function chromiumPackage(folder: string, key: KeyObject, version: string, url: string): Package {
  const publicKey = spkiOf(key);
  const id = chromiumIdOf(publicKey);
  // The same key in the manifest: the unpacked folder is then the same extension as the package.
  const manifest = {
    ...readManifest(folder),
    version,
    key: publicKey.toString('base64'),
    update_url: `${url}${CRX_UPDATES_NAME}`,
  };
  const crx = packCrx(zipWith(folder, manifest), key);
  const offer = { id, version, address: `${url}${CRX_NAME}`, sha256: hashOf(crx) };
  return {
    id,
    manifest,
    files: [
      { name: CRX_NAME, content: crx },
      { name: CRX_UPDATES_NAME, content: chromiumUpdates(offer) },
    ],
  };
}

export function firefoxPackage(folder: string, version: string, url: string): Package {
  const original = readManifest(folder) as FirefoxManifest;
  const { gecko } = original.browser_specific_settings;
  // Firefox refuses an add-on altogether whose updates would come over plain http.
  const updates = url.startsWith('https:') ? { update_url: `${url}${XPI_UPDATES_NAME}` } : {};
  const settings = { gecko: { ...gecko, ...updates } };
  const manifest = { ...original, version, browser_specific_settings: settings };
  const xpi = zipWith(folder, manifest);
  const offer = { id: gecko.id, version, address: `${url}${xpiName(version)}`, sha256: hashOf(xpi) };
  return {
    id: gecko.id,
    manifest,
    files: [
      { name: xpiName(version), content: xpi },
      { name: XPI_UPDATES_NAME, content: firefoxUpdates(offer) },
    ],
  };
}

type FirefoxManifest = Record<string, unknown> & {
  browser_specific_settings: { gecko: { id: string } & Record<string, unknown> };
};

function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

function zipWith(folder: string, manifest: object): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  return zipFolder(folder, (path, content) => (path === 'manifest.json' ? bytes : content));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
