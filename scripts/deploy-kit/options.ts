// What the command was asked for, checked.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAddress } from '../../utils/config/address';
import { NEVER_LOCKED } from '../../utils/config/schema';

export const USAGE = `usage: npm run deploy-kit -- --config FILE --url ADDRESS [options]
  --config FILE         the list that is bundled and handed out by policy
  --url ADDRESS         the folder on your web server, such as https://intranet/fingertip-ledger/
  --browser NAME        chromium (Chrome, Edge, Chromium), firefox or both; default both
  --key FILE            the RSA key (PEM) that the .crx is packed with; a new key is a new extension id,
                        and nobody's records follow: keep it and use the same one for every update
  --new-key             makes that key where there is none
  --version N.N.N       the package's version; default the project's
  --config-url ADDRESS  computers fetch the list from there instead of having it in the policy
  --public-key KEY      only lists signed with this key are taken (base64, or a .pub or PEM file)
  --locked NAMES        idleTimeout,portals,sources
  --no-welcome          does not open the welcome page
  --not-confined        leaves out the blocked and allowed hosts
  --out FOLDER          default .output/deploy-kit/<id>-<version>`;

const OPTIONS = {
  config: { type: 'string' },
  url: { type: 'string' },
  browser: { type: 'string', default: 'both' },
  key: { type: 'string', default: 'fingertip-ledger-key.pem' },
  'new-key': { type: 'boolean', default: false },
  version: { type: 'string' },
  'config-url': { type: 'string' },
  'public-key': { type: 'string' },
  locked: { type: 'string' },
  'no-welcome': { type: 'boolean', default: false },
  'not-confined': { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

export interface KitOptions {
  config: string;
  /** Ends in a slash. */
  url: string;
  browsers: ('chromium' | 'firefox')[];
  key: string;
  makesKey: boolean;
  version: string | null;
  configUrl: string | null;
  publicKey: string | null;
  locked: string | null;
  showWelcome: boolean;
  isConfined: boolean;
  out: string | null;
}

/** npm runs scripts in the project's folder; a path is meant from where the person typed it. */
const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

export function readOptions(args: string[]): KitOptions {
  const { values } = parseArgs({ args, options: OPTIONS });
  const url = readAddress(values.url ?? '');
  if (values.config === undefined || url === null) throw new Error(USAGE);
  const browsers = { chromium: ['chromium'], firefox: ['firefox'], both: ['chromium', 'firefox'] }[
    values.browser as 'both'
  ] as KitOptions['browsers'] | undefined;
  if (browsers === undefined) throw new Error(USAGE);
  if (values.version !== undefined && !/^\d{1,5}(\.\d{1,5}){0,3}$/.test(values.version))
    throw new Error('--version: one to four numbers with dots');
  if (values.locked !== undefined && NEVER_LOCKED.test(values.locked))
    throw new Error('--locked: never consent, pause, export or deletion');
  const configUrl = values['config-url'] === undefined ? null : readAddress(values['config-url']);
  if (values['config-url'] !== undefined && configUrl === null) throw new Error('--config-url: badAddress');
  const publicKey = values['public-key'];
  return {
    config: here(values.config),
    url: url.endsWith('/') ? url : `${url}/`,
    browsers,
    key: here(values.key),
    makesKey: values['new-key'],
    version: values.version ?? null,
    configUrl,
    publicKey: publicKey === undefined ? null : existsSync(here(publicKey)) ? here(publicKey) : publicKey,
    locked: values.locked ?? null,
    showWelcome: !values['no-welcome'],
    isConfined: !values['not-confined'],
    out: values.out === undefined ? null : here(values.out),
  };
}
