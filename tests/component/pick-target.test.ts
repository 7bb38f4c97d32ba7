// @vitest-environment happy-dom
// What may be taken from where on a page, without a page that is laid out: everything is given a size.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enteredValues, readTarget, wordsIn } from '../../utils/page/pick-target';

beforeEach(() => {
  // As old as frames, and missing in the made-up DOM.
  vi.stubGlobal('HTMLFrameElement', class {});
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 80, 20));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

const draw = (html: string, selector = '#it'): Element => {
  document.body.innerHTML = html;
  const found = document.querySelector(selector);
  if (!found) throw new Error(selector);
  return found;
};

describe('a control', () => {
  it('is taken by the words of the whole button, from whatever part of it', () => {
    const target = readTarget(
      'checkIn',
      draw('<button><i></i><span id="it">我到了</span>（3）</button>'),
      [],
    );
    expect(target).toMatchObject({ words: '我到了', places: 1, known: false, works: true });
  });

  it('is counted wherever the page has it again', () => {
    const html = '<button id="it">报平安</button><a class="btn">报 平 安</a><button>取消</button>';
    expect(readTarget('submit', draw(html), [])).toMatchObject({ words: '报平安', places: 2, works: true });
  });

  it('that is known already is said to be', () => {
    expect(readTarget('checkIn', draw('<button id="it">立即打卡</button>'), [])?.known).toBe(true);
  });

  it('that the detection passes over is said to be: a link elsewhere, a menu item', () => {
    for (const html of ['<a id="it" href="/x">我到了</a>', '<nav><button id="it">我到了</button></nav>'])
      expect(readTarget('checkIn', draw(html), [])).toMatchObject({ words: '我到了', works: false });
  });

  it('of an input is its label; the picture’s is its name', () => {
    expect(readTarget('submit', draw('<input id="it" type="submit" value="报送完成">'), [])?.words).toBe(
      '报送完成',
    );
    expect(
      readTarget('submit', draw('<button id="it" aria-label="呈报"><svg></svg></button>'), [])?.words,
    ).toBe('呈报');
  });

  it('is none on an empty place', () => {
    expect(readTarget('checkIn', draw('<div id="it"></div>'), [])).toBeNull();
    expect(readTarget('checkIn', draw(`<div id="it">${'很长的一段话'.repeat(20)}</div>`), [])).toBeNull();
  });
});

describe('a field', () => {
  it.each([
    '<input id="it" value="金丝雀">',
    '<textarea id="it">金丝雀</textarea>',
    '<select id="it"><option>金丝雀</option></select>',
    '<div contenteditable="true"><b id="it">金丝雀</b></div>',
  ])('gives nothing: %s', (html) => {
    for (const kind of ['checkIn', 'submit', 'success', 'failure'] as const)
      expect(readTarget(kind, draw(html), [])).toBeNull();
  });

  it('inside what was pointed at gives nothing either', () => {
    const html =
      '<p id="it">已收妥<textarea>金丝雀</textarea><select><option>丙</option></select><span contenteditable="">乙</span></p>';
    expect(wordsIn(draw(html))).toBe('已收妥');
  });

  it('keeps its value out of messages, typed, chosen or ticked; a password is not even looked at', () => {
    document.body.innerHTML = `<input value="欧阳建国"><input type="password" value="secret">
      <select><option>一般户</option><option selected>低保户</option></select>
      <label>监测对象<input type="checkbox" checked></label><input type="hidden" value="h"><input type="submit" value="提交">
      <p id="it">欧阳建国（低保户，监测对象）的登记已收妥</p>`;
    const entered = enteredValues();
    expect(entered).toEqual(['欧阳建国', '低保户', '监测对象']);
    const it = document.querySelector('#it') as Element;
    expect(readTarget('success', it, entered)?.words).toBe('的登记已收妥');
  });
});

describe('a message', () => {
  it('is taken by its words and works with them', () => {
    const html = '<div class="toast"><span id="it">验讫 08:31</span></div>';
    expect(readTarget('success', draw(html), [])).toMatchObject({
      words: '验讫',
      places: 1,
      known: false,
      works: true,
    });
    expect(readTarget('failure', draw(html), [])).toMatchObject({ words: '验讫', works: true });
  });

  it('of a failure’s words is not made a success by pointing at it twice', () => {
    expect(readTarget('failure', draw('<p id="it">提交失败</p>'), [])?.known).toBe(true);
    expect(readTarget('success', draw('<p id="it">提交失败</p>'), [])).toMatchObject({
      known: false,
      works: true,
    });
  });
});

describe('a form', () => {
  it('is the one around, with its fields counted and none of them read', () => {
    const target = readTarget(
      'ignore',
      draw('<form><h3 id="it">月报</h3><input value="甲"><textarea>乙</textarea></form>'),
      [],
    );
    expect(target).toMatchObject({ words: '', places: 2, works: true });
  });
  it('without `form` is the nearest place with fields', () => {
    expect(readTarget('ignore', draw('<div><p id="it">月报</p><input></div>'), [])?.places).toBe(1);
  });
  it('is none where there are no fields', () => {
    expect(readTarget('ignore', draw('<p id="it">公告</p>'), [])).toBeNull();
  });
});
