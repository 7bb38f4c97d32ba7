import { frame, layui, one, post } from './app-ui';

export function filesPage(): void {
  frame(`<p>请上传本季度党费收缴明细（扫描件）</p>
    <form action="/files/submit" method="post" enctype="multipart/form-data"><input type="file" name="file">
    <button class="layui-btn">报送</button></form><p>上季度：<span>已提交</span>　<span>审核失败（已驳回）</span></p>`);
}

export function materialPage(): void {
  frame(`<div class="layui-form-item"><label class="layui-form-label">材料说明</label><div class="layui-input-block">
    <input class="layui-input dj-note"></div></div><div class="layui-form-item"><label class="layui-form-label">附件</label>
    <div class="layui-input-block"><input type="file" class="dj-file"><button type="button" class="layui-btn layui-btn-primary dj-pre">
    仅上传</button></div></div><div class="layui-input-block"><button type="button" class="layui-btn dj-commit">提 交</button>
    </div><div class="dj-line"></div>`);
  const upload = () => {
    const form = new FormData();
    const file = one<HTMLInputElement>('.dj-file').files?.[0];
    if (file) form.append('file', file);
    return post('/api/file/upload', form);
  };
  one('.dj-pre').onclick = async () => {
    await upload();
    layui.layer.msg('上传成功', { icon: 1 });
  };
  let busy = false;
  one('.dj-commit').onclick = async () => {
    const note = one<HTMLInputElement>('.dj-note').value;
    if (!note || !one<HTMLInputElement>('.dj-file').files?.length) {
      layui.layer.tips('请填写说明并选择附件', '.dj-commit');
      return;
    }
    if (busy) return;
    busy = true;
    const sent = await upload();
    const answer = sent.code === 0 ? await post('/api/material/submit', { note }) : sent;
    busy = false;
    const line = one('.dj-line');
    line.className = `dj-line ${answer.code === 0 ? 'good' : 'bad'}`;
    line.textContent = answer.code === 0 ? '材料提交成功' : `提交失败：${answer.msg}`;
    if (answer.code === 0) one<HTMLInputElement>('.dj-note').value = '';
  };
}

export function loginPage(): void {
  document.body.innerHTML = `<div class="layui-card" style="width:340px;margin:120px auto"><div class="layui-card-header">
    党建工作台账</div><div class="layui-card-body"><form class="layui-form"><input class="layui-input dj-user" placeholder="用户名"><br>
    <input class="layui-input" type="password" placeholder="密码"><br><button class="layui-btn layui-btn-fluid">登录</button>
    </form></div></div>`;
  one<HTMLFormElement>('form').onsubmit = (event) => {
    event.preventDefault();
    void post('/api/login', { user: one<HTMLInputElement>('.dj-user').value }).then(() => {
      location.href = '/';
    });
  };
}
