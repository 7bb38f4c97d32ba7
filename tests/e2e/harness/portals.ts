// Finds the sample portals: each folder of tests/portals with a portal.ts is one.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SamplePortal } from '../../portals/portal';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../portals');

/** All sample portals by folder name, or those of `names`, in this order. */
export async function loadPortals(names?: readonly string[]): Promise<SamplePortal[]> {
  const wanted = names ?? (await portalNames());
  const portals: SamplePortal[] = [];
  for (const name of wanted) {
    const file = join(FOLDER, name, 'portal.ts');
    const { portal } = (await import(pathToFileURL(file).href)) as { portal: SamplePortal };
    portals.push(portal);
  }
  return portals;
}

async function portalNames(): Promise<string[]> {
  const names = (await readdir(FOLDER, { withFileTypes: true })).filter((one) => one.isDirectory());
  return names
    .map((one) => one.name)
    .filter((name) => existsSync(join(FOLDER, name, 'portal.ts')))
    .sort();
}
