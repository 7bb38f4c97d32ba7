import type { Act } from '../portal';
import * as step from './steps';

const act = (name: string, expects: Act['expects'], perform: Act['perform']): Act => ({
  name,
  expects,
  times: 2,
  perform,
});

export const checkInActs: Act[] = [
  act('checks in on the round area: its words become 下班打卡', ['checkIn'], async (hand) => {
    await step.openClock(hand, step.sid('day'));
    await hand.click('.clock-area', '上班打卡');
    await hand.see('.clock-area', '下班打卡');
  }),
  act('checks out on the round area: its words become 更新打卡', ['checkIn'], async (hand) => {
    await step.openClock(hand, step.sid('in'));
    await hand.click('.clock-area', '下班打卡');
    await hand.see('.clock-area', '更新打卡');
  }),
  act('renews the check-out: 更新打卡 in a sheet, only the time changes', ['checkIn'], async (hand) => {
    await step.openClock(hand, step.sid('full'));
    await hand.click('.clock-area', '更新打卡');
    await hand.click('.sheet-ok');
    await hand.until(`!document.querySelector('.row-out .when').textContent.includes('17:31:00')`);
  }),
  act('double-clicks the round area', ['checkIn'], async (hand) => {
    await step.openClock(hand, step.sid('day'));
    await hand.doubleClick('.clock-area', '上班打卡');
    await hand.see('.clock-area', '下班打卡');
  }),
  act('presses the round area far away: 不在考勤范围内', [], async (hand) => {
    await step.openClock(hand, step.sid('day'), 'far');
    await hand.click('.clock-area', '上班打卡');
    await hand.see('.range', '不在考勤范围内');
  }),
  act('presses the round area too early: 未到打卡时间', [], async (hand) => {
    await step.openClock(hand, step.sid('early'));
    await hand.click('.clock-area', '上班打卡');
    await hand.see('.tip-layer', '未到打卡时间');
  }),
  act('checks in where another device had: 您已在其他设备打过上班卡', [], async (hand) => {
    await step.openClock(hand, step.sid('twice'));
    await hand.click('.clock-area', '上班打卡');
    await hand.see('.tip-layer', '打过上班卡');
  }),
  act('begins to renew the check-out and cancels', [], async (hand) => {
    await step.openClock(hand, step.sid('full'));
    await hand.click('.clock-area', '更新打卡');
    await hand.click('.sheet-cancel');
    await hand.seeGone('.sheet');
  }),
  act('looks at the tabs 统计 and 打卡 while the position is sent', [], async (hand) => {
    await step.openClock(hand, step.sid('day'));
    await hand.click('.tabbar div', '统计');
    await hand.see('#stats', '本月出勤');
    await hand.click('.tabbar div', '打卡');
    await hand.rest(3300);
  }),
  act('presses 提交 of an empty request for a clock-in', [], async (hand) => {
    await step.openClock(hand, step.sid('day'));
    await hand.click('.tabbar div', '补卡');
    await hand.type('.patch-reason', '开会');
    await hand.click('.patch-send');
    await hand.see('.tip-layer', '请填写补卡日期');
  }),
];
