import { frame, layui, one, post } from './app-ui';

export function ledgerPage(): void {
  const row = (n: number, name: string, state: string) =>
    `<tr><td>${n}</td><td>${name}</td><td>2026-11-${10 + n}</td><td>${state}</td><td>
    <a class="layui-btn layui-btn-xs">编辑</a><a class="layui-btn layui-btn-danger layui-btn-xs dj-del">删除</a></td></tr>`;
  frame(`<div class="layui-inline"><input class="layui-input dj-word" placeholder="台账名称"></div>
    <button class="layui-btn dj-search">查询</button><button class="layui-btn layui-btn-primary dj-export">导出</button>
    <table class="layui-table"><thead><tr><th>序号</th><th>台账名称</th><th>日期</th><th>状态</th><th>操作</th></tr></thead>
    <tbody class="dj-rows"></tbody></table><div id="dj-page"></div>`);
  const draw = (page: number, word: string) => {
    const names = ['主题党日活动', '支部委员会', '党员大会', '党课学习', '谈心谈话', '志愿服务'];
    const states = ['已提交', '审核失败', '驳回', '待审核', '审核通过', '草稿'];
    one('.dj-rows').innerHTML = names
      .map((name, i) => (name.includes(word) ? row(i + 1, `${name}（${page}）`, states[i] ?? '') : ''))
      .join('');
  };
  draw(1, '');
  layui.laypage.render({
    elem: 'dj-page',
    count: 48,
    limit: 6,
    async jump(obj: { curr: number }, first: boolean) {
      if (first) return;
      await post('/api/ledger/page', { page: obj.curr });
      draw(obj.curr, '');
    },
  });
  one('.dj-search').onclick = async () => {
    const word = one<HTMLInputElement>('.dj-word').value;
    await post('/api/ledger/search', { word });
    draw(1, word);
  };
  one('.dj-export').onclick = async () => {
    await post('/api/ledger/export', {});
    layui.layer.msg('导出成功', { icon: 1 });
  };
  one('.dj-rows').onclick = (event) => {
    const target = event.target as HTMLElement;
    if (!target.classList.contains('dj-del')) return;
    layui.layer.confirm('确定删除该台账？', { icon: 3 }, async (index: number) => {
      await post('/api/ledger/delete', { id: '1' });
      layui.layer.close(index);
      target.closest('tr')?.remove();
      layui.layer.msg('删除成功', { icon: 1 });
    });
  };
  // What could not be sent yesterday goes out on its own as soon as the page is open.
  if (location.search.includes('queue')) {
    setTimeout(async () => {
      await post('/api/queue/resend', { text: '昨日离线记录：走访党员3户' });
      layui.layer.msg('离线记录已补传成功', { icon: 1 });
    }, 400);
  }
}

export function meetingPage(): void {
  const id = new URLSearchParams(location.search).get('id') ?? 'm1';
  frame(`<blockquote class="layui-elem-quote">主题党日：学习条例　地点：二楼会议室　应到 23 人</blockquote>
    <button type="button" class="layui-btn layui-btn-lg dj-sign">签到</button><span class="dj-signed"></span><hr>
    <div class="layui-form" lay-filter="minutes"><div class="layui-form-item"><label class="layui-form-label">主持人</label>
    <div class="layui-input-block"><input class="layui-input dj-host"></div></div><div class="layui-form-item">
    <label class="layui-form-label">会议记录</label><div class="layui-input-block">
    <textarea class="layui-textarea dj-minutes"></textarea></div></div><div class="layui-input-block">
    <button type="button" class="layui-btn dj-save">提交记录</button></div></div>`);
  const sign = one<HTMLButtonElement>('.dj-sign');
  sign.onclick = async () => {
    if (sign.classList.contains('layui-btn-disabled')) return;
    sign.classList.add('layui-btn-disabled');
    const answer = await post('/api/meeting/sign', { id });
    if (answer.code === 0) {
      layui.layer.msg('签到成功', { icon: 1 });
      sign.textContent = '已签到';
      return;
    }
    sign.classList.remove('layui-btn-disabled');
    layui.layer.msg(answer.msg, { icon: answer.code === 1 ? 0 : 2 });
  };
  one('.dj-save').onclick = () => {
    layui.layer.confirm('提交后不能修改，是否提交？', { title: '提示' }, async (index: number) => {
      layui.layer.close(index);
      const load = {
        id,
        host: one<HTMLInputElement>('.dj-host').value,
        text: one<HTMLTextAreaElement>('.dj-minutes').value,
      };
      const answer = await post('/api/meeting/minutes', load);
      layui.layer.msg(answer.code === 0 ? '操作成功' : answer.msg, { icon: answer.code === 0 ? 1 : 2 });
      if (answer.code === 0) {
        one<HTMLInputElement>('.dj-host').value = '';
        one<HTMLTextAreaElement>('.dj-minutes').value = '';
      }
    });
  };
}
