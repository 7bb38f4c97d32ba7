// Random ids. `crypto.randomUUID` does not exist on plain-http pages, and a content script shares that.

/** 128 random bits as 32 hex digits. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * 71 random bits as 12 letters, digits and `_`: of visits and acts. An id is in every index entry of its row, two
 * bytes a character, so its length is a good part of the ledger. That two of a million are the same has a chance
 * of 1e-10.
 */
export const recordId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(9)))).replace(/\W/g, '_');

/** A uniform number in [0, 1) of 53 random bits that nobody can foresee. */
export function randomShare(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return ((high >>> 5) * 0x400_0000 + (low >>> 6)) / 2 ** 53;
}
