// Ways of sending that are not a button in a form, each as a page of its own.

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../e2e/harness/session';
import { openStage, SAY, type Stage, seenIn, typeInto, waitForOutcomes } from './stage';

let stage: Stage;
// biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
test.beforeAll(async ({}, info) => {
  stage = await openStage(info.project.name as BrowserKind);
});
test.afterAll(() => stage.close());

test('Ctrl and Enter in a comment box', async () => {
  const page = await stage.open(`<textarea id="comment"></textarea><button id="send">发表评论</button>
    <script>${SAY} document.querySelector('#comment').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.ctrlKey) post('评论成功'); });</script>`);
  await typeInto(page, '#comment', '已电话回访');
  await page.keyboard.press('Enter');
  await page.keyboard.type('群众满意');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await waitForOutcomes(page, ['accepted']);
});

test('codes from a scanner, each sent before the second is over in which the field was first edited', async () => {
  const page = await stage.open(`<input id="code" placeholder="物资编码">
    <script>${SAY} const code = document.querySelector('#code');
    code.addEventListener('keydown', (event) => { if (event.key === 'Enter') { post(code.value + '登记成功'); code.value = ''; } });</script>`);
  await page.click('#code');
  for (const number of ['6901028075763', '6902083881405', '6921168509256']) {
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.waitForFunction((text) => document.body.textContent?.includes(text), {}, `${number}登记成功`);
    // The scanner needs a moment from one box to the next.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await waitForOutcomes(page, ['accepted', 'accepted', 'accepted']);
});

test('what is typed while the page is still saving belongs to the next submission', async () => {
  const page = await stage.open(`<input id="code" placeholder="物资编码">
    <script>${SAY} const code = document.querySelector('#code');
    code.addEventListener('keydown', async (event) => {
      if (event.key !== 'Enter') return;
      const sent = code.value; code.value = '';
      await pause(600); post(sent + '登记成功'); });</script>`);
  await page.click('#code');
  let before = '';
  for (const number of ['6901028075763', '6902083881405', '6921168509256']) {
    await page.keyboard.type(number);
    await page.waitForFunction((text) => document.body.textContent?.includes(text), {}, before);
    await page.keyboard.press('Enter');
    before = `${number}登记成功`;
  }
  await waitForOutcomes(page, ['accepted', 'accepted', 'accepted']);
});

test('reading in a field before the first key is not retyping', async () => {
  const page = await stage.open(`<input name="a"><button id="send">提交</button>
    <script>${SAY} document.querySelector('#send').onclick = () => post('提交成功');</script>`);
  await page.click('[name=a]');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await page.keyboard.type('和平村');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  const spent = one?.attempt.values.map(({ activeMs }) => activeMs) ?? [];
  expect(spent).toHaveLength(1);
  expect(spent[0]).toBeGreaterThan(0);
  expect(spent[0]).toBeLessThanOrEqual(one?.attempt.activeMs ?? 0);
});

test('a form that holds nothing but a file', async () => {
  const page = await stage.open(`<div class="upload"><input type="file" id="file" style="display:none">
    <button id="choose">选择文件</button></div><button id="send">提交材料</button>
    <script>${SAY} document.querySelector('#choose').onclick = () => document.querySelector('#file').click();
    document.querySelector('#send').onclick = () => post('提交成功');</script>`);
  const file = join(tmpdir(), 'fingertip-ledger-page.png');
  await writeFile(file, 'x');
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#choose')]);
  await chooser.accept([file]);
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.uploads).toEqual({ images: 1, videos: 0, documents: 0 });
});

test('保存 beside 提交 is a draft, unless 暂存 is there for that', async () => {
  const page =
    await stage.open(`<div class="one"><input name="a"><button>保存</button><button>提交</button></div>
    <div class="two"><input name="b"><button>暂存</button><button>保存</button><button>提交</button></div>
    <script>${SAY} for (const one of document.querySelectorAll('button')) one.onclick = () => post('保存成功');</script>`);
  await typeInto(page, '[name=a]', '和平村');
  await page.click('.one button');
  await waitForOutcomes(page, ['draft']);
  await typeInto(page, '[name=b]', '三组');
  await page.click('.two button:nth-of-type(2)');
  await waitForOutcomes(page, ['draft', 'accepted']);
});

test('a native dialog that closes', async () => {
  const page = await stage.open(`<button id="open">新增</button>
    <dialog><form method="dialog"><input name="a"><button value="cancel">取消</button><button id="send" value="ok">确定</button></form></dialog>
    <ul id="list"></ul><script>${SAY} const dialog = document.querySelector('dialog');
    document.querySelector('#open').onclick = () => dialog.showModal();
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'ok') fetch('/save', { method: 'POST', body: '{}' }).then(() => {
      document.querySelector('#list').append(document.createElement('li')); }); });</script>`);
  await page.click('#open');
  await typeInto(page, '[name=a]', '和平村');
  await page.click('#send');
  // The network's word is not to be had here; the dialog that went is.
  await expect.poll(async () => (await seenIn(page))[0]?.evidence ?? []).toContain('dialog:gone');
});

test('a check-in by the cell of a calendar: only the page says what it was', async () => {
  const page = await stage.open(`<table><tr><td>24</td><td class="today">25</td></tr></table>
    <script>${SAY} document.querySelector('.today').onclick = () => post('签到成功');
    document.querySelector('td').onclick = () => say('11 月 24 日没有安排');</script>`);
  await page.click('td');
  await page.click('.today');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.kind).toBe('checkIn');
});

test('a field marked by the answer, and one marked by the page itself', async () => {
  const page =
    await stage.open(`<div class="form-item"><label>账号</label><input name="a"><div class="form-item__error"></div></div>
    <button id="check">提交</button><script>${SAY}
    const mark = (text) => { document.querySelector('.form-item__error').textContent = text; };
    document.querySelector('#check').onclick = async () => {
      mark('');
      if (document.querySelector('input').value.length < 4) return mark('账号长度不足');
      await (await fetch('/save', { method: 'POST', body: '{}' })).json();
      mark('账号与申请人姓名不一致');
    };</script>`);
  await typeInto(page, '[name=a]', '123');
  await page.click('#check');
  await expect.poll(async () => (await seenIn(page))[0]?.evidence).toContain('field:invalid');
  await typeInto(page, '[name=a]', '456');
  await page.click('#check');
  await expect.poll(async () => (await seenIn(page))[1]?.evidence).toContain('field:refused');
  expect((await seenIn(page))[0]?.evidence).not.toContain('field:refused');
});

test('a check-in whose sheet asks back is one, and none when it is called off', async () => {
  const page = await stage.open(`<div id="renew">更新打卡</div>
    <div id="sheet" style="position:fixed;bottom:0;left:0;right:0" hidden>确定要更新此次打卡记录吗
      <div id="yes">更新打卡</div><div id="no">取消</div></div>
    <script>${SAY} const sheet = document.querySelector('#sheet');
    document.querySelector('#renew').onclick = () => { sheet.hidden = false; };
    document.querySelector('#no').onclick = () => { sheet.hidden = true; };
    document.querySelector('#yes').onclick = () => { sheet.hidden = true; post('打卡成功'); };</script>`);
  await page.click('#renew');
  await page.click('#no');
  await expect.poll(async () => (await seenIn(page))[0]?.evidence).toContain('gesture:cancelled');
  await page.click('#renew');
  await page.click('#yes');
  await expect.poll(async () => (await seenIn(page))[1]?.outcome).toBe('accepted');
  expect(await seenIn(page)).toHaveLength(2);
});

test('a chip in a small box with its button is not that button', async () => {
  const page =
    await stage.open(`<div class="reply"><p><span class="chip">马上安排</span></p><textarea name="reply"></textarea>
    <button id="send">发送</button></div>
    <script>${SAY} document.querySelector('.chip').onclick = () => { document.querySelector('textarea').value = '马上安排'; };
    document.querySelector('#send').onclick = () => post('发送成功');</script>`);
  await page.click('.chip');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.fields).toMatchObject({ edited: 1, chosen: 1, typed: 0 });
  expect(one?.attempt.values, 'nobody typed it').toEqual([]);
});

test('a click that fills nothing makes no entry', async () => {
  const page =
    await stage.open(`<div class="reply"><p><span class="chip">说明</span></p><textarea name="reply">原有内容</textarea>
    <button id="send">发送</button></div><script>${SAY} document.querySelector('#send').onclick = () => post('发送成功');</script>`);
  await page.click('.chip');
  await page.click('#send');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await seenIn(page)).toEqual([]);
});

test('saved as a draft, then handed in without another edit', async () => {
  for (const keep of ['保存', '暂存']) {
    const page = await stage.open(`<div><input name="name"><textarea name="plan"></textarea>
      <button id="keep">${keep}</button><button id="send">提交</button></div>
      <script>${SAY} document.querySelector('#keep').onclick = () => post('保存成功');
      document.querySelector('#send').onclick = () => post('提交成功');</script>`);
    await typeInto(page, '[name=name]', '和平村');
    await typeInto(page, '[name=plan]', '十二月走访计划');
    await page.click('#keep');
    await waitForSaid(page, '保存成功');
    await page.click('#send');
    const [, sent] = await waitForOutcomes(page, ['draft', 'accepted']);
    expect(sent?.attempt.fields).toMatchObject({ edited: 2, typed: 2 });
    expect(sent?.attempt.values.map(({ value }) => value)).toEqual(['和平村', '十二月走访计划']);
  }
});

test('what was saved as a draft and left is no part of the next form', async () => {
  const page = await stage.open(`<main><input name="name"><button id="keep">暂存</button></main>
    <script>${SAY} document.querySelector('#keep').onclick = async () => {
      await post('保存成功'); await pause(1200);
      document.querySelector('main').innerHTML = '<input name="phone"><button id="send">提交</button>';
      document.querySelector('#send').onclick = () => post('提交成功'); };</script>`);
  await typeInto(page, '[name=name]', '和平村');
  await page.click('#keep');
  await page.waitForSelector('#send');
  await typeInto(page, '[name=phone]', '13800000000');
  await page.click('#send');
  const [, sent] = await waitForOutcomes(page, ['draft', 'accepted']);
  expect(sent?.attempt.values.map(({ value }) => value)).toEqual(['13800000000']);
});

test('a form in steps that is saved as a draft at each of them is handed in whole', async () => {
  const page =
    await stage.open(`<main><input name="name"><button id="keep">暂存</button><button id="next">下一步</button></main>
    <script>${SAY} const main = document.querySelector('main');
    document.querySelector('#keep').onclick = () => post('保存成功');
    document.querySelector('#next').onclick = () => {
      main.innerHTML = '<input name="phone"><button id="send">提交</button>';
      document.querySelector('#send').onclick = () => post('提交成功'); };</script>`);
  await typeInto(page, '[name=name]', '和平村');
  await page.click('#keep');
  await waitForSaid(page, '保存成功');
  await page.click('#next');
  await typeInto(page, '[name=phone]', '13800000000');
  await page.click('#send');
  const [, sent] = await waitForOutcomes(page, ['draft', 'accepted']);
  expect(sent?.attempt.values.map(({ value }) => value).sort()).toEqual(['13800000000', '和平村']);
});

const waitForSaid = (page: Page, text: string) =>
  page.waitForFunction((said) => document.querySelector('[role=status]')?.textContent === said, {}, text);
