// The licences of what is in the build: of every package that a module of the output came from, its own licence
// text. Written at build time from what was bundled, so the list can't be forgotten or invented.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Licence {
  name: string;
  version: string;
  /** As the package itself says: `MIT`. */
  licence: string;
  /** Its licence file; empty where the package ships none. */
  text: string;
}

const PACKAGE_FOLDER = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** `moduleIds` are paths of the modules in the output, as the bundler names them. */
export function licencesOf(moduleIds: readonly string[]): Licence[] {
  const folders = new Set(
    moduleIds.map((id) => PACKAGE_FOLDER.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[1] ?? ''),
  );
  const found = [...folders]
    .filter((folder) => folder !== '' && existsSync(join(folder, 'package.json')))
    .map(readLicence);
  const byName = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readLicence(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return { name, version, licence: license ?? '', text };
}
