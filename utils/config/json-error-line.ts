// Where JSON goes wrong. Engines word it differently, quote the text, and often name no place; whoever wrote
// the file needs a line. Only asked after `JSON.parse` has refused a text.

const SPACE = /[ \t\n\r]*/y;
// Unrolled (`plain*(escape plain*)*`): one way only to read a string, so an endless one is given up at once.
const TOKEN =
  /[{}[\],:]|"[^"\\\t\n\r]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\t\n\r]*)*"|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])/y;

type Expectation = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/** The line, counted from 1, of the first token that cannot stand where it stands. */
export function findJsonErrorLine(text: string): number {
  const open: ('{' | '[')[] = [];
  let awaited: Expectation = 'value';
  let at = 0;
  for (;;) {
    at = endOf(SPACE, text, at) ?? at;
    const end = endOf(TOKEN, text, at);
    const next: Expectation | null = end === null ? null : follow(text.slice(at, end), awaited, open);
    if (end === null || next === null) return text.slice(0, at).split('\n').length;
    awaited = next;
    at = end;
  }
}

/** What may come after `token`, null when it may not come at all. Keeps `open` up to date. */
function follow(token: string, awaited: Expectation, open: ('{' | '[')[]): Expectation | null {
  const inside = open.at(-1);
  if (token === '}' || token === ']') {
    const closes = inside === (token === '}' ? '{' : '[');
    if (!closes || awaited === 'value' || awaited === 'key' || awaited === 'colon') return null;
    open.pop();
    return 'commaOrEnd';
  }
  if (token === ',') {
    if (awaited !== 'commaOrEnd' || inside === undefined) return null;
    return inside === '{' ? 'key' : 'value';
  }
  if (token === ':') return awaited === 'colon' ? 'value' : null;
  if (awaited === 'key' || awaited === 'keyOrEnd') return token.startsWith('"') ? 'colon' : null;
  if (awaited !== 'value' && awaited !== 'valueOrEnd') return null;
  if (token !== '{' && token !== '[') return 'commaOrEnd';
  open.push(token);
  return token === '{' ? 'keyOrEnd' : 'valueOrEnd';
}

function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}
