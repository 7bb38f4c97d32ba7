interface Order {
  id: number;
  code: string;
  title: string;
  source: string;
  state: string;
  unit: string;
  due: string;
}

const TITLES = [
  '小区电梯频繁故障',
  '夜间工地噪音扰民',
  '污水管网堵塞外溢',
  '道路坑洼积水',
  '流浪犬聚集',
  '农贸市场占道',
];
const STATES = ['待签收', '办理中', '退回失败', '已提交', '审核未通过', '已办结'];
const UNITS = ['住建局', '城管局', '水务局', '交通局', '农业农村局'];

const orders: Order[] = Array.from({ length: 46 }, (_, n) => ({
  id: n + 1,
  code: `RX2026112${String(4000 + n)}`,
  title: `${['凤山', '临江', '桂花'][n % 3]}路${TITLES[n % TITLES.length]}`,
  source: ['12345热线', '网格上报', '网民留言'][n % 3] ?? '',
  state: STATES[n % STATES.length] ?? '',
  unit: UNITS[n % UNITS.length] ?? '',
  due: `2026-12-${String(1 + (n % 9)).padStart(2, '0')}`,
}));

export function orderOf(id: string): Order | undefined {
  return orders.find((order) => String(order.id) === id);
}

export function findOrders(body: Record<string, unknown>) {
  const size = 6;
  const found = orders.filter(
    (order) =>
      order.title.includes(String(body.keyword ?? '')) &&
      (!body.state || order.state === body.state) &&
      (!body.source || order.source === body.source),
  );
  if (body.sort === 'descend') found.reverse();
  const start = (Number(body.page ?? 1) - 1) * size;
  return { rows: found.slice(start, start + size), total: found.length };
}

export const ledger = ['一网格', '二网格', '三网格', '四网格', '五网格'].map((grid, n) => ({
  id: n + 1,
  grid,
  houses: 210 + n * 13,
  visits: 30 + n,
  risks: n,
  note: '',
}));
