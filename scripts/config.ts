// `npm run config -- validate | sign | verify FILE`: checks, signs and verifies a domain config with the
// extension's own code. Exit code 0 or 1; results on stdout, problems by path on stderr.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSignatureOf, sign } from '../utils/platform/signature';
import { describeProblems, readDomainConfig } from './read-domain-config';
import { makePrivateKey, publicKeyOf, readPrivateKey, readPublicKeyText } from './signing-key';

const USAGE = `usage: npm run config -- validate FILE
       npm run config -- sign FILE --key KEY [--new-key]     writes FILE.sig and FILE.pub
       npm run config -- verify FILE --public-key KEY        reads FILE.sig
KEY: a PEM or JWK file of an ECDSA P-256 key; --new-key makes it where there is none.
     For verify a FILE.pub or the base64 text itself will do.`;

const OPTIONS = {
  key: { type: 'string' },
  'new-key': { type: 'boolean', default: false },
  'public-key': { type: 'string' },
} as const;

/** npm runs scripts in the project's folder; a path is meant from where the person typed it. */
const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

async function main(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [command, name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) throw new Error(USAGE);
  const file = here(name);
  const { id, version, portals } = readValid(file);
  const subject = `${name}: ${id}, version ${version}, ${portals.length} portals`;
  const bytes = new Uint8Array(readFileSync(file));
  if (command === 'validate') return subject;
  if (command === 'sign' && values.key !== undefined) {
    const keyFile = here(values.key);
    if (values['new-key']) await makeKeyFile(keyFile);
    const key = await readPrivateKey(readFileSync(keyFile, 'utf8'));
    const publicKey = await publicKeyOf(key);
    writeFileSync(`${file}.sig`, await sign(key, bytes));
    writeFileSync(`${file}.pub`, `${publicKey}\n`);
    return `${subject}\nsigned: ${name}.sig\npublic key: ${publicKey}`;
  }
  if (command === 'verify' && values['public-key'] !== undefined) {
    const given = values['public-key'];
    const publicKey = await readPublicKeyText(
      existsSync(here(given)) ? readFileSync(here(given), 'utf8') : given,
    );
    const signature = new Uint8Array(readFileSync(`${file}.sig`));
    if (!(await isSignatureOf(publicKey, bytes, signature))) throw new Error(`${name}: badSignature`);
    return `${subject}\nthe signature is good`;
  }
  throw new Error(USAGE);
}

function readValid(file: string) {
  const read = readDomainConfig(file);
  if (!read.ok) throw new Error(describeProblems(read.problem));
  return read.value.config;
}

async function makeKeyFile(file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already: sign without --new-key`);
  writeFileSync(file, await makePrivateKey(), { mode: 0o600 });
}

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
