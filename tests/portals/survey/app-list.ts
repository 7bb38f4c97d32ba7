import { confirmLayer, frame, one, post, tip } from './app-ui';

interface Household {
  id: string;
  name: string;
  place: string;
  state: string;
}

const CLASS: Record<string, string> = { 已提交: 'tag-done', 审核失败: 'tag-bad', 驳回: 'tag-bad' };

export function listPage(): void {
  frame(
    '住户名录',
    `<div class="sv-card"><div class="sv-bar">住户姓名 <input type="text" class="s-name">
    所属村组 <select class="s-place"><option value="">全部</option><option>前进村</option><option>红星村</option></select>
    <div class="sv-btn primary search">查询</div><div class="sv-btn reset">重置</div>
    <div class="sv-btn export">导出</div></div></div>
    <div class="sv-card"><div class="sv-tabs"><div class="on">全部</div><div>未入户</div><div>已提交</div><div>驳回</div></div>
    <table><thead><tr><th>住户编码</th><th>户主</th><th>村组</th><th>问卷状态</th><th>操作</th></tr></thead>
    <tbody></tbody></table><p class="sv-pages"></p></div>
    <div class="sv-card"><div class="sv-bar">电话补录　住户编码 <input type="text" class="p-id">
    联系电话 <input type="text" class="p-phone" placeholder="输入后按回车保存"></div><div class="sv-line"></div></div>`,
  );
  let page = 1;
  let state = '全部';
  const load = async () => {
    const answer = await post('/api/household/query', {
      page,
      state,
      name: one<HTMLInputElement>('.s-name').value,
      place: one<HTMLSelectElement>('.s-place').value,
    });
    const rows = answer.data as Household[];
    one('tbody').innerHTML = rows
      .map(
        (r) => `<tr><td>${r.id}</td><td>${r.name}</td><td>${r.place}</td>
        <td class="${CLASS[r.state] ?? 'tag-wait'}">${r.state}</td><td><span class="sv-link go">填报</span>
        <span class="sv-link">查看</span><span class="sv-link del" data-id="${r.id}">删除</span></td></tr>`,
      )
      .join('');
    one('.sv-pages').innerHTML = `共 23 条　${[1, 2, 3]
      .map((n) => `<span class="${n === page ? 'on' : ''}">${n}</span>`)
      .join('')}第 ${page} 页`;
  };
  void load();
  one('.search').onclick = () => {
    page = 1;
    void load();
  };
  one('.export').onclick = async () => {
    await post('/api/household/export', { state });
    tip('导出任务已提交，请到下载中心查看', true);
  };
  one('.sv-pages').onclick = (event) => {
    const target = event.target as HTMLElement;
    if (target.tagName !== 'SPAN') return;
    page = Number(target.textContent);
    void load();
  };
  one('.sv-tabs').onclick = (event) => {
    state = (event.target as HTMLElement).textContent ?? '全部';
    for (const tab of document.querySelectorAll('.sv-tabs div')) {
      tab.classList.toggle('on', tab.textContent === state);
    }
    void load();
  };
  one('tbody').onclick = (event) => {
    const target = event.target as HTMLElement;
    if (target.classList.contains('go')) location.href = '/fill';
    if (!target.classList.contains('del')) return;
    confirmLayer('确认删除？', '删除后不可恢复。', async () => {
      await post('/api/household/delete', { id: target.dataset.id });
      tip('删除成功', true);
      await load();
    });
  };
  const phone = one<HTMLInputElement>('.p-phone');
  phone.onkeydown = async (event) => {
    if (event.key !== 'Enter') return;
    const id = one<HTMLInputElement>('.p-id').value;
    if (!id || !/^1\d{10}$/.test(phone.value)) {
      one('.sv-line').textContent = '请输入住户编码和正确的手机号码';
      return;
    }
    const answer = await post('/api/household/phone', { id, phone: phone.value });
    one('.sv-line').textContent = answer.code === 200 ? '补录成功' : `Save failed: ${answer.msg}`;
    if (answer.code === 200) phone.value = '';
  };
  setInterval(() => void post('/api/online', { at: Date.now() }), 2000);
}

export function loginPage(): void {
  document.body.innerHTML = `<div class="sv-login"><h3>入户调查系统 登录</h3>
    <input type="text" class="user" placeholder="用户名"><input type="password" placeholder="密码">
    <div class="sv-btn primary login">登 录</div><div class="sv-line"></div></div>`;
  one('.login').onclick = async () => {
    const answer = await post('/api/login', {
      user: one<HTMLInputElement>('.user').value,
      password: one<HTMLInputElement>('[type=password]').value,
    });
    if (answer.code === 200) location.href = '/';
    else one('.sv-line').textContent = answer.msg;
  };
}
