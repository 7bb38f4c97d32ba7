// What a store is handed of a build: its files without the pinned key, which the stores refuse (they give an id of
// their own).
import { zipFolder } from './deploy-kit/zip-folder';

/** `version` overrules the manifest's. */
export function storeArchive(folder: string, version?: string): Uint8Array {
  return zipFolder(folder, (path, bytes) => {
    if (path !== 'manifest.json') return bytes;
    const { key: _, ...manifest } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const changed = version === undefined ? manifest : { ...manifest, version };
    return new TextEncoder().encode(JSON.stringify(changed));
  });
}
