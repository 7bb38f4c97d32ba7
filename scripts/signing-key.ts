// Keys that administrators keep in files: PEM (PKCS #8 or SEC 1) or JWK, ECDSA on P-256.

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readPublicKey } from '../utils/platform/signature';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function readPrivateKey(text: string): Promise<CryptoKey> {
  const key = toKeyObject(text, (input) => createPrivateKey(input));
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('badKey: ECDSA P-256');
  const der = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  return crypto.subtle.importKey('pkcs8', der, ECDSA, true, ['sign']);
}

/** A new private key as PEM. */
export async function makePrivateKey(): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  return `${createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' })}`;
}

/** The public half as base64 of its SPKI. */
export async function publicKeyOf(privateKey: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** From a PEM or JWK file, a FILE.pub or the base64 text itself. */
export async function readPublicKeyText(text: string): Promise<string> {
  const isFileForm = /-----BEGIN|^\s*\{/.test(text);
  const base64 = isFileForm
    ? toKeyObject(text, (input) => createPublicKey(input))
        .export({ type: 'spki', format: 'der' })
        .toString('base64')
    : text.trim();
  if ((await readPublicKey(base64)) === null) throw new Error('badKey: ECDSA P-256, base64 SPKI');
  return base64;
}

function toKeyObject(
  text: string,
  make: (input: string | { key: JsonWebKey; format: 'jwk' }) => KeyObject,
): KeyObject {
  try {
    return make(text.trimStart().startsWith('{') ? { key: JSON.parse(text), format: 'jwk' } : text);
  } catch {
    throw new Error('badKey: PEM or JWK');
  }
}
