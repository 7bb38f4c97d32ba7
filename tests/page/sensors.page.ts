// The hard cases of detection.md, each as a page of its own: what the sensors notice under real input.
import { expect, test } from '@playwright/test';
import type { BrowserKind } from '../e2e/harness/session';
import { openStage, type Stage, seenIn, typeInto, waitForOutcomes } from './stage';

let stage: Stage;
let kind: BrowserKind;
// biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
test.beforeAll(async ({}, info) => {
  kind = info.project.name as BrowserKind;
  stage = await openStage(kind);
});
test.afterAll(() => stage.close());

/** Says `text` in a message box, as a page does that has had its answer. */
const SAY = `const say = (text) => { document.querySelector('#said').textContent = text; };`;
const SAID = '<p role="status" id="said"></p>';

test('a message that the next input takes away is still read', async () => {
  const page = await stage.open(`<form onsubmit="return false">
    <input name="a"><button type="button" id="send">提交</button></form>
    <form><input name="b"></form>${SAID}<script>${SAY}
    // Shown as the finger goes down on the next field, and gone once that has the focus.
    document.querySelector('[name=b]').addEventListener('pointerdown', () => say('提交成功'));
    document.querySelector('[name=b]').addEventListener('focusin', () => say(''));</script>`);
  await typeInto(page, '[name=a]', '和平村三组');
  await page.click('#send');
  await page.click('[name=b]');
  await waitForOutcomes(page, ['accepted']);
});

test('a table of two hundred fields counts those that were edited', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => `<tr><td>${i}<td><input name="cell${i}"></tr>`).join('');
  const page = await stage.open(`<form onsubmit="return false"><table>${rows}</table>
    <button type="button" id="send" onclick="say('保存成功')">保存</button></form>${SAID}<script>${SAY}</script>`);
  for (const name of ['cell0', 'cell7', 'cell150']) await typeInto(page, `[name=${name}]`, '1280');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.fields).toMatchObject({ total: 200, edited: 3, typed: 3 });
});

test('a form that is rendered anew on every key stays one form', async () => {
  const page = await stage.open(`<div id="app"></div>${SAID}<script>${SAY}
    let text = '';
    const draw = () => {
      document.querySelector('#app').innerHTML =
        '<form onsubmit="return false"><label>走访记录 <input name="note"></label><button type="button" id="send">提交</button></form>';
      const field = document.querySelector('[name=note]');
      field.value = text;
      field.addEventListener('input', () => { text = field.value; draw(); });
      field.focus();
      document.querySelector('#send').onclick = () => say('提交成功');
    };
    draw();</script>`);
  await typeInto(page, '[name=note]', '已走访三户');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.fields.edited).toBe(1);
});

test('a form in an open shadow root, its control in another', async () => {
  const page = await stage.open(`<x-form></x-form>${SAID}<script>${SAY}
    customElements.define('x-button', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button>提 交</button>';
        this.shadowRoot.querySelector('button').onclick = () => say('提交成功'); } });
    customElements.define('x-form', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<input name="a"><x-button></x-button>'; } });
    </script>`);
  const field = await page.waitForSelector('x-form >>> input');
  await field?.click();
  await page.keyboard.type('三组十二号');
  await (await page.waitForSelector('x-form >>> button'))?.click();
  await waitForOutcomes(page, ['accepted']);
});

test('a report in an editable region', async () => {
  const page =
    await stage.open(`<h2>工作日志</h2><div id="text" contenteditable="true" style="min-height:5em"><p><br></p></div>
    <a href="javascript:;" id="send">发 布</a>${SAID}<script>${SAY}
    document.querySelector('#send').addEventListener('click', () => say('发布成功'));</script>`);
  await typeInto(page, '#text', '今天走访了三户低保家庭');
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.values.map(({ value }) => value)).toEqual(['今天走访了三户低保家庭']);
});

test('text that an input method composes', async () => {
  test.skip(kind === 'firefox', 'BiDi has no input method');
  const page = await stage.open(`<form onsubmit="return false"><input name="a">
    <button type="button" id="send" onclick="say('提交成功')">提交</button></form>${SAID}<script>${SAY}</script>`);
  await page.click('[name=a]');
  const cdp = await page.createCDPSession();
  await cdp.send('Input.imeSetComposition', { text: 'heping', selectionStart: 6, selectionEnd: 6 });
  await cdp.send('Input.insertText', { text: '和平村' });
  await page.click('#send');
  const [one] = await waitForOutcomes(page, ['accepted']);
  expect(one?.attempt.values.map(({ value, mode }) => [value, mode])).toEqual([['和平村', 'typed']]);
});

test('what the page itself does is no act of a person', async () => {
  const page = await stage.open(`<form onsubmit="return false"><input name="a">
    <button type="button" id="send" onclick="say('提交成功')">提交</button></form>${SAID}<script>${SAY}</script>`);
  await page.evaluate(() => {
    const field = document.querySelector('input') as HTMLInputElement;
    field.value = '脚本填的';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (document.querySelector('#send') as HTMLElement).click();
    (document.querySelector('#said') as HTMLElement).textContent = '';
  });
  // A person's own act on the same page is seen, so the sensors are at work and saw nothing before.
  await typeInto(page, '[name=a]', '人填的');
  await page.click('#send');
  await waitForOutcomes(page, ['accepted']);
  expect(await seenIn(page)).toHaveLength(1);
});

test('a status line that says the same of a second save', async () => {
  const page = await stage.open(`<form onsubmit="return false"><input name="a">
    <button type="button" id="send">保存</button></form>${SAID}<script>${SAY}
    document.querySelector('#send').onclick = async () => {
      await fetch('/save', { method: 'POST', body: '{}' });
      say('保存成功');
    };</script>`);
  await typeInto(page, '[name=a]', '和平村');
  await page.click('#send');
  await waitForOutcomes(page, ['accepted']);
  await typeInto(page, '[name=a]', '三组');
  await page.click('#send');
  await waitForOutcomes(page, ['accepted', 'accepted']);
});
