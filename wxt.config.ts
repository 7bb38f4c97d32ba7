// The store build asks for hosts one by one (optional permissions). A managed build, made by
// scripts/build-managed.ts, bundles an organisation's domain config and requires that config's hosts.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { findBrowsers } from './scripts/find-browser.mjs';
import { licencesOf } from './scripts/licences';
import { describeProblems, readDomainConfig } from './scripts/read-domain-config';
import { FILE_WORKER, shareFileWorker } from './scripts/share-file-worker';
import { shrinkPageScript } from './scripts/shrink-page-script';
import { hostPermissions } from './utils/config/registration-plan';

/** Half of a key pair: gives every unpacked and managed build the same Chromium id. No secret. */
const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAkOzVqn+rTlqOqREv3R4pO3cmY+9AbDYtdrPTvru8rUXkgrfAQ5gvfFyrbnTUgtWQ9w+Z3xvoR/rhSzyka87mZGXH/Ime8P3VznRjgiAEWgZE0jsTEpYu28eR2IC3JCtYWVFTkr4BSzqmFsiWYGe/8uH1D3boptpjBPvq4jtkpSy5Gmk/IpSp45Vcj8YMBwlmPRmzM74pdO+vBq1tLOdtbBDHpdqJj1ndrS5mD1APStPqfkjmhPmaXfiAAe+Q6dstOnwPerI8PziBaDL/iqQMfH7Rkzfja+9YMbcYGxSxj+2NsXkxE9PhAlvvaNRkm/dArTWs7c3TKsZKb51na9BIEQIDAQAB';

const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A subscription's server, once the person or a policy has named one; without one nothing is fetched.
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const CHROMIUM_SETTINGS = {
  key: MANIFEST_KEY,
  minimum_chrome_version: '109',
  storage: { managed_schema: 'managed_schema.json' },
};
const FIREFOX_SETTINGS = {
  gecko: {
    id: 'fingertip-ledger@fingertip-ledger.org',
    strict_min_version: '140.0',
    data_collection_permissions: { required: ['none'] },
  },
};

const STARTER_LIST = 'configs/starter.json';
const BUNDLED_CONFIG = 'configs/bundled.json';

const managedConfigFile = process.env.FINGERTIP_MANAGED_CONFIG;
const isManaged = managedConfigFile !== undefined;
/** A deployment kit builds beside `build:managed`, not over it. */
const managedName = process.env.FINGERTIP_MANAGED_NAME ?? 'managed';

/** `npm run dev` opens the browser that is there; root, as in a container, gets Chromium without its sandbox. */
const { chromium, edge, firefox } = findBrowsers();
const chromiumProgram = chromium ?? edge;

export default defineConfig({
  srcDir: '.',
  webExt: {
    binaries: {
      ...(chromiumProgram ? { chrome: chromiumProgram } : {}),
      ...(firefox ? { firefox } : {}),
    },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${isManaged ? `-${managedName}` : '{{modeSuffix}}'}`,
  vite: ({ command }) => ({
    plugins: [shrinkPageScript(), ...(command === 'build' ? [shareFileWorker()] : [])],
    // The calendar only holds data: who doesn't ask it shall not carry it.
    build: {
      // What a script preloads is put into its document; a worker has none.
      modulePreload: {
        resolveDependencies: (_file: string, needed: string[], { hostType }: { hostType: string }) =>
          hostType === 'html' ? needed : [],
      },
      rollupOptions: { treeshake: { moduleSideEffects: (id: string) => !id.includes('/chinese-days/') } },
    },
    define: { __MANAGED_BUILD__: JSON.stringify(isManaged) },
    resolve: {
      alias: {
        // The same library for browsers of this decade; the package's own entry is for far older ones.
        dexie: 'dexie/dist/modern/dexie.mjs',
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'webRequest', 'idle', 'alarms'],
    ...toHosts(managedConfigFile),
    incognito: 'not_allowed',
    // WXT's development server must reach its pages; only builds are shipped.
    ...(command === 'serve' ? {} : { content_security_policy: { extension_pages: EXTENSION_PAGES_POLICY } }),
    ...(browser === 'firefox' ? { browser_specific_settings: FIREFOX_SETTINGS } : CHROMIUM_SETTINGS),
  }),
  hooks: {
    'entrypoints:found': ({ config }, found) => {
      const at = found.findIndex(({ name }) => name === FILE_WORKER);
      if (config.command === 'build' && at >= 0) found.splice(at, 1);
    },
    'build:publicAssets': ({ config }, files) => {
      const at = files.findIndex(({ relativeDest }) => relativeDest.replaceAll('\\', '/') === STARTER_LIST);
      if (at >= 0) files.splice(at, 1);
      const absoluteSrc = managedConfigFile ?? join(config.publicDir, STARTER_LIST);
      files.push({ absoluteSrc, relativeDest: BUNDLED_CONFIG });
    },
    'build:done': async ({ config }, { steps }) => {
      const chunks = steps.flatMap(({ chunks }) => chunks);
      const modules = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      await writeFile(join(config.outDir, 'licences.json'), JSON.stringify(licencesOf(modules)));
      await withoutBlanks(config.outDir);
    },
  },
});

function toHosts(
  file: string | undefined,
): { host_permissions: string[] } | { optional_host_permissions: string[] } {
  if (file === undefined) return { optional_host_permissions: ['*://*/*'] };
  const read = readDomainConfig(file);
  if (!read.ok) throw new Error(describeProblems(read.problem));
  const subscription = process.env.FINGERTIP_MANAGED_ORIGIN || null;
  const origins = hostPermissions(read.value.config.portals);
  return { host_permissions: subscription === null ? origins : [...origins, subscription] };
}

/** Nobody reads the shipped copies of texts and schemas. A list keeps every byte: it may be compared by hash. */
async function withoutBlanks(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/messages\.json$|schema\.json$/.test(name)) continue;
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
  }
}
