// CRX3: what Chromium installs. "Cr24", 3, the header's length, the header, the zip. The header is a protocol
// buffer of two fields: the proof (public key and signature, RSA PKCS #1 with SHA-256) and the signed data, which
// holds the id: the first 16 bytes of the key's SHA-256. Signed is a fixed text, the signed data and the zip.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

const MAGIC = Buffer.from('Cr24');
const VERSION = 3;
const SIGNED_TEXT = Buffer.from('CRX3 SignedData\0');
/** Field numbers of `CrxFileHeader`, `AsymmetricKeyProof` and `SignedData`. */
const SHA256_WITH_RSA = 2;
const SIGNED_HEADER_DATA = 10_000;
const PUBLIC_KEY = 1;
const SIGNATURE = 2;
const CRX_ID = 1;

export function packCrx(zip: Uint8Array, privateKey: KeyObject): Buffer {
  const publicKey = spkiOf(privateKey);
  const signedData = field(CRX_ID, createHash('sha256').update(publicKey).digest().subarray(0, 16));
  const text = Buffer.concat([SIGNED_TEXT, uint32(signedData.length), signedData, zip]);
  const signature = sign('sha256', text, privateKey);
  const proof = Buffer.concat([field(PUBLIC_KEY, publicKey), field(SIGNATURE, signature)]);
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData)]);
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, zip]);
}

/** Letters a to p for the hex digits of the key's SHA-256: what Chromium calls the extension. */
export function chromiumIdOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export function spkiOf(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

export function readPackingKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'rsa') throw new Error('badKey: the key of a package is an RSA key');
  return key;
}

export function makePackingKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function field(number: number, value: Uint8Array): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(value.length), value]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
