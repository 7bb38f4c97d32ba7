// Globs: `*` stands for any run of characters, everything else for itself. They are matched by looking for
// their literal pieces from left to right, so no text in a config can make matching slow.

export interface Glob {
  readonly prefix: string;
  readonly middle: readonly string[];
  /** null: the glob has no `*` and is its prefix. */
  readonly suffix: string | null;
  /** Literal characters: the more, the more specific. */
  readonly literalChars: number;
}

export function compileGlob(text: string): Glob {
  const pieces = text.split('*');
  const literalChars = text.length - (pieces.length - 1);
  const prefix = pieces[0] ?? '';
  if (pieces.length === 1) return { prefix, middle: [], suffix: null, literalChars };
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  return { prefix, middle, suffix: pieces[pieces.length - 1] ?? '', literalChars };
}

export function matchesGlob(glob: Glob, text: string): boolean {
  if (glob.suffix === null) return text === glob.prefix;
  if (!text.startsWith(glob.prefix)) return false;
  const end = text.length - glob.suffix.length;
  let from = glob.prefix.length;
  if (end < from || !text.endsWith(glob.suffix)) return false;
  for (const piece of glob.middle) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
