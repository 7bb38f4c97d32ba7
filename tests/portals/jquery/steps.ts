// What several acts of this portal have in common.
import type { Hand } from '../hand';

const NAMES = ['吴晓梅', '何建军', '沈丽华', '潘志强'];
export const nameOf = (turn: number) => NAMES[turn % NAMES.length] ?? '';

/** Answers the next alert() or confirm(). */
export function answerDialog(hand: Hand, yes = true): void {
  hand.page.once('dialog', (dialog) => {
    void (yes ? dialog.accept() : dialog.dismiss());
  });
}

export async function fillMonthly(hand: Hand, turn: number, total: number): Promise<void> {
  await hand.open('/monthly', '.monthly');
  await hand.type('[name=code]', `33052${1 + turn}`);
  await hand.type('[name=filler]', nameOf(turn));
  await hand.type('[name=farm]', `${120 + turn}`);
  await hand.type('[name=animal]', '80');
  await hand.type('[name=total]', `${total}`);
}

export async function fillPopulation(hand: Hand, turn: number, born: string, dead = '1'): Promise<void> {
  await hand.open('/population', '.send');
  await hand.type('[name=village]', turn % 2 ? '北关村' : '河湾村');
  await hand.type('[name=born]', born);
  await hand.type('[name=dead]', dead);
  await hand.page.select('[name=moved]', `${1 + (turn % 3)}`);
}

export async function fillShop(hand: Hand, turn: number, uscc: string): Promise<void> {
  await hand.open('/collect', '.collect');
  await hand.type('[name=shop]', `${turn % 2 ? '老街面馆' : '兴旺百货'}${turn + 1}店`);
  await hand.type('[name=uscc]', uscc);
  await hand.type('[name=staff]', `${2 + turn}`);
}

export async function fillStock(hand: Hand, turn: number, pigs: string): Promise<Hand> {
  await hand.open('/frame', '.report-frame');
  const inner = await hand.inFrame('.report-frame');
  await inner.type('[name=farm]', `河湾养殖场${turn + 1}号`);
  await inner.type('[name=pig]', pigs);
  await inner.type('[name=fowl]', `${1200 + turn}`);
  return inner;
}

export async function fillSheet(hand: Hand, turn: number, first: string): Promise<void> {
  await hand.open('/sheet', '.save');
  await hand.type('[name=a0_0]', first);
  await hand.type('[name=a1_4]', `${12 + turn}`);
  await hand.type('[name=a3_2]', '7.5');
  await hand.type('[name=a7_9]', `${turn}`);
}

export async function toCensusReview(hand: Hand, turn: number): Promise<void> {
  await hand.open('/census', '.census');
  await hand.type('[name=head]', nameOf(turn));
  await hand.type('[name=idno]', `33052119700${1 + (turn % 8)}15${1000 + turn}`);
  await hand.click('[type=submit]', '下一步');
  await hand.see('[name=area]');
  await hand.type('[name=area]', `${90 + turn}`);
  await hand.type('[name=income]', `${32000 + turn * 100}`);
  await hand.click('[type=submit]', '下一步');
  await hand.see('.census td', nameOf(turn));
}
