// Sealing a backup with a passphrase: AES-256-GCM, the key by PBKDF2-SHA-256. A sealed file is: 8 bytes of
// mark, 4 of iterations (big-endian), 16 of salt, 12 of nonce, then the ciphertext with its tag. The first 40
// bytes are authenticated with it, so that nobody lowers the iterations.
import { fail, type Result, succeed } from '../platform/problem';

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023). */
export const ITERATIONS = 600_000;
/** A file may ask for more than we do, but not for an hour of work. */
const MOST_ITERATIONS = 10_000_000;
const MARK = new TextEncoder().encode('FTLEDGR1');
const SALT_AT = 12;
const NONCE_AT = 28;
const HEAD_BYTES = 40;

export const isSealed = (bytes: Uint8Array): boolean => MARK.every((byte, i) => bytes[i] === byte);

/** `random` gives 28 fresh bytes. */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  random: Uint8Array<ArrayBuffer>,
  iterations: number = ITERATIONS,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MARK);
  new DataView(head.buffer).setUint32(MARK.length, iterations);
  head.set(random.subarray(0, HEAD_BYTES - SALT_AT), SALT_AT);
  const key = await keyOf(passphrase, head.slice(SALT_AT, NONCE_AT), iterations, 'encrypt');
  const iv = head.slice(NONCE_AT);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, bytes);
  const whole = new Uint8Array(HEAD_BYTES + sealed.byteLength);
  whole.set(head);
  whole.set(new Uint8Array(sealed), HEAD_BYTES);
  return whole;
}

export async function unseal(
  whole: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const refused = fail({ code: 'wrongPassphrase', path: '' } as const);
  if (whole.length <= HEAD_BYTES) return refused;
  const head = whole.slice(0, HEAD_BYTES);
  const iterations = new DataView(head.buffer).getUint32(MARK.length);
  if (iterations < 1 || iterations > MOST_ITERATIONS) return refused;
  const key = await keyOf(passphrase, head.slice(SALT_AT, NONCE_AT), iterations, 'decrypt');
  try {
    const iv = head.slice(NONCE_AT);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: head },
      key,
      whole.subarray(HEAD_BYTES),
    );
    return succeed(new Uint8Array(plain));
  } catch {
    // A wrong passphrase and a damaged file look the same: that is what an authenticated cipher promises.
    return refused;
  }
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    [usage],
  );
}
