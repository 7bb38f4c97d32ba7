// The closed lists of codes that package columns use, with their meaning in both languages.
import { category } from './column';

export const PORTAL_CATEGORIES = [
  category('check-in', '打卡签到类系统', 'check-in portal'),
  category('reporting', '填报类系统', 'reporting portal'),
  category('learning-hours', '在线学习时长类系统', 'learning-hours portal'),
  category('work-order', '工单、案件类系统', 'work orders and cases'),
  category('messaging', '通知、消息类系统', 'notices and messages'),
  category('public-site', '公开网站（计时，不计入负担）', 'public site (measured, not burden)'),
  category('unknown', '名录里查不到类别', 'category not known from any list'),
] as const;

export const PORTAL_LEVELS = [
  category('nation', '国家', 'nation'),
  category('province', '省', 'province'),
  category('city', '市', 'city'),
  category('county', '县', 'county'),
  category('town', '乡镇、街道', 'town'),
  category('village', '村、社区', 'village'),
] as const;

export const COVERAGE_STATES = [
  category('recording', '正在记录：看得到', 'recording: the meter could see'),
  category('paused', '本人暂停', 'paused by the person'),
  category('no_permission', '没有读取许可', 'no permission for the hosts'),
  category('off', '浏览器没开或没有观测记录', 'browser closed, or no observation'),
  category('recovered', '浏览器意外关闭后补记', 'recovered after a crash'),
  category('struck', '本人从本次导出中划去', 'struck from this export by the person'),
  category('before_start', '尚未开始记录', 'before recording began'),
] as const;

export const END_REASON_CODES = [
  category('hidden', '页面被遮住或切走', 'the page was hidden'),
  category('blurred', '窗口失去焦点', 'the window lost the focus'),
  category('navigated', '转到另一页', 'another page was opened'),
  category('closed', '页面关闭', 'the page was closed'),
  category('idle', '长时间没有操作', 'no input for long'),
  category('locked', '屏幕锁定', 'the screen was locked'),
  category('slept', '电脑睡眠', 'the computer slept'),
  category('clock_changed', '系统时间被调整', 'the clock was set'),
  category('midnight', '在零点切开', 'cut at local midnight'),
  category('paused', '本人暂停', 'paused by the person'),
  category('out_of_scope', '离开名录范围', 'left the listed pages'),
  category('recovered', '浏览器意外关闭后补记', 'recovered after a crash'),
] as const;

export const ACTION_KINDS = [
  category('check_in', '打卡', 'check-in'),
  category('submission', '填报', 'submission'),
] as const;

export const OUTCOMES = [
  category('accepted', '成功', 'accepted'),
  category('rejected', '被退回', 'rejected by the page'),
  category('failed', '请求失败', 'the request failed'),
  category('unknown', '看不出结果', 'outcome not seen'),
  category('draft', '存草稿', 'saved as draft'),
] as const;

export const CONFIDENCES = [
  category('confirmed', '页面或网络确认', 'confirmed by page or network'),
  category('probable', '很可能', 'probable'),
] as const;

export const REPEAT_SCOPES = [
  category('same_form', '同一表重复', 'same form again'),
  category('cross_portal', '跨系统重复', 'entered in another portal before'),
] as const;

export const CONFIG_SOURCE_CODES = [
  category('managed', '单位策略', 'managed policy'),
  category('signed', '签名订阅', 'signed subscription'),
  category('unsigned', '未签名订阅', 'unsigned subscription'),
  category('imported', '导入的文件', 'imported file'),
  category('bundled', '自带名录', 'bundled list'),
] as const;
