// The tables beside the days: when the meter could see, which portals ask for the same, which list was in
// force.
import { CONFIG_SOURCE_CODES, COVERAGE_STATES } from './codes';
import { coded, count, id, instant, minutes, seconds, text } from './column';
import { CATEGORY, EXPORT_ID, LOCAL_DATE, PERSON_ID, TZ_OFFSET } from './days-table';

export const CONFIG_ID = text('config_id', '系统名录的编号。', 'Id of the domain config.');
export const portalCode = <const Name extends string>(name: Name, zh: string, en: string) =>
  id(
    name,
    `${zh}代号：由名录编号和系统编号算出，同一名录下人人相同；持有名录的人能认出是哪个系统。`,
    `${en}: code computed from config id and portal id, the same for everyone under the same list; whoever holds the list can tell which portal it is.`,
  );

export const COVERAGE = {
  name: 'coverage',
  text: {
    zh: '一行是一人、一天、一类系统、一种观测状态。范围内每一天每一类至少一行：没有 recording 行的，就是没有观测到，state 是原因。',
    en: 'One row is one person, day, category and state of observation. Every day and category of the range has at least one row: without a recording row it was not observed, and state is the reason.',
  },
  primaryKey: ['export_id', 'person_id', 'local_date', 'category', 'state'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    LOCAL_DATE,
    TZ_OFFSET,
    CATEGORY,
    coded(COVERAGE_STATES)('state', '观测状态。', 'State of observation.'),
    minutes('minutes', '当天处于这种状态的分钟数。', 'Minutes of the day in that state.', {
      missing: {
        zh: '空：整天如此，没有可量的起止。',
        en: 'Missing: so all day, without measured limits.',
      },
    }),
  ],
} as const;

export const PORTAL_PAIRS = {
  name: 'portal_pairs',
  text: {
    zh: '一行是：先填进甲系统的内容，35 天内又填进乙系统。本人可以不导出这张表。',
    en: 'One row: what was first entered in portal A was entered again in portal B within 35 days. The person may leave this table out.',
  },
  primaryKey: ['export_id', 'person_id', 'config_id', 'portal_a', 'portal_b'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    CONFIG_ID,
    portalCode('portal_a', '先填的系统', 'The portal that had it first'),
    portalCode('portal_b', '又填的系统', 'The portal that asked again'),
    count(
      'shared_entries',
      '又填的内容项数；几个系统都先填过的，每个系统各算一次。',
      'Entries that were given again; one that several portals had before counts once for each.',
    ),
    count('pasted_entries', '其中粘贴的。', 'Those of them that were pasted.'),
    seconds('retype_s', '重打用时。', 'Retyping time.'),
  ],
} as const;

export const CONFIG_HISTORY = {
  name: 'config_history',
  text: {
    zh: '何时用的是哪一份系统名录、哪一版。',
    en: 'Which domain config, in which version, was in force when.',
  },
  primaryKey: ['export_id', 'person_id', 'from_utc', 'config_id'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    instant('from_utc', '生效时刻，粗到 15 分钟。', 'In force from, coarsened to 15 min.'),
    CONFIG_ID,
    count('config_version', '名录版本。', 'Version of the config.'),
    text(
      'config_sha256',
      '名录文件的 SHA-256；不含任何个人信息。',
      'SHA-256 of the config file; holds nothing personal.',
    ),
    coded(CONFIG_SOURCE_CODES)('source', '名录来源。', 'Where the config came from.'),
    count('portals', '名录里的系统数。', 'Portals on the list.'),
  ],
} as const;
