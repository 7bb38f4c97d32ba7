// The first world: 24 portals that ask a village worker for households, in families of forms that want the
// same report. Thresholds were chosen on it.
import type { Chance } from './chance';
import * as people from './people';
import type { Facts, Form, Portal, World } from './world';

const FAMILIES: Record<string, string[]> = {
  visit: ['hh.name', 'hh.id', 'hh.phone', 'hh.address', 'm.remark', 'date'],
  relief: ['hh.name', 'hh.id', 'hh.phone', 'hh.account', 'm.amount', 'm.remark', 'count'],
  dispute: ['hh.name', 'hh.phone', 'm.place', 'm.remark', 'm.plan', 'date'],
  hazard: ['m.place', 'm.remark', 'm.plan', 'count'],
  register: ['hh.name', 'hh.id', 'hh.phone', 'hh.address', 'count'],
  subsidy: ['hh.name', 'hh.id', 'hh.account', 'standard', 'count'],
  daily: ['own.village', 'count', 'count', 'm.remark', 'date'],
  short: ['hh.name', 'stock', 'count'],
};
const EXTRAS = ['note', 'stock', 'count', 'date', 'note'];

export function makeRuralPortals(chance: Chance): Portal[] {
  return Array.from({ length: 24 }, (_, p) => {
    const forms = Array.from({ length: chance.whole(1, 3) }, (_, f): Form => {
      const family = chance.pick(Object.keys(FAMILIES));
      const base = (FAMILIES[family] ?? []).filter(() => !chance.happens(0.08));
      const fields = [...base];
      for (let i = chance.whole(0, 2); i > 0; i--) fields.push(chance.pick(EXTRAS));
      if (chance.happens(0.65)) fields.push('own.phone');
      if (chance.happens(0.6)) fields.push('own.unit');
      return { id: `r${p}f${f}`, family, fields, cycle: family === 'daily' ? 'day' : 'day' };
    });
    return { id: `rural-${p}`, forms };
  });
}

export const RURAL: World = {
  portals: makeRuralPortals,
  owner(chance): Facts {
    const town = chance.pick(people.TOWNS);
    const village = chance.pick(people.VILLAGES);
    return {
      'own.phone': people.mobile(chance),
      'own.unit': `${town}${village}村民委员会`,
      'own.village': `${town}${village}`,
    };
  },
  subject(chance, owner): Facts {
    const place = owner['own.village'] ?? '';
    return {
      'hh.name': people.nameOf(chance),
      'hh.id': people.idNumber(chance, '510123'),
      'hh.phone': people.mobile(chance),
      'hh.address': people.ruralAddress(chance, place, ''),
      'hh.account': people.account(chance),
    };
  },
  matter(chance): Facts {
    return {
      'm.remark': people.sentence(chance),
      'm.plan': people.sentence(chance),
      'm.place': `${chance.pick(people.VILLAGES)}${chance.whole(1, 9)}组${chance.pick(['水塘', '桥头', '晒场', '泵房'])}旁${chance.whole(2, 90)}米处`,
      'm.amount': people.amount(chance),
    };
  },
  formatted: 0.25,
  respelled: 0.03,
  reworded: 0.1,
};
