// The tables of L3, made by the workbench from many people's packages. This set is fixed.

import { PORTAL_CATEGORIES } from './codes';
import { bigCount, category, coded, count, ratio, text } from './column';
import { CONFIG_ID, portalCode } from './context-tables';
import { INDICATORS } from './indicators';

const STATUSES = [
  category('published', '公布', 'published'),
  category('few_people', '不公布：人太少', 'withheld: too few people'),
  category('dominance', '不公布：一两个人占了大头', 'withheld: one or two people give most of it'),
  category(
    'complementary',
    '不公布：否则别的数能减出来',
    'withheld: others would follow from it by subtraction',
  ),
] as const;
const withheld = { missing: { zh: '空：不公布，见 status。', en: 'Missing: withheld, see status.' } };
const ALL = category('all', '全部', 'all');
const MINUTES_PER_SECOND = { zh: '重打分钟数，m。', en: 'Minutes of retyping, m.' };

export const INDICATOR_TABLE = {
  name: 'indicator_table',
  text: {
    zh: '按类别和月份的合计，category 或 month 为 all 的是边际。',
    en: 'Sums by category and month; where category or month is all, it is a margin.',
  },
  primaryKey: ['indicator', 'category', 'month'],
  columns: [
    coded(INDICATORS.map((name) => category(name, name, name)))(
      'indicator',
      '指标，定义同 days 表的同名列。',
      'Indicator, defined as the column of that name in days.',
    ),
    coded([...PORTAL_CATEGORIES, ALL])('category', '系统类别。', 'Category of portals.'),
    text('month', '当地月份，或 all。', 'Local month, or all.'),
    coded(STATUSES)('status', '是否公布，为何不公布。', 'Whether it is published, and why not.'),
    count('people', '观测到的人数。', 'People observed.', withheld),
    bigCount('amount', '所有人的合计。', 'Sum over all people.', withheld),
    ratio('per_person', '每人平均。', 'Mean per person observed.', withheld),
  ],
} as const;

export const PAIR_TABLE = {
  name: 'pair_table',
  text: {
    zh: '这两个系统要同样的内容：k 人、n 项、m 分钟。',
    en: 'These two systems ask for the same: k people, n entries, m minutes.',
  },
  primaryKey: ['config_id', 'portal_a', 'portal_b'],
  columns: [
    CONFIG_ID,
    portalCode('portal_a', '先填的系统', 'The portal that had it first'),
    portalCode('portal_b', '又填的系统', 'The portal that asked again'),
    coded(STATUSES)('status', '是否公布，为何不公布。', 'Whether it is published, and why not.'),
    count('people', '人数，k。', 'People, k.', withheld),
    bigCount('entries', '又填的项数，n。', 'Entries given again, n.', withheld),
    ratio('retype_min', MINUTES_PER_SECOND.zh, MINUTES_PER_SECOND.en, withheld),
  ],
} as const;

export const RELEASE_TABLES = [INDICATOR_TABLE, PAIR_TABLE] as const;
