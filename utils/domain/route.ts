// What a route is. A route says which screen of a portal a person was on, and nothing about whom or what the
// screen was showing. It is the path and, where the hash is one (`#/…`, `#!/…`), the hash route. Dropped:
// every query (also one inside the hash), path parameters (`;jsessionid=…`) and plain anchors (`#top`).
//
// Each segment is decoded and then, a well-known file ending (`.html`, `.jsp`, `.do` …) set aside:
//   1. a word of at most 24 ASCII letters and `. _ - ~ !` stays as it is;
//   2. such a word with one run of one or two digits keeps its letters: `v2` -> `v:n`, `step2.html` ->
//      `step:n.html`;
//   3. everything else becomes `:n`: longer or more digits, hexadecimal, letters in shuffled case, more than
//      24 characters, Han or any other script, and whatever could have been an escaped query.
// It is a list of what may stay, so a shape nobody thought of is dropped, not kept.

const MAX_ROUTE_CHARS = 200;
const MAX_WORD_CHARS = 24;

const FILE_ENDING =
  /\.(?:html?|shtml|xhtml|jspx?|jsf|do|action|php|aspx?|ashx|cgi|json|xml|pdf|docx?|xlsx?|pptx?)$/i;
const PLAIN_WORD = /^[A-Za-z._~!-]*$/;
const WORD_WITH_SHORT_NUMBER =
  /^[A-Za-z._~!-]*[A-Za-z][A-Za-z._~!-]*[0-9]{1,2}[A-Za-z._~!-]*$|^[A-Za-z._~!-]*[0-9]{1,2}[A-Za-z._~!-]*[A-Za-z][A-Za-z._~!-]*$/;
const HEX = /^[0-9a-f-]{8,}$/i;
const LOWER_THEN_UPPER = /[a-z](?=[A-Z])/g;

/** Path and hash route as they are written in the address, without query, path parameters and anchors. */
export function toLiteralRoute(url: URL): string {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '/';
  return withoutParameters(url.pathname) + withoutParameters(toHashRoute(url.hash));
}

/** The route of an address as a template; at most 200 characters, without digits, Han text or query. */
export function toRoute(url: URL): string {
  const literal = toLiteralRoute(url);
  const hashAt = literal.indexOf('#');
  const path = hashAt < 0 ? literal : literal.slice(0, hashAt);
  const hash = hashAt < 0 ? '' : literal.slice(hashAt);
  const mark = hash.startsWith('#!') ? '#!' : hash.slice(0, 1);
  return (toTemplate(path) + mark + toTemplate(hash.slice(mark.length))).slice(0, MAX_ROUTE_CHARS);
}

function toHashRoute(hash: string): string {
  if (!hash.startsWith('#/') && !hash.startsWith('#!/')) return '';
  const queryAt = hash.indexOf('?');
  return queryAt < 0 ? hash : hash.slice(0, queryAt);
}

function withoutParameters(path: string): string {
  if (!path.includes(';')) return path;
  return path
    .split('/')
    .map((segment) => segment.split(';', 1)[0] ?? '')
    .join('/');
}

function toTemplate(path: string): string {
  return path.split('/').map(toTemplateSegment).join('/');
}

function toTemplateSegment(segment: string): string {
  const decoded = decode(segment);
  const ending = FILE_ENDING.exec(decoded)?.[0] ?? '';
  const word = decoded.slice(0, decoded.length - ending.length);
  if (word.length > MAX_WORD_CHARS || HEX.test(word) || isShuffledCase(word)) return `:n${ending}`;
  if (PLAIN_WORD.test(word)) return word + ending;
  if (WORD_WITH_SHORT_NUMBER.test(word)) return word.replace(/[0-9]+/, ':n') + ending;
  return `:n${ending}`;
}

/** Random letters change to upper case every few characters; the words of `camelCase` are longer. */
function isShuffledCase(word: string): boolean {
  return word.length >= 16 && (word.match(LOWER_THEN_UPPER)?.length ?? 0) > word.length / 6;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not UTF-8 (GBK addresses exist): the `%` stays, and the list above turns the segment into `:n`.
    return segment;
  }
}
