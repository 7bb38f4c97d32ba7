// The address of a subscription: http or https, without user and fragment. Beside FILE lie FILE.sig, its
// signature, and, where a signature is trusted on first use, FILE.pub, the key to it.

const MAX_ADDRESS_CHARS = 2_000;

/** The address in one spelling; null when it is none. */
export function readAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_CHARS) return null;
  try {
    const url = new URL(trimmed);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (!isWeb || url.username !== '' || url.password !== '' || url.hostname === '') return null;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

export function besideAddress(address: string, suffix: '.sig' | '.pub'): string {
  const url = new URL(address);
  url.pathname += suffix;
  return url.href;
}

/** What the browser must be asked for; permissions know no ports. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
