// The codebook, in Chinese or English, from the tables' own description.
import { ATTENTION_DEFINITION } from '../domain/attention-definition';
import type { Column, Table, Wording } from '../domain/package/column';
import type { Provenance } from './provenance';

export type CodebookLanguage = keyof Wording;

const WORDS = {
  title: { zh: '指尖账本 · 编码本', en: 'Fingertip Ledger · codebook' },
  about: {
    zh: '这是一个人自己导出的记录，去标识化而非匿名化：知道此人几件事的人，可能认得出来。请按敏感数据保管，不要再传播单人的包；对外只发布工作台做出的汇总。',
    en: 'This is one person’s own record, de-identified and not anonymous: who knows a few facts about the person may recognise them. Keep it as sensitive data, don’t pass single packages on; publish only the workbench’s aggregates.',
  },
  bounds: {
    zh: '所有合计都是下限：手机、其他浏览器和名录以外的网站都看不到。零与“没有观测到”不同：没有观测到的没有行。',
    en: 'All totals are lower bounds: phones, other browsers and sites not on the list are not seen. Zero differs from “not observed”: what was not observed has no row.',
  },
  attention: { zh: '活跃的定义', en: 'Active time, defined' },
  origin: { zh: '来历', en: 'Provenance' },
  column: { zh: '列', en: 'column' },
  type: { zh: '类型', en: 'type' },
  unit: { zh: '单位', en: 'unit' },
  meaning: { zh: '含义', en: 'meaning' },
  codes: { zh: '代码', en: 'codes' },
  key: { zh: '主键', en: 'key' },
} satisfies Record<string, Wording>;

export const codebook = (
  language: CodebookLanguage,
  tables: readonly Table[],
  provenance: Provenance,
): string => codebookOf(language, tables, provenance, true);

/** `ofOnePerson`: what it says of keeping and passing on is not for aggregates. */
export function codebookOf(
  language: CodebookLanguage,
  tables: readonly Table[],
  provenance: object,
  ofOnePerson: boolean,
): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  return [
    `# ${say('title')}`,
    ...(ofOnePerson ? [say('about')] : []),
    say('bounds'),
    `## ${say('attention')}`,
    ATTENTION_DEFINITION[language === 'zh' ? 'zh-CN' : 'en'],
    `## ${say('origin')}`,
    ['```json', JSON.stringify(provenance, null, 2), '```'].join('\n'),
    ...tables.map((table) => tableText(table, language)),
    '',
  ].join('\n\n');
}

function tableText(table: Table, language: CodebookLanguage): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const head = [say('column'), say('type'), say('unit'), say('meaning')];
  const coded = table.columns.filter((column) => column.categories);
  return [
    `## ${table.name}.csv`,
    table.text[language],
    `${say('key')}: ${table.primaryKey.join(', ')}`,
    [
      row(head),
      row(head.map(() => '---')),
      ...table.columns.map((column) => columnRow(column, language)),
    ].join('\n'),
    ...coded.map((column) => codesText(column, language)),
  ].join('\n\n');
}

function columnRow(column: Column, language: CodebookLanguage): string {
  const meaning = [column.text[language], column.missing?.[language]].filter(Boolean).join(' ');
  return row([`\`${column.name}\``, column.type, column.unit ?? '', meaning]);
}

function codesText(column: Column, language: CodebookLanguage): string {
  const lines = (column.categories ?? []).map((one) => `- \`${one.value}\` ${one[language]}`);
  return [`\`${column.name}\` · ${WORDS.codes[language]}`, lines.join('\n')].join('\n\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
