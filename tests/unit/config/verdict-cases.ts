// Documents and what must be said of them: 40 good ones and 200 bad ones with the place of a problem. Each is the
// contract's own example with one thing changed.
import { CATEGORIES, LEVELS, PURPOSES } from '../../../utils/config/schema';
import { CYCLES } from '../../../utils/domain/cycle';

type Loose = Record<string, unknown>;

export interface VerdictCase {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** null: good. */
  path: string | null;
}

const EXAMPLE = {
  format: 1,
  id: 'xx-county',
  version: 12,
  issued: '2026-11-20',
  title: { 'zh-CN': '某县政务系统名录', en: 'XX County systems' },
  publisher: { 'zh-CN': '某县减负办' },
  calendar: { workdays: ['2026-10-10'], holidays: ['2026-10-01'] },
  words: { success: ['办理完毕'], failure: ['驳回'] },
  neverRead: ['银行卡号'],
  locked: ['idleTimeout'],
  portals: [
    {
      id: 'village-affairs',
      title: { 'zh-CN': '村务管理平台' },
      department: '农业农村局',
      level: 'county',
      region: '某省',
      category: 'reporting',
      exempt: false,
      purpose: null,
      match: ['https://cunwu.example.gov.cn/*', 'http://10.1.2.3:8080/app/*'],
      exclude: ['https://cunwu.example.gov.cn/news/*'],
      routes: ['/web/#/report/*'],
      hosts: ['https://api.example.gov.cn/*'],
      broad: [] as string[],
      checkIn: { controls: ['立即打卡'], success: ['打卡成功'], requests: ['POST /api/checkin'] },
      forms: [
        {
          route: '/web/#/report/monthly',
          title: { 'zh-CN': '月度台账' },
          submit: ['上报'],
          success: [],
          failure: [],
          cycle: 'month',
          due: 'day:25',
          purpose: null,
          ignore: false,
        },
      ],
      pages: [{ route: '/web/#/rank/*', purpose: 'ranking' }],
      noise: ['POST /api/heartbeat'],
    },
  ],
};

const encode = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** The example with `value` at `path`; `undefined` takes the key away. */
function changed(path: string, value: unknown): unknown {
  const document = structuredClone(EXAMPLE) as unknown as Loose;
  const keys = path.split(/\.|\[(\d+)\]\.?/).filter((key) => key !== undefined && key !== '');
  let place: Loose = document;
  for (const key of keys.slice(0, -1)) place = place[key] as Loose;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return document;
}

const P = 'portals[0]';
const LONG = 'x'.repeat(201);

const GOOD: [path: string, value: unknown][] = [
  ['x-note', { anything: [1, null] }],
  ['$schema', './domain-config.schema.json'],
  ['issued', undefined],
  ['version', 0],
  ['title', { en: 'Only English' }],
  ['publisher', null],
  ['calendar', undefined],
  ['words', undefined],
  ['neverRead', undefined],
  ['locked', ['portals', 'sources', 'somethingLater']],
  ['portals', []],
  ...LEVELS.slice(0, 3).map((level): [string, unknown] => [`${P}.level`, level]),
  ...CATEGORIES.map((category): [string, unknown] => [`${P}.category`, category]),
  ...PURPOSES.map((purpose): [string, unknown] => [`${P}.purpose`, purpose]),
  ...CYCLES.slice(0, 3).map((cycle): [string, unknown] => [`${P}.forms[0].cycle`, cycle]),
  [`${P}.forms[0].due`, 'weekday:5'],
  [`${P}.forms[0].due`, 'date:2026-12-31'],
  [`${P}.match`, ['*://oa/*']],
  [`${P}.match`, ['http://[::1]:8080/*']],
  [`${P}.match`, ['*://*.zj.gov.cn/*']],
  [`${P}.match`, ['https://例子.cn/*']],
  [`${P}.routes`, undefined],
  [`${P}.checkIn`, undefined],
  [`${P}.forms`, undefined],
  [`${P}.x-who`, '张三'],
  [`${P}.exempt`, true],
];

const NO_TEXT = [7, {}, [], '', ' ', LONG, true];
const BAD_PATTERNS = [
  '',
  'cunwu.example.gov.cn',
  'https://h',
  'ftp://h/*',
  'file:///*',
  'javascript://h/*',
  'https://u:p@h/*',
  'https://h/*?x=1',
  'https://h/web#/report',
  'https://a.*.cn/*',
  'http://*.1.2.3.4/*',
  'http://0x7f000001/*',
  'http://h:0/*',
  'http://h:*/*',
  'http:///*',
  'http://a..b/*',
  'http://a b/*',
  7,
  null,
  ['https://h/*'],
];
const BROAD_PATTERNS = [
  '<all_urls>',
  '*://*/*',
  'http://*/*',
  'https://*:8080/*',
  '*://*.cn/*',
  '*://*.com/*',
  '*://*.com.cn/*',
  '*://*.gov.cn/*',
  '*://*.GOV.CN/*',
  '*://*.gov。cn/*',
  '*://*.ｇｏｖ.ｃｎ/*',
  '*://*.zj.cn/*',
  '*://*.公司.cn/*',
  '*://*.政务/*',
  '*://*.co.uk/*',
];
const BAD_ROUTES = ['', 'a/b', '/a?x', '/a;b', '/a b', LONG, 7, null];
const BAD_REQUESTS = ['FETCH /a', 'POST', 'POST /a?b', 'POST /a#b', 'post /a', 'POST  /a', 7];

const each = (path: string, values: readonly unknown[]): [string, unknown][] =>
  values.map((value) => [path, value]);

const BAD: [path: string, value: unknown][] = [
  ...each('format', [2, '1', null, undefined]),
  ...each('id', [7, '', ' ', 'a/b', 'constructor', null, undefined, 'x'.repeat(65)]),
  ...each('version', [-1, 1.5, '1', null, undefined, 2 ** 60]),
  ...each('issued', ['today', '2026-02-30', '2026-13-01', 7]),
  ...each('title', [7, {}, null, undefined]),
  ['title.fr', 'x'],
  ...each('publisher', [7, {}]),
  ...each('calendar.holidays[0]', ['2026-02-30', 'x', 7]),
  ...each('calendar.workdays', ['2026-10-10', 7]),
  ['calendar', []],
  ...each('words.success[0]', ['', 7, LONG]),
  ['words', []],
  ...each('neverRead[0]', [' ', 7]),
  ...each('locked[0]', ['consent', 'pause', 'exportData', 'DeleteAll', 'a b', '']),
  ...each('titel', [1, null]),
  ...each('portals', ['x', {}, 7, null, undefined]),
  ...each(P, [7, null]),
  ...each(`${P}.id`, [7, '', 'a/b', 'toString', undefined]),
  ...each(`${P}.title`, [7, {}, undefined]),
  ...each(`${P}.department`, NO_TEXT),
  ...each(`${P}.region`, NO_TEXT),
  ...each(`${P}.level`, ['planet', 7, '']),
  ...each(`${P}.category`, ['chat', 7, null, undefined]),
  ...each(`${P}.exempt`, ['yes', 1, null]),
  ...each(`${P}.purpose`, ['x', 7]),
  ...each(`${P}.match`, ['https://h/*', [], null, undefined]),
  ...each(`${P}.match[0]`, BAD_PATTERNS),
  ...each(`${P}.match[1]`, BROAD_PATTERNS),
  ...each(`${P}.hosts[0]`, BROAD_PATTERNS.slice(0, 8)),
  ...each(`${P}.exclude[0]`, BROAD_PATTERNS.slice(0, 4)),
  ...each(`${P}.routes[0]`, BAD_ROUTES),
  ...each(`${P}.checkIn.requests[0]`, BAD_REQUESTS),
  ...each(`${P}.noise[0]`, BAD_REQUESTS),
  ...each(`${P}.checkIn.controls[0]`, ['', 7]),
  ['portals[0].checkIn', []],
  ...each(`${P}.forms[0].route`, BAD_ROUTES.slice(0, 6)),
  ...each(`${P}.forms[0].due`, ['day:32', 'weekday:8', 'date:2026-02-29', 'soon', 7]),
  ...each(`${P}.forms[0].cycle`, ['hour', 7]),
  ...each(`${P}.forms[0].ignore`, ['no', 1]),
  ...each(`${P}.forms[0].submit[0]`, ['', 7]),
  ...each(`${P}.pages[0].route`, ['a', 7]),
  ...each(`${P}.pages[0].purpose`, ['x', 7]),
  ...each(`${P}.mach`, [[], 'x']),
  ...each(`${P}.broad[0]`, ['*://*/*', 'gov.cn', 7]),
  ...each('calendar.workdays[0]', ['2026-9-1', '10-10']),
];

const TEXTS: VerdictCase[] = [
  ['nothing', ''],
  ['half a document', JSON.stringify(EXAMPLE).slice(0, -30)],
  ['a comma too many', '{"format":1,}'],
  ['a page', '<!doctype html><html></html>'],
  ['too large', JSON.stringify({ ...EXAMPLE, 'x-padding': 'x'.repeat(256 * 1024) })],
].map(([name = '', text = '']) => ({ name, bytes: encode(text), path: '' }));
const NO_TEXT_AT_ALL: VerdictCase = {
  name: 'no text',
  bytes: new Uint8Array([0xff, 0xfe, 0x7b, 0]),
  path: '',
};

const caseOf =
  (isGood: boolean) =>
  ([path, value]: [string, unknown], index: number): VerdictCase => ({
    name: `${index + 1}: ${path} = ${(JSON.stringify(value) ?? 'left out').slice(0, 40)}`,
    bytes: encode(changed(path, value)),
    path: isGood ? null : path,
  });

export const GOOD_CASES: readonly VerdictCase[] = GOOD.map(caseOf(true)).concat(
  { name: 'the example itself', bytes: encode(EXAMPLE), path: null },
  { name: 'with a byte order mark', bytes: encode(`\uFEFF${JSON.stringify(EXAMPLE)}`), path: null },
);
export const BAD_CASES: readonly VerdictCase[] = [...TEXTS, NO_TEXT_AT_ALL, ...BAD.map(caseOf(false))];
