type Body = Record<string, unknown>;
const NAMES = ['张国富', '李桂兰', '王秀英', '陈德贵', '刘玉珍', '杨成林', '赵淑芬', '周光明'];
const VILLAGES = ['石桥社区', '龙潭村', '红旗村', '大坪村'];
const KINDS = ['农村低保', '特困供养', '低保边缘家庭'];
const STATES = ['待提交', '审核中', '审核通过', '已驳回'];
const at = <T>(list: readonly T[], n: number) => list[n % list.length] as T;

function page<T>(rows: T[], body: Body): { total: number; rows: T[] } {
  const size = Number(body.pageSize ?? 10);
  const start = (Number(body.pageNum ?? 1) - 1) * size;
  return { total: rows.length, rows: rows.slice(start, start + size) };
}

export function objects(body: Body) {
  const rows = Array.from({ length: 64 }, (_, i) => ({
    id: 2001 + i,
    name: at(NAMES, i),
    idCard: `51032119${50 + (i % 40)}0${1 + (i % 9)}1${i % 10}${1021 + i}`,
    phone: `1389004${String(1000 + i)}`,
    kind: at(KINDS, i),
    village: at(VILLAGES, i),
    state: at(STATES, i),
  })).filter(
    (row) =>
      row.name.includes(String(body.name ?? '')) &&
      row.idCard.includes(String(body.idCard ?? '')) &&
      row.state.includes(String(body.state ?? '')),
  );
  if (String(body.order ?? '').includes('descending')) rows.reverse();
  return page(rows, body);
}

export function approvals(body: Body) {
  const rows = Array.from({ length: 23 }, (_, i) => ({
    id: `SQ2026110${10 + i}`,
    name: at(NAMES, i + 3),
    matter: at(['低保新增', '临时救助', '特困认定'], i),
    at: `2026-11-${10 + (i % 14)} 09:${10 + i}`,
  }));
  return page(body.tab === 'todo' ? rows : rows.slice(0, 4), body);
}

export function visitCards(body: Body) {
  const rows = NAMES.map((holder, i) => ({ id: i + 1, holder, situation: `${at(VILLAGES, i)}，居住稳定` }));
  return { rows: rows.filter((row) => row.holder.includes(String(body.keyword ?? ''))) };
}

export function ledger(body: Body) {
  return {
    rows: NAMES.map((name, i) => ({
      id: `${body.month}-${i}`,
      name,
      village: at(VILLAGES, i),
      amount: String(460 + i * 20),
      note: '',
    })),
  };
}

export function notices() {
  return {
    rows: [
      '关于做好冬季救助工作的通知',
      '低保动态管理工作提示',
      '数据质量核查情况通报（部分数据提交失败）',
    ].map((title, i) => ({
      id: i + 1,
      title,
      read: false,
      receipt: '',
      content: `${title}。请于本周五前反馈落实情况。`,
    })),
  };
}
