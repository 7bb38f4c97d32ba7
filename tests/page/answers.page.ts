// What a page answers, and what only looks like an answer, each as a page of its own.
import { expect, test } from '@playwright/test';
import type { BrowserKind } from '../e2e/harness/session';
import { openStage, SAY, type Stage, seenIn, typeInto, waitForOutcomes } from './stage';

let stage: Stage;
// biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
test.beforeAll(async ({}, info) => {
  stage = await openStage(info.project.name as BrowserKind);
});
test.afterAll(() => stage.close());

test('a ready-made answer that fills the box is chosen; a record that is shown is not', async () => {
  const page = await stage.open(`<div class="row">三组 张家</div><span class="ready">马上安排</span>
    <div><input name="who"><input name="where"></div><textarea></textarea><button>发送</button>
    <script>${SAY} const [who, where] = document.querySelectorAll('input');
    const box = document.querySelector('textarea');
    document.querySelector('.row').onclick = () => { who.value = '张家'; where.value = '三组'; };
    document.querySelector('.ready').onclick = () => { box.value = '已收到，马上安排'; };
    document.querySelector('button').onclick = () => post('发送成功');</script>`);
  await page.click('.row');
  await page.click('button');
  await page.waitForFunction(() => document.body.textContent?.includes('发送成功'));
  expect(await seenIn(page)).toEqual([]);
  await page.click('.ready');
  await page.click('button');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.fields).toMatchObject({ edited: 1, chosen: 1 });
});

test('thanked too soon, then told no: the same can be sent once more', async () => {
  const page =
    await stage.open(`<form onsubmit="return false"><input name="a"><button id="send">Complete</button></form>
    <script>${SAY} const form = document.querySelector('form');
    const send = async () => {
      form.remove(); say('Thank you for completing the form');
      await fetch('/save', { method: 'POST', body: '{}' }); await pause(300);
      say('Your answers could not be saved');
      const again = document.createElement('button');
      again.textContent = 'Try again'; again.id = 'again';
      again.onclick = async () => { again.remove(); await post('Your answers were saved successfully'); };
      document.body.append(again);
    };
    document.querySelector('#send').onclick = send;</script>`);
  await typeInto(page, '[name=a]', 'No parking at the hall');
  await page.click('#send');
  await page.waitForSelector('#again');
  await waitForOutcomes(page, ['rejected']);
  await page.click('#again');
  const [, two] = await waitForOutcomes(page, ['rejected', 'accepted']);
  expect(two?.attempt.fields.edited).toBe(1);
});

test('the marks of a login that comes up are not those of the form', async () => {
  const page =
    await stage.open(`<form onsubmit="return false"><input name="a"><button id="send">提交</button></form>
    <script>${SAY} document.querySelector('#send').onclick = async () => {
      await fetch('/save', { method: 'POST', body: '{}' });
      document.body.innerHTML = '<form><input name="user"><input type="password"><div class="invalid-feedback">登录超时，请重新登录</div></form>';
    };</script>`);
  await typeInto(page, '[name=a]', '和平村');
  await page.click('#send');
  await waitForOutcomes(page, ['rejected']);
});

test("a page's own mark does not become a refusal when something else is answered", async () => {
  const page =
    await stage.open(`<div class="form-item"><label>账号</label><input name="a"><div class="form-item__error"></div></div>
    <button id="check">提交</button><p id="done"></p><script>${SAY} const mark = document.querySelector('.form-item__error');
    document.querySelector('#check').onclick = async () => {
      mark.textContent = '账号长度不足';
      await pause(200);
      await (await fetch('/alive', { method: 'POST', body: '{}' })).json();
      await pause(200);
      // A transition ends.
      mark.className += ' is-shown';
      await pause(200);
      document.querySelector('#done').textContent = '.';
    };</script>`);
  await typeInto(page, '[name=a]', '123');
  await page.click('#check');
  await page.waitForFunction(() => document.querySelector('#done')?.textContent === '.');
  const [one] = await seenIn(page);
  expect(one?.evidence).toContain('field:invalid');
  expect(one?.evidence).not.toContain('field:refused');
});

test('without a network nothing is sent, whatever the page says', async () => {
  const page = await stage.open(`<input name="a"><button id="send">提交</button>
    <script>${SAY} Object.defineProperty(navigator, 'onLine', { get: () => false });
    document.querySelector('#send').onclick = () => say('已保存在本机，联网后请重新提交');</script>`);
  await typeInto(page, '[name=a]', '和平村');
  await page.click('#send');
  await expect.poll(async () => (await seenIn(page))[0]?.evidence).toContain('message:failure');
  await waitForOutcomes(page, ['unknown']);
});

test('a stepper and a calendar of no known make write into their fields', async () => {
  const page = await stage.open(`<input name="houses" value="1"><span id="more">＋</span>
    <input name="day" readonly><table><tr><td id="day">25</td></tr></table><div id="send">上报</div>
    <script>${SAY} const [houses, day] = document.querySelectorAll('input');
    document.querySelector('#more').onclick = () => { houses.value = String(Number(houses.value) + 1); };
    document.querySelector('td').onclick = () => Promise.resolve().then(() => { day.value = '2026-11-25'; });
    document.querySelector('#send').onclick = () => post('上报成功');</script>`);
  await page.click('#more');
  await page.click('#more');
  await page.click('td');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.fields).toMatchObject({ edited: 2, chosen: 2 });
});
