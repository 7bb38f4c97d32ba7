// `npm run deploy-kit -- --config FILE --url ADDRESS`: everything an organisation needs to install the extension
// with its list: managed builds, packages, update manifests, policies, instructions. See deploy-kit/options.ts.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { originOf } from '../utils/config/address';
import {
  confinement,
  type Deployment,
  oneLine,
  type PolicyValues,
} from '../utils/config/deployment/deployment';
import { GUIDE_NAME, policyFiles, toBytes } from '../utils/config/deployment/kit-files';
import { makePackingKey, readPackingKey } from './deploy-kit/crx';
import { type KitOptions, readOptions } from './deploy-kit/options';
import {
  CRX_UPDATES_NAME,
  chromiumPackage,
  firefoxPackage,
  type Package,
  xpiName,
} from './deploy-kit/packages';
import { describeProblems, readDomainConfig } from './read-domain-config';
import { readPublicKeyText } from './signing-key';

const ROOT = resolve(import.meta.dirname, '..');
const BUILT = { chromium: 'chrome-mv3-kit', firefox: 'firefox-mv3-kit' } as const;
const FIREFOX_ID = 'fingertip-ledger@fingertip-ledger.org';

async function main(args: string[]): Promise<string> {
  const options = readOptions(args);
  const read = readDomainConfig(options.config);
  if (!read.ok) throw new Error(describeProblems(read.problem));
  const { config } = read.value;
  const version = options.version ?? projectVersion();
  const out = options.out ?? join(ROOT, '.output/deploy-kit', `${config.id}-${version}`);
  rmSync(out, { recursive: true, force: true });

  const packages: Partial<Record<'chromium' | 'firefox', Package>> = {};
  for (const browser of options.browsers) {
    const built = build(options, browser);
    const made =
      browser === 'chromium'
        ? chromiumPackage(built, readPackingKey(packingKey(options)), version, options.url)
        : firefoxPackage(built, version, options.url);
    packages[browser] = made;
    for (const { name, content } of made.files) write(join(out, 'web', name), content);
    const unpacked = join(out, 'unpacked', browser);
    cpSync(built, unpacked, { recursive: true });
    write(join(unpacked, 'manifest.json'), JSON.stringify(made.manifest, null, 2));
  }

  const deployment: Deployment = {
    name: config.id,
    chromiumId: packages.chromium?.id ?? 'CHROMIUM_ID',
    firefoxId: packages.firefox?.id ?? FIREFOX_ID,
    updateUrl: packages.chromium ? `${options.url}${CRX_UPDATES_NAME}` : null,
    xpiUrl: packages.firefox ? `${options.url}${xpiName(version)}` : null,
    values: await policyValues(options),
    allowedHosts: options.isConfined ? confinement(config, options.configUrl) : null,
  };
  const wanted = policyFiles(deployment, true).filter(({ path }) => isWanted(path, options));
  for (const file of wanted) write(join(out, file.path), toBytes(file));
  cpSync(options.config, join(out, 'list', `${config.id}-v${config.version}.json`));
  const { allowedHosts } = deployment;
  return [
    `${out}`,
    `chromium id: ${packages.chromium?.id ?? '-'}   firefox id: ${packages.firefox?.id ?? '-'}`,
    `web/ goes to ${options.url}; what to do: ${GUIDE_NAME}`,
    options.url.startsWith('http:')
      ? 'plain http: Firefox updates only when a new policies.json names the new .xpi'
      : '',
    allowedHosts === null && options.isConfined ? 'not confined: more than 100 hosts' : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function build({ config, configUrl }: KitOptions, browser: 'chromium' | 'firefox'): string {
  const more = configUrl === null ? [] : ['--also', originOf(configUrl)];
  const name = browser === 'chromium' ? 'chrome' : 'firefox';
  const script = join(ROOT, 'scripts/build-managed.ts');
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, '--config', config, '--browser', name, ...more],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, INIT_CWD: ROOT, FINGERTIP_MANAGED_NAME: 'kit' } },
  );
  if (run.status !== 0) throw new Error(`the ${browser} build failed\n${run.stdout}\n${run.stderr}`);
  return join(ROOT, '.output', BUILT[browser]);
}

function packingKey({ key, makesKey }: KitOptions): string {
  if (makesKey && existsSync(key)) throw new Error(`${key} is there already: leave out --new-key`);
  if (!makesKey && !existsSync(key))
    throw new Error(
      `${key} is not there. Updates need the key of the version before: another key is another extension id, and ` +
        'records do not follow. For the first package add --new-key.',
    );
  if (makesKey) writeFileSync(key, makePackingKey(), { mode: 0o600 });
  return readFileSync(key, 'utf8');
}

async function policyValues(options: KitOptions): Promise<PolicyValues> {
  const { publicKey, configUrl, locked, showWelcome } = options;
  const key = publicKey && existsSync(publicKey) ? readFileSync(publicKey, 'utf8') : publicKey;
  return {
    ...(configUrl === null ? { configJson: oneLine(readFileSync(options.config, 'utf8')) } : { configUrl }),
    ...(key === null ? {} : { configPublicKey: await readPublicKeyText(key) }),
    ...(locked === null ? {} : { locked }),
    ...(showWelcome ? {} : { showWelcome: false }),
  };
}

function isWanted(path: string, { browsers }: KitOptions): boolean {
  if (path === GUIDE_NAME) return true;
  return browsers.includes(path.startsWith('firefox/') ? 'firefox' : 'chromium');
}

function projectVersion(): string {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
