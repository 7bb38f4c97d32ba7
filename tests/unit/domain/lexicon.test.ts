import { describe, expect, it } from 'vitest';
import { classifyControl, classifyMessage, isNeverRead, normaliseText } from '../../../utils/domain/lexicon';
import { makeWordTable, NO_WORDS } from '../../../utils/domain/word-table';

const TABLE = makeWordTable();

describe('what a control does', () => {
  it.each([
    ['提 交', 'commit'],
    ['确 定', 'confirm'],
    ['  保存并提交 ', 'commit'],
    ['保存', 'save'],
    ['保存并关闭', 'save'],
    ['提交并打印', 'commit'],
    ['确认上报后退出', 'commit'],
    ['保存并返回列表', 'confirm'],
    ['取消提交并返回', 'cancel'],
    ['暂存并退出', 'draft'],
    ['打印上报表', 'transfer'],
    ['导出并打印', 'transfer'],
    ['Save & close', 'save'],
    ['Submit and print', 'commit'],
    ['保存草稿', 'draft'],
    ['暂存', 'draft'],
    ['提交草稿', 'draft'],
    ['查 询', 'search'],
    ['重置', 'reset'],
    ['删除', 'remove'],
    ['取消提交', 'cancel'],
    ['导出', 'transfer'],
    ['下一步', 'step'],
    ['登 录', 'session'],
    ['获取验证码', 'session'],
    ['立即打卡', 'checkIn'],
    ['立即打卡 08:31:22', 'checkIn'],
    ['签到', 'checkIn'],
    ['补卡', 'checkIn'],
    ['打卡记录', 'other'],
    ['已提交', 'other'],
    ['提交记录', 'confirm'],
    ['签到统计', 'other'],
    ['上传附件', 'transfer'],
    ['批量导入', 'confirm'],
    ['下载导入模板', 'transfer'],
    ['今日已打卡', 'other'],
    ['上报（３）', 'commit'],
    ['ＳＵＢＭＩＴ', 'commit'],
    ['Save as draft', 'draft'],
    ['Complete', 'commit'],
    ['Completed', 'other'],
    ['Try again', 'commit'],
    ['Save and continue later', 'draft'],
    ['Save changes', 'save'],
    ['Send request', 'commit'],
    ['Sender', 'other'],
    ['Next step', 'step'],
    ['Check in', 'checkIn'],
    ['Sign in', 'session'],
    ['OK', 'confirm'],
    ['Book a room', 'other'],
    ['', 'other'],
    ['为进一步加强基层治理请各村及时提交本月的工作台账', 'other'],
  ])('%s: %s', (text, kind) => {
    expect(classifyControl(text, TABLE)).toBe(kind);
  });

  it('knows the words of the config', () => {
    expect(classifyControl('我到了', makeWordTable({ ...NO_WORDS, checkIn: ['我到了'] }))).toBe('checkIn');
    expect(classifyControl('走你', makeWordTable({ ...NO_WORDS, submit: ['走你'] }))).toBe('commit');
  });
});

describe('what a message says', () => {
  it.each([
    ['提交成功', 'success'],
    ['您的报表已成功上报，受理编号 2026-0012', 'success'],
    ['感谢您的参与！', 'success'],
    ['打卡成功 08:30', 'success'],
    ['您已在其他设备打过上班卡', 'already'],
    ['本月补卡次数已用完', 'failure'],
    ['Your submission was not accepted', 'failure'],
    ['驳回成功', 'success'],
    ['已退回申请人', 'success'],
    ['驳回失败，请重试', 'failure'],
    ['已送镇级审核，审核期间不可修改', 'success'],
    ['提交成功，提交后不可修改', 'success'],
    ['该件已退回，不能再次提交', 'failure'],
    ['操作失败，请重试', 'failure'],
    ['提交未成功', 'failure'],
    ['该户本月台账已存在', 'failure'],
    ['当前位置不在打卡范围内', 'failure'],
    ['申请被退回：该事项正在办理中', 'failure'],
    ['Save failed: household not found', 'failure'],
    ['Submission failed: quota reached', 'failure'],
    ['请填写姓名', 'validation'],
    ['身份证号格式不正确', 'validation'],
    ['今日已打卡', 'already'],
    ['您今天已签到，请勿重复签到', 'already'],
    ['删除成功', 'neutral'],
    ['上传成功', 'neutral'],
    ['草稿已保存', 'neutral'],
    ['正在提交，请稍候', 'neutral'],
    ['登录成功', 'neutral'],
    ['确认提交吗？提交后不可修改', 'other'],
    ['是否提交？', 'other'],
    ['户主信息', 'other'],
  ])('%s: %s', (text, said) => {
    expect(classifyMessage(text, TABLE)).toBe(said);
  });

  it("lets the config's words win", () => {
    const words = makeWordTable({ ...NO_WORDS, success: ['办理完毕'], failure: ['补正'] });
    expect(classifyMessage('该件需补正', words)).toBe('failure');
    expect(classifyMessage('该件办理完毕', words)).toBe('success');
  });

  it('takes a configured word without letters for none', () => {
    const words = makeWordTable({ ...NO_WORDS, success: ['200'], failure: ['404'] });
    expect(classifyMessage('户主信息', words)).toBe('other');
  });
});

describe('fields that are never read', () => {
  it.each(['登录密码', '图形验证码', '银行卡号', 'captcha', 'Card number'])('%s', (label) => {
    expect(isNeverRead(label, TABLE)).toBe(true);
  });

  it('adds what the config marks', () => {
    expect(isNeverRead('低保金额', TABLE)).toBe(false);
    expect(isNeverRead('低保金额', makeWordTable({ ...NO_WORDS, neverRead: ['低保'] }))).toBe(true);
  });
});

it('normalised text has neither spaces, digits nor width', () => {
  expect(normaliseText('　提\u200b 交 （３）！')).toBe('提交');
});
