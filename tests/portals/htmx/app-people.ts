import { alertBox, field, layout, safe } from './app-layout';

export interface Person {
  id: number;
  name: string;
  group: string;
  phone: string;
  state: string;
}

const SURNAMES = ['贺', '龙', '覃', '向', '田', '彭'];
const GIVEN = ['满香', '家旺', '翠云', '德贵', '小妹', '长寿', '金凤'];
const STATES = ['审核通过', '已提交', '审核失败', '待核实'];

export const people: Person[] = Array.from({ length: 64 }, (_, n) => ({
  id: n + 1,
  name: `${SURNAMES[n % 6]}${GIVEN[n % 7]}`,
  group: `${1 + (n % 8)}组`,
  phone: `1387431${String(1000 + n * 37)}`,
  state: STATES[n % 4] ?? '',
}));

export const personRow = (person: Person, problem = '') => `<tr id="p${person.id}">
<td>${person.id}</td><td>${person.name}</td><td>${safe(person.group)}</td><td>${safe(person.phone)}</td><td><span class="badge text-bg-secondary">${person.state}</span></td>
<td>${problem ? `<small class="text-danger d-block">${problem}</small>` : ''}
<button class="btn btn-sm btn-link edit" hx-get="/people/${person.id}/edit" hx-target="closest tr" hx-swap="outerHTML">编辑</button>
<button class="btn btn-sm btn-link text-danger" hx-delete="/people/${person.id}" hx-confirm="确定删除该村民信息吗？" hx-target="closest tr" hx-swap="outerHTML swap:300ms">删除</button></td></tr>`;

export const personEditor = (person: Person) => `<tr id="p${person.id}" class="editing">
<td>${person.id}</td><td>${person.name}</td><td><input class="form-control form-control-sm" name="group" value="${safe(person.group)}"></td>
<td><input class="form-control form-control-sm" name="phone" value="${safe(person.phone)}"></td><td>${person.state}</td>
<td><button class="btn btn-sm btn-success" hx-put="/people/${person.id}" hx-include="closest tr" hx-target="closest tr" hx-swap="outerHTML">保存</button>
<button class="btn btn-sm btn-light" hx-get="/people/${person.id}" hx-target="closest tr" hx-swap="outerHTML">取消</button></td></tr>`;

/** Fifteen rows; the last one fetches the next page as it comes into view. */
export function personRows(page: number, key: string, sort = ''): string {
  const found = people.filter((person) => person.name.includes(key) || person.phone.includes(key));
  if (sort) found.reverse();
  const rows = found.slice((page - 1) * 15, page * 15).map((person) => personRow(person));
  const more =
    found.length > page * 15
      ? `<tr class="more" hx-get="/people/rows?page=${page + 1}&key=${encodeURIComponent(key)}" hx-trigger="revealed" hx-swap="outerHTML"><td colspan="6">加载中…</td></tr>`
      : '';
  return rows.join('') + more || '<tr><td colspan="6">没有数据</td></tr>';
}

export const peoplePage = (flash: string) =>
  layout(
    '村民名册',
    `<div class="d-flex gap-2 mb-2"><input class="form-control w-25" type="search" name="key" placeholder="姓名或电话" hx-post="/people/search" hx-trigger="keyup changed delay:300ms, search" hx-target="#rows">
<a class="btn btn-success" href="/people/new">新增村民</a>
<form action="/people/export" method="post" class="m-0"><button class="btn btn-outline-secondary">导出名册</button></form></div>
<table class="table table-sm bg-white"><thead><tr><th><a href="#" class="sort" hx-get="/people/rows?page=1&sort=1" hx-target="#rows">编号 ↕</a></th><th>姓名</th><th>村民小组</th><th>电话</th><th>状态</th><th>操作</th></tr></thead>
<tbody id="rows">${personRows(1, '')}</tbody></table>`,
    flash,
  );

export function personForm(values: URLSearchParams, errors: Record<string, string> = {}, done = ''): string {
  const value = (name: string) => values.get(name) ?? undefined;
  return `<form id="person" class="col-6" hx-post="/people" hx-target="this" hx-swap="outerHTML" hx-disabled-elt="find .send">
${done ? alertBox('success', done) : ''}${Object.keys(errors).length ? alertBox('danger', '请更正标红的内容') : ''}
${field({ name: 'name', label: '姓名', value: value('name'), error: errors.name, extra: 'required' })}
${field({
  name: 'idcard',
  label: '身份证号',
  value: value('idcard'),
  error: errors.idcard,
  extra: 'hx-post="/people/check" hx-trigger="blur changed" hx-target="#known" hx-swap="innerHTML"',
})}<div id="known" class="form-text"></div>
${field({ name: 'tel', label: '联系电话', value: value('tel'), error: errors.tel })}
<button class="btn btn-success send">登记入册</button> <a class="btn btn-light" href="/people">返回</a></form>`;
}

export const personPage = () => layout('新增村民', personForm(new URLSearchParams()));
