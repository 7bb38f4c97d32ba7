// What several acts of this portal have in common.
import type { Hand } from '../hand';

const SURNAMES = ['王', '李', '赵', '孙', '周', '吴'];
const GIVEN = ['桂英', '德福', '秀兰', '国强', '玉梅'];
export const nameOf = (turn: number) =>
  `${SURNAMES[turn % SURNAMES.length] ?? ''}${GIVEN[(turn * 3 + 1) % GIVEN.length] ?? ''}`;
export const phoneOf = (turn: number) => `1385712${String(3300 + turn * 17).slice(-4)}`;
export const idOf = (turn: number, prefix = '3307') => `${prefix}2119360${1 + (turn % 8)}12${1000 + turn}`;

export async function openTab(hand: Hand, item: string, query = ''): Promise<Hand> {
  await hand.open(`/${query}`, '.layui-nav-child a');
  await hand.click('.layui-nav-child a', item);
  const tab = await hand.inFrame('.layui-tab-item.layui-show iframe:not([src$="home"])');
  // Its buttons do nothing before its script has run.
  await tab.until(`document.readyState === 'complete'`);
  return tab;
}

/** A layer scales in; nobody hits a button before it stands still. */
export async function layerStands(hand: Hand): Promise<void> {
  await hand.see('.layui-layer-content');
  await hand.until(
    `[...document.querySelectorAll('.layui-layer')].every((e) => e.getAnimations().every((a) => a.playState === 'finished'))`,
  );
}

export async function openSubsidyForm(hand: Hand): Promise<{ tab: Hand; form: Hand }> {
  const tab = await openTab(hand, '高龄津贴');
  await tab.click('.layui-table-tool .layui-btn', '新增');
  await layerStands(tab);
  const form = await tab.inFrame('.layui-layer-iframe iframe');
  await form.see('.layui-btn', '立即提交');
  return { tab, form };
}

export async function chooseOption(hand: Hand, option: string): Promise<void> {
  await hand.click('.layui-form-select .layui-input');
  await hand.click('.layui-form-selected dd', option);
}

export async function fillSubsidy(form: Hand, turn: number, prefix?: string): Promise<void> {
  await form.type('[name=name]', nameOf(turn));
  await form.type('[name=idcard]', idOf(turn, prefix));
  await form.type('[name=phone]', phoneOf(turn));
  await chooseOption(form, turn % 2 ? '南门社区' : '河湾村');
  await form.click('[name=start]');
  await form.click('.layui-laydate-footer .laydate-btns-now');
}

export async function openFamilyLayer(hand: Hand): Promise<Hand> {
  const tab = await openTab(hand, '低保家庭');
  await tab.click('.add');
  await layerStands(tab);
  return tab;
}

export async function fillFamily(tab: Hand, turn: number, people: string, address: string): Promise<void> {
  await tab.type('.layui-layer [name=head]', nameOf(turn));
  await tab.type('.layui-layer [name=people]', people);
  await tab.type('.layui-layer [name=address]', address);
  await tab.click('.layui-layer [name=time]');
  await tab.click('.layui-laydate .laydate-btns-confirm', '确定');
}

export async function fillVisit(tab: Hand, turn: number, note: string): Promise<void> {
  await tab.type('.visit-form [name=elder]', nameOf(turn));
  if (turn % 2) await tab.click('.visit-form .layui-form-radio', '电话');
  await tab.type('.visit-form [name=note]', note);
}

export async function submitVisit(tab: Hand): Promise<void> {
  await tab.click('.visit-form .layui-btn', '提交');
  await layerStands(tab);
  await tab.click('.layui-layer-btn0', '确定');
}

export async function toReview(hand: Hand, turn: number, amount: string): Promise<Hand> {
  const tab = await openTab(hand, '临时救助');
  await tab.type('[name=name]', nameOf(turn));
  await tab.type('[name=phone]', phoneOf(turn));
  await tab.click('.step .layui-btn', '下一步');
  await chooseOption(tab, turn % 2 ? '火灾' : '医疗');
  await tab.type('[name=amount]', amount);
  await tab.click('.step .layui-btn', '下一步');
  await tab.see('.review td', nameOf(turn));
  return tab;
}

export async function openRowLayer(hand: Hand, action: string): Promise<Hand> {
  const tab = await openTab(hand, '高龄津贴');
  await tab.click('.layui-table-cell .layui-btn', action);
  await layerStands(tab);
  return tab;
}
