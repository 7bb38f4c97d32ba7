// The portal runs on plain http, where crypto.subtle is missing, so bodies are enciphered in script: XTEA in
// counter mode. Page and server share this file.
const KEY = [0x1f2e3d4c, 0x5b6a7988, 0x13572468, 0x0badcafe] as const;

function block(high: number, low: number): [number, number] {
  let a = high | 0;
  let b = low | 0;
  let sum = 0;
  for (let round = 0; round < 32; round++) {
    a = (a + ((((b << 4) ^ (b >>> 5)) + b) ^ (sum + (KEY[sum & 3] ?? 0)))) | 0;
    sum = (sum + 0x9e3779b9) | 0;
    b = (b + ((((a << 4) ^ (a >>> 5)) + a) ^ (sum + (KEY[(sum >>> 11) & 3] ?? 0)))) | 0;
  }
  return [a, b];
}

function stream(bytes: Uint8Array, nonce: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let start = 0; start < bytes.length; start += 8) {
    const words = block(nonce, start / 8);
    for (let i = start; i < Math.min(start + 8, bytes.length); i++) {
      const word = words[i - start < 4 ? 0 : 1] ?? 0;
      out[i] = (bytes[i] ?? 0) ^ ((word >>> (8 * (i % 4))) & 255);
    }
  }
  return out;
}

export function encipher(value: unknown): string {
  const nonce = (Math.random() * 0x7fffffff) | 0;
  const bytes = stream(new TextEncoder().encode(JSON.stringify(value)), nonce);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `${nonce.toString(16).padStart(8, '0')}${btoa(text)}`;
}

export function decipher(text: string): unknown {
  const raw = atob(text.slice(8));
  const bytes = Uint8Array.from(raw, (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(stream(bytes, Number.parseInt(text.slice(0, 8), 16))));
}
