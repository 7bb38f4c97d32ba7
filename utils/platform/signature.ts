// Detached signatures: ECDSA on P-256 with SHA-256, raw r‖s (64 bytes) over the file's bytes. A public key is
// written as base64 of its SPKI. Only where a secure context is: the extension's own pages and worker, and Node.

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const OVER_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
export const SIGNATURE_BYTES = 64;

/** null when the text is no public key of this kind. */
export async function readPublicKey(base64: string): Promise<CryptoKey | null> {
  const der = fromBase64(base64);
  if (der === null) return null;
  try {
    return await crypto.subtle.importKey('spki', der, ECDSA, true, ['verify']);
  } catch {
    return null;
  }
}

export async function isSignatureOf(
  publicKey: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await readPublicKey(publicKey);
  if (key === null || signature.length !== SIGNATURE_BYTES) return false;
  return crypto.subtle.verify(OVER_SHA256, key, signature, bytes);
}

export async function sign(
  privateKey: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(OVER_SHA256, privateKey, bytes));
}

/** White space and the lines of a PEM file are skipped; null when anything else is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text.replace(/-----(?:BEGIN|END)[A-Z ]+-----/g, '').replace(/\s+/g, '');
  if (bare === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return null;
  try {
    return Uint8Array.from(atob(bare), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
