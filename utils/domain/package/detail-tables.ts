// The tables of L1: single spans, visits and actions, with times coarsened to 15 minutes, random row ids and
// portals as codes.
import { ACTION_KINDS, CONFIDENCES, END_REASON_CODES, OUTCOMES, PORTAL_LEVELS, REPEAT_SCOPES } from './codes';
import { coded, count, id, instant, seconds } from './column';
import { CONFIG_ID, portalCode } from './context-tables';
import { CATEGORY, EXPORT_ID, LOCAL_DATE, PERSON_ID, TZ_OFFSET } from './days-table';

const PORTAL = [
  CONFIG_ID,
  portalCode('portal_code', '系统', 'The portal'),
  CATEGORY,
  coded(PORTAL_LEVELS)('portal_level', '系统的层级。', 'Level of government of the portal.', {
    missing: { zh: '空：名录没有写。', en: 'Missing: the config doesn’t say.' },
  }),
] as const;
const COARSE = { zh: '向下粗到 15 分钟。', en: 'Cut down to 15 minutes.' };
const started = instant('started_utc', `开始时刻，${COARSE.zh}`, `Start. ${COARSE.en}`);

export const SPANS = {
  name: 'spans',
  text: {
    zh: '一行是一段不间断的可见且有焦点的时间。同一人的各段不重叠。',
    en: 'One row is one uninterrupted stretch of visible and focused. One person’s spans never overlap.',
  },
  primaryKey: ['span_id'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    id('span_id', '随机行号。', 'Random row id.'),
    id('visit_id', '所属访问的随机编号，见 visits。', 'Random id of the visit it belongs to, see visits.'),
    ...PORTAL,
    LOCAL_DATE,
    TZ_OFFSET,
    started,
    seconds('open_s', '打开时间。', 'Open time.'),
    seconds('active_t30_s', 'T = 30 秒时的活跃时间。', 'Active time at T = 30 s.'),
    seconds('active_t60_s', 'T = 60 秒时的活跃时间。', 'Active time at T = 60 s.'),
    seconds('active_t300_s', 'T = 300 秒时的活跃时间。', 'Active time at T = 300 s.'),
    coded(END_REASON_CODES)('end_reason', '这一段为何结束。', 'Why the span ended.', {
      missing: { zh: '空：导出时还没结束。', en: 'Missing: still open at the time of export.' },
    }),
  ],
} as const;

export const VISITS = {
  name: 'visits',
  text: {
    zh: '一行是一次访问：同一文档同一路径的各段，合计至少打开 1 秒。改列名即可当网页浏览追踪数据用：panelist_id = person_id，timestamp = started_utc，duration = active_t60_s，domain = portal_code。',
    en: 'One row is one visit: the spans of one document and route, together at least 1 s open. Rename columns to use it as web-tracking data: panelist_id = person_id, timestamp = started_utc, duration = active_t60_s, domain = portal_code.',
  },
  primaryKey: ['visit_id'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    id('visit_id', '随机行号。', 'Random row id.'),
    ...PORTAL,
    LOCAL_DATE,
    TZ_OFFSET,
    started,
    seconds('open_s', '打开时间。', 'Open time.'),
    seconds('active_t60_s', 'T = 60 秒时的活跃时间。', 'Active time at T = 60 s.'),
    count('spans', '这次访问有几段。', 'Spans of the visit.'),
  ],
} as const;

const NOT_SUBMITTED = {
  missing: { zh: '空：不是成功的填报。', en: 'Missing: no accepted submission.' },
};

export const ACTIONS = {
  name: 'actions',
  text: {
    zh: '一行是一次打卡或填报，成功与否都在。没有任何填写的内容。',
    en: 'One row is one check-in or submission, whatever became of it. Nothing that was entered is in it.',
  },
  primaryKey: ['action_id'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    id('action_id', '随机行号。', 'Random row id.'),
    ...PORTAL,
    LOCAL_DATE,
    TZ_OFFSET,
    coded(ACTION_KINDS)('kind', '打卡还是填报。', 'Check-in or submission.'),
    instant('at_utc', `提交时刻，${COARSE.zh}`, `The commit. ${COARSE.en}`),
    seconds(
      'active_s',
      '用时：填报是从第一次改动起，打卡是从到达页面起。',
      'Active time: of a submission from the first edit, of a check-in from the arrival.',
    ),
    coded(OUTCOMES)('outcome', '结果。', 'What became of it.'),
    coded(CONFIDENCES)('confidence', '把握。', 'How sure that is.'),
    count('fields_total', '表里的格数。', 'Fields of the form.'),
    count('fields_edited', '改过的格数。', 'Fields that were edited.'),
    count('fields_typed', '键入的格数。', 'Fields that were typed.'),
    count('fields_pasted', '粘贴的格数。', 'Fields that were pasted.'),
    count('fields_chosen', '选择的格数。', 'Fields that were chosen.'),
    count('fields_filled', '浏览器代填的格数。', 'Fields filled by the browser.'),
    count('upload_images', '图片数。', 'Images.'),
    count('upload_videos', '视频数。', 'Videos.'),
    count('upload_documents', '其他文件数。', 'Other files.'),
    coded(REPEAT_SCOPES)('repeat_scope', '是哪一种重复。', 'Which kind of repeat it is.', {
      missing: { zh: '空：不是重复。', en: 'Missing: no repeat.' },
    }),
    count(
      'shared_entries',
      '35 天内填进过别的系统的内容项数。',
      'Entries given to another portal before.',
      NOT_SUBMITTED,
    ),
    count(
      'eligible_entries',
      '可比内容项数，不含身份内容。',
      'Eligible entries without identity values.',
      NOT_SUBMITTED,
    ),
    count('identity_entries', '身份内容项数。', 'Identity entries.', NOT_SUBMITTED),
    seconds('retype_s', '重打用时。', 'Retyping time.', NOT_SUBMITTED),
  ],
} as const;
