// People, numbers and places as they stand in forms: all invented, all well-formed.
import type { Chance } from './chance';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const LONG_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '皇甫'];
const GIVEN = [...'建国桂英秀兰德富小红志强玉梅海涛淑珍永贵素芳光明国庆春花文军丽华金凤长江雪梅'];

export function nameOf(chance: Chance): string {
  const given = () => chance.pick(GIVEN);
  if (chance.happens(0.05)) return chance.pick(LONG_SURNAMES) + given() + given();
  return chance.pick(SURNAMES) + given() + (chance.happens(0.85) ? given() : '');
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of an 18-digit ID number (GB 11643, ISO 7064 mod 11-2). */
export function checkDigit(first17: string): string {
  const sum = [...first17].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return '10X98765432'[sum % 11] ?? '';
}

const two = (n: number) => String(n).padStart(2, '0');
export function idNumber(chance: Chance, area: string): string {
  const birth = `${chance.whole(1940, 2010)}${two(chance.whole(1, 12))}${two(chance.whole(1, 28))}`;
  const first = `${area}${birth}${String(chance.whole(1, 999)).padStart(3, '0')}`;
  return first + checkDigit(first);
}

const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** A unified social credit code (GB 32100): 18 characters with its check character. */
export function creditCode(chance: Chance, area: string): string {
  let code = `91${area}`;
  while (code.length < 17) code += chance.pick([...CODE]);
  const sum = [...code].reduce((total, char, i) => total + CODE.indexOf(char) * (3 ** i % 31), 0);
  return code + (CODE[(31 - (sum % 31)) % 31] ?? '0');
}

export const mobile = (chance: Chance): string =>
  `1${chance.pick(['38', '39', '35', '58', '86', '77', '99'])}${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`;
export const account = (chance: Chance): string =>
  `62170038${String(chance.whole(0, 99_999_999_999)).padStart(11, '0')}`;
/** Of five to six digits before the point, as subsidies and losses of a year are. */
export const amount = (chance: Chance): string =>
  `${chance.whole(10_000, 480_000)}.${two(chance.whole(0, 99))}`;

export const TOWNS = ['青山镇', '白河镇', '临江镇', '柳林乡', '石门镇', '龙潭乡'];
export const VILLAGES = ['青山村', '双桥村', '柳溪村', '和平村', '红星村', '前进村', '杨家湾村', '团结村'];

export function ruralAddress(chance: Chance, town: string, village: string): string {
  const house = chance.happens(0.3)
    ? `${chance.whole(1, 30)}-${chance.whole(1, 12)}号`
    : `${chance.whole(1, 120)}号`;
  return `${town}${village}${chance.whole(1, 12)}组${house}`;
}

const ESTATES = ['锦绣花园', '滨河小区', '幸福里', '中央公馆', '东湖雅苑', '阳光新城'];
export const cityAddress = (chance: Chance): string =>
  `${chance.pick(ESTATES)}${chance.whole(1, 28)}-${chance.whole(1, 4)}-${chance.whole(101, 2604)}`;

const WHO = ['户主', '老人', '儿子', '儿媳', '孙子', '邻居', '老伴', '女儿'];
const WHAT = [
  '因病住院，自付费用较高',
  '在外务工，春节返乡',
  '房屋漏雨，需要修缮',
  '种植水稻三亩，收成一般',
  '腿脚不便，需定期随访',
  '反映道路排水不畅',
  '已领取高龄津贴',
  '对土地流转有疑问',
  '与邻居因宅基地发生争执',
  '希望申请临时救助',
  '养殖生猪六头，行情不好',
  '今年新增残疾证',
];
const THEN = ['已记录并上报', '约定下周再来', '现场已答复', '需镇里协调', '已联系村医', '已告知政策'];

/** What somebody writes about one matter: hardly ever the same twice by chance. */
export const sentence = (chance: Chance): string =>
  `${chance.pick(WHO)}${chance.pick(WHAT)}，${chance.pick(WHO)}${chance.pick(WHAT)}，${chance.pick(THEN)}（${chance.whole(2, 99)}）。`;

/** What is written for every household, and says nothing about it. */
export const STOCK_PHRASES = [
  '家中一切正常，无返贫风险',
  '生活稳定，收入无明显变化，无需帮扶',
  '政策已宣讲，群众满意',
  '符合条件，同意上报审批',
  '现场查看，未发现安全隐患',
];
/** Rates that are the same for everybody. */
export const STANDARD_AMOUNTS = ['1350.50', '2268.75', '10840.25'];
