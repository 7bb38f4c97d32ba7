// days.csv: one row for each person, observed local date and portal category. Zero where observed; absent
// where not, with the reason in coverage.csv.
import { PORTAL_CATEGORIES } from './codes';
import { coded, count, date, id, minutes, offsetMinutes, seconds } from './column';

const lower = {
  zh: '下限：看不到手机和其他浏览器。',
  en: 'Lower bound: phones and other browsers are not seen.',
};

export const EXPORT_ID = id('export_id', '这次导出的随机编号。', 'Random id of this export.');
export const PERSON_ID = id(
  'person_id',
  '由研究代码得出的化名；同一代码在另一浏览器得出同一化名，换代码即换化名。',
  'Pseudonym derived from the study code: the same code gives the same pseudonym in another browser, another code another.',
);
export const LOCAL_DATE = date(
  'local_date',
  '当地日期；若声明了按周平移，则整体移动了若干整周，星期几不变。',
  'Local date; where a shift is declared, moved by a whole number of weeks, so weekdays stay.',
);
export const TZ_OFFSET = offsetMinutes(
  'tz_offset_min',
  '当地时间比 UTC 早多少分钟。',
  'Minutes east of UTC.',
);
export const CATEGORY = coded(PORTAL_CATEGORIES)(
  'category',
  '系统类别，来自系统名录。',
  'Category of the portals, from the domain config.',
);

export const DAYS = {
  name: 'days',
  text: {
    zh: '一行是一人、一天、一类系统的合计。观测到而没有发生的是 0；没有观测到的没有行，原因见 coverage。',
    en: 'One row is the sums of one person, one day and one category of portals. Observed and nothing happened is 0; what was not observed has no row, and coverage says why.',
  },
  primaryKey: ['export_id', 'person_id', 'local_date', 'category'],
  columns: [
    EXPORT_ID,
    PERSON_ID,
    LOCAL_DATE,
    TZ_OFFSET,
    CATEGORY,
    minutes(
      'observed_min',
      '当天能看到这类系统的分钟数：浏览器开着、没有暂停、有许可；每隔几分钟记一次。',
      'Minutes in which the meter could see this category: browser running, not paused, permission present; noted every few minutes.',
    ),
    seconds(
      'active_s',
      `活跃时间：页面可见、有焦点、未锁屏，且最近 T 秒内有真实输入；T 见 idle_timeout_s。${lower.zh}`,
      `Active time: document visible, focused, screen not locked, a trusted input at most T ago; T is in idle_timeout_s. ${lower.en}`,
    ),
    seconds('active_t30_s', 'T = 30 秒时的活跃时间。', 'Active time at T = 30 s.'),
    seconds('active_t300_s', 'T = 300 秒时的活跃时间。', 'Active time at T = 300 s.'),
    seconds(
      'open_s',
      '打开时间：可见且有焦点，不问有无操作。上限。',
      'Open time: visible and focused, no idle rule. Upper bound.',
    ),
    seconds(
      'burden_s',
      `负担：活跃时间，不含公开网站和豁免系统。${lower.zh}`,
      `Burden: active time without public-site and exempt portals. ${lower.en}`,
    ),
    count(
      'visits',
      '访问：同一文档同一路径的各段，合计至少打开 1 秒。',
      'Visits: spans of one document and route, together at least 1 s open.',
    ),
    count(
      'portals',
      '当天用过的系统数：活跃至少 10 秒或有一次打卡、填报。',
      'Portals used that day: at least 10 s active or one action.',
    ),
    count(
      'switches',
      '换到这类系统的次数：前后各活跃至少 3 秒，相隔不到 5 分钟。',
      'Switches that arrive in this category: both at least 3 s active, less than 5 min apart.',
    ),
    count(
      'check_ins',
      '打卡：本人点了打卡控件，并得到页面或请求的确认。',
      'Check-ins: a trusted activation of a check-in control, confirmed by the page or a request.',
    ),
    count('check_ins_attempted', '尝试而未确认的打卡。', 'Check-ins activated and not confirmed.'),
    seconds(
      'check_in_s',
      '打卡用时（估计）：从到达打卡页（混合页面取点击前 60 秒）到确认的活跃时间。',
      'Check-in time (an estimate): active time from arriving on the check-in page (or 60 s before on a mixed page) to confirmation.',
    ),
    count(
      'submissions',
      '填报：一次本人操作送出了填写的数据并被接受；含 submissions_probable。',
      'Submissions: one human act that sent entered data and was accepted; includes submissions_probable.',
    ),
    count(
      'submissions_probable',
      '其中只是很可能被接受的。',
      'Those of them whose acceptance is only probable.',
    ),
    count(
      'rejected',
      '被退回或失败：页面说不行，或请求失败；页面自己拦下的不算。',
      'Rejected or failed: the page said no, or the request failed; validation that sends nothing is not one.',
    ),
    seconds(
      'rework_s',
      '返工：从退回到 30 分钟内再次提交同一表的活跃时间。',
      'Rework: active time from a rejection until the next try of the same form within 30 min.',
    ),
    seconds(
      'submission_s',
      '填写用时：从第一次改动到提交的活跃时间。',
      'Filling time: active time from the first edit to the commit.',
    ),
    count(
      'repeats_same_form',
      '同表重复：同一表在同一周期内，至少 80 % 的可比内容与先前一次相同。',
      'Repeated submission: same form, same cycle, at least 80 % of eligible values equal to an earlier accepted one.',
    ),
    count(
      'repeats_cross_portal',
      '跨系统重复：至少一半的可比内容（两项以上，或一项 15 字以上）35 天内填进过别的系统。',
      'Double reporting: at least half the eligible values (two, or one of 15+ characters) were entered in another portal within 35 days.',
    ),
    seconds(
      'repeat_s',
      `重复用时：同表重复的填写用时加跨系统重复的重打用时。${lower.zh}`,
      `Time on repeats: filling time of same-form repeats plus retyping time of cross-portal ones. ${lower.en}`,
    ),
    seconds(
      'retype_s',
      '重打用时：从表单第一次改动起，光标在跨系统重复的那些格子里的活跃时间。',
      'Retyping time: active time, from the form’s first edit on, with the focus in a field whose value was a cross-portal duplicate.',
    ),
    count(
      'eligible_entries',
      '可比内容：本人键入、粘贴或浏览器代填，6 字以上（含汉字 4 字以上），不在停用表。',
      'Eligible entries: typed, pasted or filled by the browser, 6+ characters (4+ if Han), not on the stop list.',
    ),
    count(
      'shared_entries',
      '其中 35 天内填进过别的系统的；不含身份内容。',
      'Those entered in another portal within 35 days; identity values not included.',
    ),
    count(
      'identity_entries',
      '身份内容：在过半表单里都出现的（本人姓名、电话、单位），单列。',
      'Identity entries: values in over half of the person’s forms (own name, phone, unit), counted apart.',
    ),
    count('upload_images', '随打卡、填报上传的图片数。', 'Images uploaded with actions.'),
    count('upload_videos', '随打卡、填报上传的视频数。', 'Videos uploaded with actions.'),
    count('upload_documents', '随打卡、填报上传的其他文件数。', 'Other files uploaded with actions.'),
    seconds(
      'after_hours_s',
      '班外：本人工作时间以外的活跃时间；公休日在外，调休上班日在内；本人标的值班日不计。',
      'After hours: active time outside the person’s schedule; public holidays off, make-up workdays on; duty days the person marked don’t count.',
    ),
    seconds(
      'scheduled_s',
      '当天的工作时间，同一天各类相同，不要跨类相加。',
      'Scheduled working time of that day, the same for each category: don’t add it across categories.',
    ),
    seconds(
      'idle_timeout_s',
      'T：active_s、burden_s、after_hours_s 用的无操作时限。',
      'T, the idle timeout of active_s, burden_s and after_hours_s.',
    ),
  ],
} as const;
