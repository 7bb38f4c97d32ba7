// The pages of the application, as the server prints them.
import { bare, layout, safe } from './app-layout';

type Values = URLSearchParams;
const value = (values: Values, name: string) => safe(values.get(name) ?? '');
const line = (error: string, ok = '') =>
  `${error ? `<p class="error">${error}</p>` : ''}${ok ? `<p class="ok">${ok}</p>` : ''}`;
const none = new URLSearchParams();

export const login = (error = '') =>
  bare(
    '用户登录',
    `<div class="banner">统计报表报送系统</div><form method="post" action="/login" class="box" style="width:300px;margin:80px auto"><h3>用户登录</h3>${line(error)}
<p>用户名 <input name="user"></p><p>密　码 <input name="pass" type="password"></p><p><input type="submit" value="登 录"> <input type="reset" value="重 置"></p></form>`,
  );

export const index = () =>
  layout(
    '首页',
    `<div class="tabs"><a class="on" data-n="0">待报报表</a><a data-n="1">已提交</a></div><div class="pane box">11月月度报表（截止25日）、粮食面积表</div><div class="pane box" hidden>10月月度报表：提交成功；三季度人口变动表：审核失败，已驳回</div>
<p><a href="/list">更多&gt;&gt;</a></p>`,
    `$('.tabs a').on('click', function(){ $('.tabs a').removeClass('on'); $(this).addClass('on'); $('.pane').hide().eq($(this).data('n')).show(); });`,
  );

export const monthly = (values: Values = none, error = '', ok = '') =>
  layout(
    '月度报表',
    `${line(error, ok)}<form method="post" action="/monthly" class="box monthly" name="monthly">
<input name="homepage" class="hp" tabindex="-1" autocomplete="off"><input type="hidden" name="period" value="202611">
<table class="grid"><tr><th>单位代码</th><td><input name="code" value="${value(values, 'code')}"> <span class="error code-note"></span></td><th>填表人</th><td><input name="filler" value="${value(values, 'filler')}"></td></tr>
<tr><th>种植业产值（万元）</th><td><input name="farm" value="${value(values, 'farm')}"></td><th>养殖业产值（万元）</th><td><input name="animal" value="${value(values, 'animal')}"></td></tr>
<tr><th>合计</th><td><input name="total" value="${value(values, 'total')}"></td><th>签章口令（选填）</th><td><input type="password" name="seal" autocomplete="new-password"></td></tr>
<tr><th>说明</th><td colspan="3"><textarea name="note" cols="60" rows="2">${value(values, 'note')}</textarea></td></tr></table>
<p><input type="submit" name="act" value="上 报"> <input type="submit" name="act" value="暂 存"> <input type="reset" value="重 置"> <span class="auto"></span></p>
<p>附件 <input type="file" class="attach"> <span class="attach-note"></span></p></form>`,
    `var timer, sent = false;
  $('[name=code]').on('change', function(){ $.post('/unit', {code: this.value}, function(r){ $('.code-note').text(r.msg); }, 'json'); });
  $('.monthly').on('input', function(){ clearTimeout(timer); timer = setTimeout(function(){ $.post('/autosave', $('.monthly').serialize(), function(){ $('.auto').text('已自动保存'); }); }, 700); });
  $('.attach').on('change', function(){ var d = new FormData(); d.append('f', this.files[0]); $.ajax({url: '/attach', type: 'post', data: d, processData: false, contentType: false, success: function(){ $('.attach-note').text('附件上传成功'); }}); });
  $('.monthly').on('submit', function(){
    if (!$('[name=code]').val() || !$('[name=filler]').val()) { alert('单位代码和填表人必须填写！'); return false; }
    if (sent) return false;
    sent = true;
  });`,
  );

export const done = (title: string, text: string) =>
  layout(title, `<div class="box"><p>${text}</p><p><a href="/list">查看已报报表</a></p></div>`);

export const population = () =>
  layout(
    '人口变动表',
    `<form method="post" action="/population" name="pop" class="box"><table class="grid"><tr><th>村名</th><td><input name="village"></td><th>出生</th><td><input name="born"></td></tr>
<tr><th>死亡</th><td><input name="dead"></td><th>迁入</th><td><select name="moved"><option>0</option><option>1</option><option>2</option><option>3</option></select></td></tr></table>
<p><a class="send" href="javascript:send()">【提交报表】</a> <a href="/index">【返回】</a></p></form>
<script>function send(){ if (!confirm('确认提交人口变动表？')) return; document.forms.pop.submit(); }</script>`,
  );

export const collect = () =>
  layout(
    '经营户采集',
    `<form method="get" action="/list" class="find"><input name="key" size="10"> <input type="submit" value="查找"></form><form method="get" action="/collect/save" class="box collect">
<p>经营户名称 <input name="shop"></p><p>统一社会信用代码 <input name="uscc" size="26"></p><p>从业人数 <input name="staff" size="6"> 行业 <select name="trade"><option>零售</option><option>餐饮</option><option>住宿</option></select></p><p><button>填 报</button></p></form>`,
  );

export const frame = () =>
  layout(
    '分栏填报',
    `<div class="tip" style="display:none"></div><iframe class="report-frame" src="/frame/report" width="100%" height="360" frameborder="0"></iframe>`,
    `window.showResult = function(text){ $('.tip').text(text).fadeIn(100).delay(2500).fadeOut(); };`,
  );

export const frameReport = () =>
  bare(
    '畜禽存栏',
    `<form method="post" action="/frame/save" target="saver" class="box stock"><h4>畜禽存栏季报</h4><p>养殖场 <input name="farm"></p><p>生猪（头） <input name="pig" size="8"> 家禽（羽） <input name="fowl" size="8"></p>
<p><input type="radio" name="season" value="4" checked>四季度 <input type="radio" name="season" value="3">补报三季度</p><input type="submit" value="保 存"></form><iframe name="saver" style="display:none"></iframe>`,
  );

export const frameAnswer = (text: string, reset: boolean) =>
  `<html><body><script>parent.parent.showResult('${text}');${reset ? ' parent.document.forms[0].reset();' : ''}</script></body></html>`;

const CROPS = ['早稻', '晚稻', '小麦', '玉米', '大豆', '油菜', '薯类', '蔬菜', '瓜果', '其他'];
export const sheet = () =>
  layout(
    '粮食面积表',
    `<table class="grid sheet-table"><tr><th>村组</th>${CROPS.map((c) => `<th>${c}</th>`).join('')}</tr>${Array.from(
      { length: 20 },
      (_, r) =>
        `<tr><td>${r + 1}组</td>${CROPS.map((_c, c) => `<td><input name="a${r}_${c}" value="${(r * 7 + c * 3) % 40}"></td>`).join('')}</tr>`,
    ).join('')}</table><p><input type="button" class="save" value="保存"> <span class="last"></span></p>`,
    `$('.save').on('click', function(){
    var button = $(this).prop('disabled', true);
    $.ajax({url: '/sheet/save', type: 'post', data: $('.sheet-table input').serialize(), dataType: 'json', complete: function(){ button.prop('disabled', false); },
      success: function(r){ if (r.code !== 200) return $('.last').addClass('error').text(r.msg); alert(r.msg); $('.last').removeClass('error').text('最近保存时间 ' + r.time); }, error: function(x){ $('.last').addClass('error').text('保存失败，错误号 ' + x.status); }});
  });`,
  );

export const quick = (ok = '', error = '') =>
  layout(
    '价格快报',
    `${line(error, ok)}<form method="post" action="/quick" class="quick box">品种 <input name="kind" size="10"> 价格（元/公斤） <input name="price" size="8"> <input type="submit" value="确定"></form>
<table class="grid"><tr><th>品种</th><th>价格</th><th>状态</th></tr><tr><td>猪肉</td><td>28.6</td><td>已提交</td></tr><tr><td>鸡蛋</td><td>9.8</td><td>驳回</td></tr></table>`,
  );

export const census = (step: number, values: Values) => {
  const kept = [...values]
    .filter(([name]) => name !== 'step')
    .map(([name, v]) => `<input type="hidden" name="${safe(name)}" value="${safe(v)}">`)
    .join('');
  const fields = [
    `<p>户主姓名 <input name="head"></p><p>身份证号 <input name="idno" size="24"></p>`,
    `<p>住房面积（㎡） <input name="area"></p><p>家庭收入（元） <input name="income"></p>`,
    `<table class="grid"><tr><th>户主</th><td>${value(values, 'head')}</td><th>面积</th><td>${value(values, 'area')}</td></tr><tr><th>身份证号</th><td>${value(values, 'idno')}</td><th>收入</th><td>${value(values, 'income')}</td></tr></table>`,
  ];
  return layout(
    `年度普查表（第${step}步，共3步）`,
    `<form method="post" action="/census" class="box census"><input type="hidden" name="step" value="${step + 1}">${kept}${fields[step - 1] ?? ''}<p><input type="submit" value="${step < 3 ? '下一步' : '确认上报'}"></p></form>`,
  );
};

export const list = (page: number, key: string, ok = '') => {
  const states = ['已提交', '审核失败', '驳回', '上报成功'];
  const rows = Array.from({ length: 8 }, (_, i) => (page - 1) * 8 + i + 1)
    .map((n) => ({ n, name: `${['月度报表', '人口变动表', '粮食面积表'][n % 3]}`, state: states[n % 4] }))
    .filter((row) => !key || row.name.includes(key));
  return layout(
    '已报报表',
    `${line('', ok)}<form method="get" action="/list" class="by-get">报表名称 <input name="key" value="${safe(key)}"> <input type="submit" value="查询"></form>
<form method="post" action="/list" class="by-post">高级查询：年度 <select name="year"><option>2026</option><option>2025</option></select> 名称 <input name="key"> <input type="submit" value="提交查询"></form>
<table class="grid rows"><tr><th>序号</th><th>报表</th><th>状态</th><th>操作</th></tr>${rows
      .map(
        (row) =>
          `<tr><td>${row.n}</td><td>${row.name}</td><td>${row.state}</td><td><a class="del" href="javascript:del(${row.n})">删除</a></td></tr>`,
      )
      .join('')}</table>
<div class="pager">第${page}页 <a href="/list?page=${page + 1}">下一页</a> <a href="/list?page=9">末页</a></div><form method="post" action="/export"><input type="submit" class="export" value="导出Excel"></form>
<form method="post" action="/list/delete" name="delForm"><input type="hidden" name="n"></form><script>function del(n){ if (!confirm('确定删除吗？')) return; document.forms.delForm.n.value = n; document.forms.delForm.submit(); }</script>`,
    `$('.export').on('click', function(){ $('.pager').append('<span class="ok">正在导出…</span>'); });`,
  );
};

export const sync = () =>
  layout(
    '数据交换',
    `<form method="post" action="/sync" target="exchange" class="box"><input name="batch" value="20261123"> <input type="submit" class="go" value="提交"></form><p class="state">正在交换…</p><iframe name="exchange" height="80"></iframe>`,
    `setTimeout(function(){ document.querySelector('.go').click(); }, 300);
  $('iframe').on('load', function(){ if (this.contentDocument.body.textContent) $('.state').text('数据提交成功'); });`,
  );

export const duty = (state: string, text = '') =>
  layout(
    '值班签到',
    `${text ? `<div class="box"><p>${text}</p></div>` : ''}<form method="post" action="/duty" class="box duty"><input type="hidden" name="state" value="${safe(state)}"><p>今日值班：吴晓梅</p><p><input type="submit" value="签 到"></p></form>
<table class="grid"><tr><th>日期</th><th>签到</th></tr><tr><td>11-22</td><td>签到成功 08:21</td></tr><tr><td>11-21</td><td>未签到</td></tr></table>`,
  );
