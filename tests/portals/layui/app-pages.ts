// The business pages that open in the frame's tabs, and the page of the iframe layer.
import { page } from './app-frame';

const item = (label: string, control: string) =>
  `<div class="layui-form-item"><label class="layui-form-label">${label}</label><div class="layui-input-block">${control}</div></div>`;
const input = (name: string, hint: string, verify = 'required', more = '') =>
  `<input name="${name}" placeholder="${hint}" lay-verify="${verify}" class="layui-input" autocomplete="off" ${more}>`;
const select = (name: string, options: string[]) =>
  `<select name="${name}" lay-verify="required"><option value="">请选择</option>${options.map((o) => `<option>${o}</option>`).join('')}</select>`;
const COMMUNITIES = ['城东社区', '城西社区', '南门社区', '北关村', '河湾村'];

export const subsidy = page(
  '高龄津贴',
  `<div class="layui-card"><div class="layui-card-body">
  <form class="layui-form layui-form-pane search-bar"><div class="layui-inline"><input name="name" placeholder="姓名" class="layui-input" autocomplete="off"></div>
  <div class="layui-inline"><select name="status"><option value="">全部状态</option><option>已提交</option><option>审核失败</option><option>驳回</option></select></div>
  <button class="layui-btn" lay-submit lay-filter="search">查 询</button></form>
  <table lay-filter="list" class="list"></table></div></div>
  <script type="text/html" class="top-bar"><div class="layui-btn-container"><button class="layui-btn layui-btn-sm" lay-event="add">新增</button><button class="layui-btn layui-btn-sm layui-btn-primary" lay-event="export">导出</button></div></script>
  <script type="text/html" class="row-bar"><a class="layui-btn layui-btn-xs" lay-event="audit">审核</a><a class="layui-btn layui-btn-xs layui-btn-warm" lay-event="back">退回</a><a class="layui-btn layui-btn-danger layui-btn-xs" lay-event="del">删除</a></script>
  <script type="text/html" class="audit-form"><div class="layui-form layer-form">${item('审核结果', '<input type="radio" name="result" value="1" title="通过" checked><input type="radio" name="result" value="0" title="不通过">')}${item('审核意见', '<textarea name="opinion" class="layui-textarea"></textarea>')}</div></script>`,
  `layui.use(['table','form','layer'], function(){ var $ = layui.$, table = layui.table, layer = layui.layer;
  table.render({elem: '.list', id: 'list', url: '/subsidy/list', method: 'post', page: true, limit: 8, limits: [8, 20], toolbar: $('.top-bar').html(), defaultToolbar: ['filter'],
    cols: [[{type: 'checkbox'}, {field: 'code', title: '编号', width: 120}, {field: 'name', title: '姓名', width: 90}, {field: 'age', title: '年龄', width: 70}, {field: 'community', title: '社区'}, {field: 'amount', title: '月标准', width: 90}, {field: 'status', title: '状态', width: 100},
    {title: '操作', width: 170, templet: function(){ return $('.row-bar').html(); }}]]});
  layui.form.on('submit(search)', function(data){ table.reload('list', {where: data.field, page: {curr: 1}}); return false; });
  table.on('toolbar(list)', function(obj){
    if (obj.event === 'add') layer.open({type: 2, title: '新增高龄津贴对象', area: ['620px', '470px'], content: '/page/subsidy-form'});
    if (obj.event === 'export') $.post('/subsidy/export', {}, function(res){ layer.msg(res.msg, {icon: 1}); });
  });
  table.on('tool(list)', function(obj){
    if (obj.event === 'del') layer.confirm('确定删除该对象吗？', {icon: 3, title: '提示'}, function(index){
      $.post('/subsidy/delete', {code: obj.data.code}, function(){ obj.del(); layer.close(index); layer.msg('删除成功', {icon: 1}); }); });
    if (obj.event === 'back') layer.prompt({title: '请输入退回原因', formType: 2}, function(value, index){
      $.post('/subsidy/back', {code: obj.data.code, reason: value}, function(res){ layer.close(index); layer.msg(res.msg, {icon: res.code ? 2 : 1}); }); });
    if (obj.event === 'audit') layer.open({type: 1, title: '审核', area: ['480px', '330px'], content: $('.audit-form').html(), btn: ['确 定', '取 消'], success: function(){ layui.form.render(); },
      yes: function(index, layero){
        $.ajax({url: '/subsidy/audit', type: 'post', data: {code: obj.data.code, result: layero.find('[name=result]:checked').val(), opinion: layero.find('[name=opinion]').val()},
          success: function(res){ if (res.code) return layer.msg(res.msg, {icon: 2}); layer.close(index); table.reload('list'); layer.msg('操作成功', {icon: 1}); },
          error: function(){ layer.msg('网络异常，请稍后再试', {icon: 2}); }});
      }});
  });
});`,
);

export const subsidyForm = page(
  '新增',
  `<form class="layui-form" style="padding-right:20px">${item('姓名', input('name', '请输入姓名'))}${item('身份证号', input('idcard', '18位身份证号', 'identity'))}
  ${item('联系电话', input('phone', '手机号', 'phone'))}${item('所属社区', select('community', COMMUNITIES))}${item('起领日期', input('start', 'yyyy-MM-dd', 'date', 'class="layui-input start"'))}
  ${item('', '<button type="button" class="layui-btn" lay-submit lay-filter="save">立即提交</button><button type="reset" class="layui-btn layui-btn-primary">重置</button><span class="saved idcard-note"></span>')}</form>`,
  `layui.use(['form','layer','laydate'], function(){ var $ = layui.$;
  layui.laydate.render({elem: '[name=start]'});
  $('[name=idcard]').on('change', function(){ $.post('/subsidy/check', {idcard: this.value}, function(res){ $('.idcard-note').text(res.msg); }); });
  layui.form.on('submit(save)', function(data){
    var load = layui.layer.load(1);
    $.ajax({url: '/subsidy/save', type: 'post', data: data.field, success: function(res){
      layui.layer.close(load);
      if (res.code) return layui.layer.msg(res.msg, {icon: 2});
      var index = parent.layui.layer.getFrameIndex(window.name), top = parent.layui;
      top.layer.close(index); top.layer.msg('提交成功', {icon: 1}); top.table.reload('list');
    }});
    return false;
  });
});`,
  'page layer',
);

export const family = page(
  '低保家庭',
  `<div class="layui-card"><div class="layui-card-header">低保家庭台账 <a class="layui-btn layui-btn-xs add">登记</a></div><div class="layui-card-body">
  <table class="layui-table"><thead><tr><th>户主</th><th>人口</th><th>类别</th><th>状态</th><th>动态管理</th></tr></thead><tbody>
  ${['刘国强', '马秀兰', '陈志远', '赵桂芳'].map((n, i) => `<tr><td>${n}</td><td>${i + 1}</td><td>${'ABC'[i % 3]}类</td><td>${['已提交', '审核失败', '驳回', '审核通过'][i]}</td><td>已复核</td></tr>`).join('')}</tbody></table></div></div>
  <script type="text/html" class="tpl"><div class="layui-form layer-form">${item('户主姓名', input('head', '户主'))}${item('家庭人口', input('people', '人数', 'required|number'))}${item('家庭住址', input('address', '详细到门牌'))}${item('入户时间', input('time', '选择时间'))}
  ${item('', '<a class="layui-btn save" lay-submit lay-filter="family">保 存</a><a class="layui-btn layui-btn-primary close">取消</a>')}</div></script>`,
  `layui.use(['form','layer','laydate'], function(){ var $ = layui.$, layer = layui.layer, opened, busy = false;
  $('.add').on('click', function(){ opened = layer.open({type: 1, title: '低保家庭登记', area: '560px', content: $('.tpl').html(), success: function(layero){
    layui.form.render(); layui.laydate.render({elem: layero.find('[name=time]')[0], type: 'datetime', value: ''}); layero.find('.close').on('click', function(){ layer.close(opened); }); }}); });
  layui.form.on('submit(family)', function(data){
    if (busy) return false;
    busy = true;
    $(data.elem).addClass('layui-btn-disabled');
    $.ajax({url: '/family/save', type: 'post', data: data.field, complete: function(){ busy = false; $(data.elem).removeClass('layui-btn-disabled'); },
      success: function(res){ if (res.code) return layer.msg(res.msg, {icon: 5}); layer.close(opened); layer.msg('保存成功', {icon: 6}); },
      error: function(xhr){ layer.msg('请求失败（' + xhr.status + '）：登录信息已失效', {icon: 2}); }});
    return false;
  });
});`,
);

export const visit = page(
  '走访记录',
  `<div class="layui-card"><div class="layui-card-header">走访记录填报 <span class="saved"></span></div><div class="layui-card-body"><div class="layui-form visit-form">
  ${item('走访对象', input('elder', '姓名'))}${item('走访方式', '<input type="radio" name="way" value="入户" title="入户" checked><input type="radio" name="way" value="电话" title="电话">')}
  ${item('走访情况', '<textarea name="note" lay-verify="required" placeholder="身体状况、生活困难、需求" class="layui-textarea"></textarea>')}
  ${item('现场照片', '<button type="button" class="layui-btn layui-btn-sm layui-btn-primary photo">选择照片</button> <span class="photo-name saved"></span>')}
  ${item('', '<div class="layui-btn" lay-submit lay-filter="visit">提交</div><div class="layui-btn layui-btn-primary draft">暂存</div>')}</div></div></div>
  <table class="layui-table"><thead><tr><th>日期</th><th>对象</th><th>状态</th></tr></thead><tbody><tr><td>11-01</td><td>王桂英</td><td>提交成功</td></tr><tr><td>10-28</td><td>孙德福</td><td>已驳回</td></tr></tbody></table>`,
  `layui.use(['form','layer','upload'], function(){ var $ = layui.$, layer = layui.layer, last = '';
  function fields(){ return {elder: $('[name=elder]').val(), way: $('[name=way]:checked').val(), note: $('[name=note]').val()}; }
  layui.upload.render({elem: '.photo', url: '/upload', done: function(res){ $('.photo-name').text(res.data.name); layer.msg('上传成功', {icon: 1}); }});
  last = $.param(fields());
  setInterval(function(){ var now = $.param(fields()); if (last && now !== last) $.post('/visit/autosave', fields(), function(){ $('.layui-card-header .saved').text('草稿已自动保存 ' + new Date().toLocaleTimeString()); }); last = now; }, 800);
  $('.draft').on('click', function(){ $.post('/visit/draft', fields(), function(){ layer.msg('暂存成功', {icon: 1}); }); });
  layui.form.on('submit(visit)', function(data){
    layer.confirm('提交后不可修改，确认提交？', {icon: 3, title: '提示'}, function(index){
      layer.close(index);
      $.ajax({url: '/visit/save', type: 'post', data: fields(),
        success: function(res){ if (res.code) return layer.alert(res.msg, {icon: 2}); layer.alert('上报成功，记录编号 ' + res.data, {icon: 1}, function(i){ layer.close(i); $('.visit-form input[type=text],.visit-form input:not([type]),.visit-form textarea').val(''); last = ''; }); },
        error: function(){ layer.alert('系统异常，请联系管理员', {icon: 2}); }});
    });
    return false;
  });
});`,
);

export const guest = page(
  '来访登记',
  `<div class="layui-card"><div class="layui-card-header">来访登记（回车即登记）</div><div class="layui-card-body"><form class="layui-form guest-form">
  <div class="layui-inline"><input name="name" placeholder="来访人" lay-verify="required" class="layui-input"></div><div class="layui-inline"><input name="matter" placeholder="来访事项" lay-verify="required" class="layui-input"></div>
  <button class="layui-btn" lay-submit lay-filter="guest">登记</button></form></div></div><table class="layui-table today"><thead><tr><th>来访人</th><th>事项</th><th>状态</th></tr></thead><tbody><tr><td>何建军</td><td>低保政策咨询</td><td>已登记</td></tr></tbody></table>`,
  `layui.use(['form','layer'], function(){ var $ = layui.$, layer = layui.layer;
  layui.form.on('submit(guest)', function(data){
    $.post('/guest/save', data.field, function(res){ if (res.code) return layer.msg(res.msg, {icon: 2}); layer.msg('登记成功', {icon: 1}); $('.guest-form')[0].reset();
      $('.today tbody').prepend($('<tr>').append($('<td>').text(data.field.name), $('<td>').text(data.field.matter), '<td>已登记</td>')); });
    return false;
  });
});`,
);

const STEPS = ['申请人信息', '困难情况', '核对并提交'];
export const relief = page(
  '临时救助',
  `<div class="layui-card"><div class="layui-card-header">临时救助申请</div><div class="layui-card-body"><div class="steps">${STEPS.map((s, i) => `<span class="${i ? '' : 'on'}">${i + 1}. ${s}</span>`).join('')}</div>
  <div class="step"><div class="layui-form">${item('申请人', input('name', '姓名'))}${item('联系电话', input('phone', '手机号', 'phone'))}${item('', '<button type="button" class="layui-btn" lay-submit lay-filter="next">下一步</button>')}</div></div>
  <div class="step layui-hide"><div class="layui-form">${item('救助类型', select('type', ['医疗', '火灾', '突发事故']))}${item('申请金额', input('amount', '元', 'required|number'))}${item('', '<button type="button" class="layui-btn" lay-submit lay-filter="next">下一步</button>')}</div></div>
  <div class="step layui-hide"><table class="layui-table review"></table><button type="button" class="layui-btn layui-btn-primary prev">上一步</button><button type="button" class="layui-btn apply">提交申请</button></div></div></div>`,
  `layui.use(['form','layer'], function(){ var $ = layui.$, layer = layui.layer, at = 0, all = {};
  function show(n){ at = n; $('.step').addClass('layui-hide').eq(n).removeClass('layui-hide'); $('.steps span').removeClass('on').eq(n).addClass('on'); layui.form.render(); }
  layui.form.on('submit(next)', function(data){ $.extend(all, data.field); $.post('/relief/step', data.field, function(){ show(at + 1);
    if (at === 2) $('.review').html('<tr><th>申请人</th><td></td><th>电话</th><td></td></tr><tr><th>类型</th><td></td><th>金额</th><td></td></tr>').find('td').each(function(i){ $(this).text([all.name, all.phone, all.type, all.amount][i]); }); }); return false; });
  $('.prev').on('click', function(){ show(1); });
  $('.apply').on('click', function(){ $.post('/relief/apply', all, function(res){ if (res.code) return layer.alert(res.msg, {icon: 2, title: '提示'}); location.href = '/page/relief-done?no=' + res.data; }); });
});`,
);

export const reliefDone = (no: string) =>
  page(
    '办理结果',
    `<div class="layui-card"><div class="result-page"><i class="layui-icon layui-icon-success"></i><h2>申请提交成功</h2><p>受理编号：${no}，请留意短信通知。</p><a class="layui-btn layui-btn-primary" href="/page/relief">继续申请</a></div></div>`,
    '',
  );
