// A study code: 16 letters and digits in groups of four, 80 random bits. Whoever types the same code in a
// second browser is counted there as the same person; a new code makes a new pseudonym. Letters that are
// mistaken for digits are left out (Crockford's alphabet), and read as the digit they look like.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/** `random` is hex with at least 32 digits. */
export function newStudyCode(random: string): string {
  const letters = Array.from({ length: LENGTH }, (_, i) => {
    const byte = Number.parseInt(random.slice(i * 2, i * 2 + 2), 16);
    return ALPHABET[byte % ALPHABET.length];
  });
  return grouped(letters.join(''));
}

/** The code in its one spelling; null when it is none. */
export function readStudyCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const known = [...plain].every((letter) => ALPHABET.includes(letter));
  return known && plain.length === LENGTH ? grouped(plain) : null;
}

function grouped(plain: string): string {
  return (plain.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
