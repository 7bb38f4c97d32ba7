// The CRC-32 of a zip's files (ISO 3309, reflected, polynomial 0xEDB88320), over a stream.
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export class Crc32 {
  private rest = -1;

  update(bytes: Uint8Array): void {
    let rest = this.rest;
    for (let i = 0; i < bytes.length; i++)
      rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[i] as number)) & 0xff] as number);
    this.rest = rest;
  }

  value(): number {
    return (this.rest ^ -1) >>> 0;
  }
}
