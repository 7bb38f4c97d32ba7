// The second world, written by hand and by another logic: street offices, residents and small enterprises. It
// was evaluated when the thresholds stood.
import * as people from './people';
import type { Facts, Portal, World } from './world';

const form = (id: string, family: string, fields: string, cycle: 'day' | 'week' | 'month' = 'day') => ({
  id,
  family,
  fields: fields.split(' '),
  cycle,
});

const PORTALS: Portal[] = [
  [
    'grid',
    form('grid-event', 'event', 'm.place m.remark own.phone'),
    form('grid-visit', 'resident', 'hh.name hh.id hh.phone hh.home note'),
  ],
  ['hotline', form('hotline-case', 'event', 'hh.name hh.phone m.place m.remark m.plan own.unit')],
  ['housing', form('tenant', 'resident', 'hh.name hh.id hh.phone hh.home hh.work own.phone own.unit')],
  ['police', form('floating', 'resident', 'hh.name hh.id hh.phone hh.home date date')],
  [
    'health',
    form('elder', 'resident', 'hh.name hh.id hh.phone stock own.unit'),
    form('vaccine', 'resident', 'hh.name hh.id count'),
  ],
  ['safety', form('shop-check', 'shop', 'ent.name ent.code ent.owner ent.phone m.remark own.phone own.unit')],
  ['market', form('shop-file', 'shop', 'ent.name ent.code ent.phone ent.place own.unit', 'week')],
  ['fire', form('nine-small', 'shop', 'ent.name ent.place ent.owner ent.phone m.remark m.plan own.phone')],
  ['economy', form('census', 'shop', 'ent.name ent.code ent.turnover ent.phone own.unit own.phone', 'month')],
  ['labour', form('job', 'resident', 'hh.name hh.id hh.phone hh.work note own.unit')],
  ['civil', form('relief', 'aid', 'hh.name hh.id hh.phone hh.account m.amount m.remark own.unit own.phone')],
  ['disabled', form('aid', 'aid', 'hh.name hh.id hh.account m.amount note')],
  ['union', form('gift', 'aid', 'hh.name hh.phone standard stock own.unit')],
  ['women', form('family', 'resident', 'hh.name hh.phone hh.home m.remark own.phone own.unit')],
  ['youth', form('minor', 'resident', 'hh.name hh.id hh.home note note')],
  ['justice', form('mediate', 'event', 'hh.name hh.phone m.remark m.plan own.unit own.phone')],
  ['letters', form('petition', 'event', 'hh.name hh.id hh.phone m.remark own.unit')],
  ['party', form('study', 'daily', 'note own.unit own.phone')],
  ['civic', form('inspect', 'daily', 'm.place count count own.unit own.phone')],
  ['water', form('river', 'daily', 'm.place stock count own.phone')],
  ['stats', form('weekly', 'daily', 'ent.turnover count count own.unit', 'week')],
  ['park', form('tree', 'event', 'm.place m.remark')],
].map(([id, ...forms]) => ({ id: `city-${id}`, forms: forms as Portal['forms'] }));

const KINDS = ['餐饮店', '便利店', '五金店', '理发店', '汽修厂', '药房', '服装店', '网吧'];
const WORDS = [...'兴隆福顺和盛鑫宏达瑞康诚信美佳'];

export const CITY: World = {
  portals: () => PORTALS,
  owner(chance): Facts {
    return {
      'own.phone': people.mobile(chance),
      'own.unit': `${chance.pick(['东城', '西关', '南湖'])}街道${chance.pick(['幸福', '文化', '建设', '解放'])}社区居民委员会`,
    };
  },
  subject(chance): Facts {
    return {
      'hh.name': people.nameOf(chance),
      'hh.id': people.idNumber(chance, '330102'),
      'hh.phone': people.mobile(chance),
      'hh.home': people.cityAddress(chance),
      'hh.work': `${chance.pick(['市第一', '滨江', '新华', '城南'])}${chance.pick(['中学', '机械厂', '物流园', '医院'])}${chance.whole(1, 40)}部`,
      'hh.account': people.account(chance),
      'ent.name': `${chance.pick(WORDS)}${chance.pick(WORDS)}${chance.pick(WORDS)}${chance.pick(KINDS)}`,
      'ent.code': people.creditCode(chance, '330102'),
      'ent.owner': people.nameOf(chance),
      'ent.phone': people.mobile(chance),
      'ent.place': `${chance.pick(['解放路', '人民路', '滨河路'])}${chance.whole(1, 480)}-${chance.whole(1, 20)}号`,
      'ent.turnover': people.amount(chance),
    };
  },
  matter(chance): Facts {
    return {
      'm.remark': people.sentence(chance),
      'm.plan': people.sentence(chance),
      'm.place': `${chance.pick(['解放路', '人民路', '滨河路', '体育场路'])}${chance.whole(1, 480)}号门前`,
      'm.amount': people.amount(chance),
    };
  },
  formatted: 0.35,
  respelled: 0.03,
  reworded: 0.15,
};
