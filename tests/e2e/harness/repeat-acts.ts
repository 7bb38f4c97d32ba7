// The day of repeats.e2e.ts: what a person types where, and whether it is a repeat. Every household is invented.
import type { Page } from 'puppeteer-core';
import * as element from '../../portals/element-plus/steps';
import { type Hand, makeHand } from '../../portals/hand';
import type { PortalServer } from '../../portals/serve';
import { waitForAnswer } from './plain-acts';

export interface RepeatAct {
  name: string;
  portalId: string;
  sent: 'accepted' | 'refused';
  repeat: 'crossPortal' | 'sameForm' | null;
  /** The portals that had it, of a double report. */
  had?: string[];
  perform(page: Page, server: PortalServer): Promise<void>;
}
type Verdict = Pick<RepeatAct, 'repeat'> & Partial<Pick<RepeatAct, 'sent' | 'had'>>;
type Values = Record<string, string>;

const INNOCENT: Verdict = { repeat: null };
const doubleOf = (...had: string[]): Verdict => ({ repeat: 'crossPortal', had });
const PLACES = ['青山镇和平村', '白河镇双桥村', '临江镇柳溪村'];

/** Household number `n`: its own name, number, telephone, address and account. */
function household(n: number) {
  const two = String(n).padStart(2, '0');
  return {
    holder: `${'王李张刘陈杨赵黄周吴徐孙胡朱高'[n % 15]}${'建国桂英秀兰德富'[n % 8]}${'海涛玉梅永芳'[n % 6]}`,
    idcard: `5101231970${two}124${String(410 + n).slice(-2)}X`.slice(0, 18).padEnd(18, '7'),
    phone: `138${two}57${1000 + n * 37}`.slice(0, 11),
    address: `${PLACES[n % 3]}${1 + (n % 9)}组${20 + n}号`,
    account: `621700386000${two}4567${n % 10}`,
  };
}
let notes = 0;
/** Never the same twice. */
const note = () => {
  notes += 1;
  return `第${notes}次走访记录：${['老人腿脚不便', '屋顶已修缮', '子女外出务工', '申请临时救助'][notes % 4]}，另行跟进`;
};

const plain = (letter: string, path: string, name: string, verdict: Verdict, values: Values): RepeatAct => ({
  name,
  portalId: `plain-${letter}`,
  sent: 'accepted',
  ...verdict,
  async perform(page, server) {
    await page.goto(`http://plain-${letter}.test:${server.port}${path}`);
    for (const [field, value] of Object.entries(values)) {
      await page.click(`[name=${field}]`);
      await page.keyboard.type(value);
    }
    await page.click('#send');
    await waitForAnswer(page);
  },
});

const built = (
  portalId: string,
  host: string,
  name: string,
  verdict: Verdict,
  act: (hand: Hand) => Promise<void>,
): RepeatAct => ({
  name,
  portalId,
  sent: 'accepted',
  ...verdict,
  async perform(page, server) {
    const originOf = (one: string) => `http://${one}:${server.port}`;
    await act(makeHand({ page, origin: originOf(host), originOf, journal: () => undefined }));
  },
});

const dispute = (name: string, verdict: Verdict, v: Values) =>
  built('element-plus', 'cunwu.test', name, verdict, async (hand) => {
    await element.go(hand, 'dispute', 'input[placeholder="当事人姓名"]');
    await hand.type('input[placeholder="当事人姓名"]', v.holder ?? '');
    await hand.type('input[placeholder="当事人身份证号"]', v.idcard ?? '');
    await hand.type('input[placeholder="当事人电话"]', v.phone ?? '');
    await hand.click('.el-radio', '土地纠纷');
    await hand.type('textarea[placeholder="时间、地点、起因、经过"]', v.note ?? '');
    await hand.click('.el-form button', '提交');
    await hand.see('.el-notification', '提交成功');
  });

const register = (name: string, verdict: Verdict, v: Values) =>
  built('element-plus', 'cunwu.test', name, verdict, async (hand) => {
    await element.openAdd(hand);
    await element.fillHousehold(hand, v.holder ?? '', v.idcard ?? '', v.phone ?? '');
    await hand.type('.el-dialog textarea', v.note ?? '');
    await hand.click('.dialog-footer button', '确定');
    await hand.see('.el-message', '新增成功');
    await hand.seeGone('.el-dialog');
  });

const survey = (name: string, verdict: Verdict, v: Values) =>
  built('survey', 'diaocha.test', name, verdict, async (hand) => {
    await hand.open('/fill?hh=330102009', '.sv-btn.commit');
    await hand.type('[name=q1]', v.holder ?? '');
    await hand.type('[name=q2]', v.phone ?? '');
    await hand.click('.sv-list label', '砖混');
    await hand.click('.sv-list label', '务农');
    await hand.type('[name=q7]', v.note ?? '');
    await hand.click('.sv-btn', '提交');
    await hand.click('.sv-layer .sv-btn', '确定');
    await hand.see('.sv-thanks', '感谢您的参与');
  });

export function repeatActs(): RepeatAct[] {
  notes = 0;
  const visit = (n: number, more: Values = {}): Values => {
    const { holder, phone, address } = household(n);
    return { holder, phone, address, note: note(), ...more };
  };
  const relief = (n: number, more: Values = {}): Values => {
    const { idcard, phone, account } = household(n);
    return { idcard, phone, account, amount: String(3_000 + n), note: note(), ...more };
  };
  const person = (n: number, more: Values = {}): Values => ({ ...household(n), note: note(), ...more });
  const same = note();
  const long = `${PLACES[0]}七组二十一号旧粮站西侧二楼`;
  const phrase = '家中一切正常，暂无返贫风险';
  const grouped = household(3).phone.replace(/^(.{3})(.{4})/, '$1-$2-');
  const fullWidth = household(3).address.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  return [
    plain('a', '/', 'first report of 1', INNOCENT, visit(1)),
    plain('b', '/', 'double 1: the household again elsewhere', doubleOf('plain-a'), visit(1)),
    plain('a', '/', 'first report of 2', INNOCENT, visit(2)),
    plain('c', '/', 'double 2: in a third portal', doubleOf('plain-a'), visit(2)),
    plain('b', '/', 'first report of 3', INNOCENT, visit(3)),
    plain(
      'd',
      '/',
      'double 3: written otherwise',
      doubleOf('plain-b'),
      visit(3, { phone: grouped, address: `${fullWidth} ` }),
    ),
    plain('a', '/case', 'first case of 4', INNOCENT, relief(4)),
    plain('b', '/case', 'double 4: numbers again', doubleOf('plain-a'), relief(4)),
    plain('c', '/case', 'first case of 5', INNOCENT, relief(5)),
    plain('a', '/case', 'double 5: the other way round', doubleOf('plain-c'), relief(5)),
    plain('a', '/case', 'first case of 6', INNOCENT, relief(6)),
    dispute('double 6: in a Vue application', doubleOf('plain-a'), person(6)),
    plain('a', '/case', 'first case of 7', INNOCENT, relief(7)),
    register('double 7: in a dialog', doubleOf('plain-a'), person(7)),
    plain('b', '/', 'first report of 8', INNOCENT, visit(8, { note: same })),
    survey('double 8: in a questionnaire', doubleOf('plain-b'), person(8, { note: same })),
    survey('first report of 9, in a questionnaire', INNOCENT, person(9, { note: `${same}，其余正常` })),
    plain(
      'a',
      '/',
      'double 9: from the questionnaire',
      doubleOf('survey'),
      visit(9, { note: `${same}，其余正常` }),
    ),
    plain('a', '/', 'first report of 10', INNOCENT, visit(10, { note: phrase })),
    plain('d', '/', 'double 10: on the public site', doubleOf('plain-a'), visit(10)),
    plain('b', '/', 'first report of 11', INNOCENT, visit(11, { address: long })),
    plain('d', '/', 'double 11: one long value', doubleOf('plain-b'), { address: long, note: note() }),
    plain('a', '/', 'first report of 12', INNOCENT, visit(12)),
    plain('c', '/case', 'first case of 13', INNOCENT, relief(13)),
    plain('b', '/case', 'double 12: from two portals', doubleOf('plain-a', 'plain-c'), {
      idcard: household(13).idcard,
      phone: household(12).phone,
      note: note(),
    }),
    ...[14, 15, 16, 17, 18].map((n) =>
      plain('a', '/', `household ${n} of a row, with the stock phrase`, INNOCENT, visit(n, { note: phrase })),
    ),
    plain('b', '/', 'the stock phrase elsewhere', INNOCENT, visit(19, { note: phrase })),
    plain('c', '/', 'the neighbours at 11-2', INNOCENT, visit(20, { address: '和平路11-2号' })),
    plain('a', '/', 'the neighbours at 1-12', INNOCENT, visit(21, { address: '和平路1-12号' })),
    plain('b', '/', 'the record of 1 opened again', INNOCENT, {
      address: household(1).address,
      note: note(),
    }),
    plain('a', '/', 'household 22', INNOCENT, visit(22)),
    plain(
      'a',
      '/',
      'household 22 once more, with other news',
      INNOCENT,
      visit(22, { phone: household(42).phone }),
    ),
    plain('a', '/', 'a date for a note', INNOCENT, visit(23, { note: '2026年11月24日 上午10时' })),
    plain('b', '/', 'the same date elsewhere', INNOCENT, visit(24, { note: '2026年11月24日 上午10时' })),
    plain('a', '/case', 'a round amount', INNOCENT, relief(25, { amount: '1,200,000.00' })),
    plain('c', '/case', 'the same round amount elsewhere', INNOCENT, relief(26, { amount: '1200000' })),
    plain('a', '/', 'a common name', INNOCENT, visit(27, { holder: '王芳' })),
    plain('d', '/', 'somebody else of that name', INNOCENT, visit(28, { holder: '王芳' })),
    plain(
      'a',
      '/strict',
      'refused for its telephone',
      { repeat: null, sent: 'refused' },
      visit(29, { phone: '13905710029' }),
    ),
    plain('a', '/strict', 'the same put right: rework', INNOCENT, visit(29)),
    plain(
      'a',
      '/strict',
      'refused and given up',
      { repeat: null, sent: 'refused' },
      visit(30, { phone: '13905710030' }),
    ),
    plain(
      'c',
      '/',
      'what was refused there, for the first time here',
      INNOCENT,
      visit(30, { phone: '13905710030' }),
    ),
    plain('d', '/', 'a typed answer from a list', INNOCENT, visit(31, { note: '非常满意' })),
    plain('c', '/', 'the same answer elsewhere', INNOCENT, visit(32, { note: '非常满意' })),
    plain('d', '/', 'the sheet of 31 sent again', { repeat: 'sameForm' }, visit(31, { note: '非常满意' })),
  ];
}
