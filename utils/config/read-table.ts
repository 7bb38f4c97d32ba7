// A table as offices keep one: CSV as Excel saves it, in UTF-8 with or without a mark or in the Chinese code page,
// separated by commas, semicolons or tabs, with Chinese or English headings in any order.

import Papa from 'papaparse';
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import type { Loose } from './draft';
import type { CATEGORIES, LEVELS } from './schema';
import { suggestFolderPattern, suggestPattern } from './suggest-pattern';

export const MAX_TABLE_BYTES = 1024 * 1024;
const MAX_ROWS = 500;

type Column = 'name' | 'address' | 'department' | 'level' | 'category' | 'region';

const HEADINGS: Record<Column, readonly string[]> = {
  name: ['name', 'title', 'system', 'portal', '名称', '系统', '系统名称', '平台', '平台名称', '应用名称'],
  address: [
    'address',
    'url',
    'link',
    'website',
    'host',
    '网址',
    '地址',
    '链接',
    '访问地址',
    '系统地址',
    '登录地址',
  ],
  department: [
    'department',
    'owner',
    'office',
    '部门',
    '主管部门',
    '单位',
    '主管单位',
    '牵头部门',
    '责任单位',
  ],
  level: ['level', '层级', '级别', '建设层级', '所属层级'],
  category: ['category', 'type', 'kind', '类别', '类型', '分类', '用途'],
  region: ['region', 'province', '地区', '省份', '区域'],
};

const LEVEL_WORDS: Record<(typeof LEVELS)[number], readonly string[]> = {
  nation: ['nation', 'national', '国家', '国家级', '中央', '部级', '全国'],
  province: ['province', 'provincial', '省', '省级', '自治区', '自治区级', '直辖市'],
  city: ['city', 'municipal', '市', '市级', '地市', '地市级'],
  county: ['county', 'district', '县', '县级', '区', '区级', '区县', '区县级'],
  town: ['town', 'township', '乡', '镇', '乡镇', '乡级', '镇级', '乡镇级', '街道', '街道级'],
  village: ['village', '村', '村级', '社区', '社区级', '村社', '村居'],
};

const CATEGORY_WORDS: Record<(typeof CATEGORIES)[number], readonly string[]> = {
  'check-in': ['checkin', '打卡', '签到', '打卡签到', '考勤'],
  reporting: ['reporting', 'report', '填报', '报表', '上报', '数据填报', '台账', '业务'],
  'learning-hours': ['learninghours', 'learning', '学习', '在线学习', '培训', '学时'],
  'work-order': ['workorder', 'order', '工单', '派单', '办件', '热线'],
  messaging: ['messaging', 'message', 'chat', '沟通', '沟通办公', '办公', '协同办公', '即时通讯', '消息'],
  'public-site': ['publicsite', 'public', 'website', '公众网站', '门户网站', '网站'],
};

export interface ReadTable {
  portals: Loose[];
  /** Rows left out or doubtful, by their line in the file. */
  problems: Problem[];
}

export function readTable(bytes: Uint8Array): Result<ReadTable, Problem[]> {
  if (bytes.length > MAX_TABLE_BYTES)
    return fail([{ code: 'tooLarge', path: '', detail: `<= ${MAX_TABLE_BYTES} B` }]);
  const text = decode(bytes);
  if (text === null) return fail([{ code: 'notText', path: '', detail: 'UTF-8 | GB 18030' }]);
  const { data } = Papa.parse<string[]>(text.replace(/^sep=.\r?\n/i, ''), {
    delimitersToGuess: [',', '\t', ';'],
  });
  const rows = data.map((cells) => cells.map((cell) => cell.normalize('NFKC').trim()));
  const head = rows.findIndex((cells) => findColumns(cells) !== null);
  const columns = head < 0 ? null : findColumns(rows[head] ?? []);
  if (columns === null) return fail([{ code: 'noHeadings', path: '', detail: '名称, 网址 | name, address' }]);
  return succeed(readRows(rows, head, columns));
}

function readRows(rows: readonly string[][], head: number, columns: Map<Column, number>): ReadTable {
  const problems: Problem[] = [];
  const portals: Loose[] = [];
  const cell = (cells: readonly string[], column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const addresses = rows.slice(head + 1).map((cells) => suggestPattern(cell(cells, 'address')));
  rows.slice(head + 1).forEach((cells, index) => {
    const path = `${head + index + 2}`;
    if (cells.every((text) => text === '')) return;
    if (portals.length === MAX_ROWS) {
      if (problems.at(-1)?.code !== 'tooLarge')
        problems.push({ code: 'tooLarge', path, detail: `<= ${MAX_ROWS}` });
      return;
    }
    const [name, address] = [cell(cells, 'name'), cell(cells, 'address')];
    const pattern = addresses[index] ?? null;
    if (name === '') problems.push({ code: 'wrongShape', path, detail: '名称 | name' });
    if (pattern === null) problems.push({ code: 'badPattern', path, detail: '网址 | address' });
    if (name === '' || pattern === null) return;
    const shares = addresses.filter((other) => other === pattern).length > 1;
    const level = wordOf(LEVEL_WORDS, cell(cells, 'level'));
    const category = wordOf(CATEGORY_WORDS, cell(cells, 'category'));
    if (level === null && cell(cells, 'level') !== '')
      problems.push({ code: 'wrongShape', path, detail: '层级 | level' });
    if (category === null && cell(cells, 'category') !== '')
      problems.push({ code: 'wrongShape', path, detail: '类别 | category' });
    portals.push({
      id: idOf(pattern),
      title: { [/\p{Script=Han}/u.test(name) ? 'zh-CN' : 'en']: name },
      ...(cell(cells, 'department') === '' ? {} : { department: cell(cells, 'department') }),
      ...(level === null ? {} : { level }),
      ...(cell(cells, 'region') === '' ? {} : { region: cell(cells, 'region') }),
      category: category ?? 'reporting',
      match: [shares ? (suggestFolderPattern(address) ?? pattern) : pattern],
    });
  });
  return { portals, problems };
}

function findColumns(cells: readonly string[]): Map<Column, number> | null {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[\s*:()（）]/g, ''));
  const columns = new Map<Column, number>();
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const at = names.findIndex((name) => HEADINGS[column].includes(name));
    if (at >= 0) columns.set(column, at);
  }
  return columns.has('name') && columns.has('address') ? columns : null;
}

function wordOf<K extends string>(words: Record<K, readonly string[]>, text: string): K | null {
  const bare = text.toLowerCase().replace(/[\s_-]/g, '');
  return (Object.keys(words) as K[]).find((key) => words[key].includes(bare)) ?? null;
}

/** The telling part of the host: `cunwu` of `cunwu.example.gov.cn`. */
function idOf(pattern: string): string {
  const host = /:\/\/(?:\*\.)?([^/]+)/.exec(pattern)?.[1] ?? '';
  const labels = host.split('.').filter((label) => label !== 'www' && label !== '');
  return /^[\d.:[\]]+$/.test(host) ? host : (labels[0] ?? host);
}

/** Excel saves in the system's code page unless it is told otherwise; strict UTF-8 is never such by accident. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const labels = isUtf16 ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  for (const label of labels) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // The next one may fit.
    }
  }
  return null;
}
