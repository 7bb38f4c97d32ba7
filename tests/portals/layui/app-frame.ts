// The admin frame, its login and the pages without a form of their own.

const STYLE = `
body.page{padding:14px;background:#f2f3f5}.layui-card{margin-bottom:12px}.num{font-size:28px;color:#16baaa;margin-right:6px}
.frame .layui-body{overflow:hidden}.frame .layui-tab{margin:0}.frame .layui-tab-content{padding:0}
.frame .layui-tab-content iframe{border:0;width:100%;height:calc(100vh - 100px);display:block}
.user-bar{position:absolute;right:20px;top:0;line-height:60px;color:#fff}.user-bar a{color:#fff;margin-left:18px;cursor:pointer}
.login-box{width:340px;margin:120px auto;background:#fff;padding:30px 36px;border-radius:4px}
.login-box h2{text-align:center;margin-bottom:24px}.saved{color:#999;font-size:12px;margin-left:12px}
.layer-form{padding:20px 30px 10px 0}.steps{display:flex;margin:10px 0 26px}.steps span{flex:1;text-align:center;color:#999;
border-bottom:2px solid #ddd;padding-bottom:8px}.steps .on{color:#16baaa;border-color:#16baaa}.result-page{text-align:center;padding:60px}
.result-page .layui-icon{font-size:64px;color:#16b777}`;

export function page(title: string, body: string, script: string, bodyClass = 'page'): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/layui/css/layui.css"><style>${STYLE}</style></head>
<body class="${bodyClass}">${body}<script src="/layui/layui.js"></script><script>${script}</script></body></html>`;
}

const MENU: [string, [string, string][]][] = [
  [
    '养老服务',
    [
      ['高龄津贴', '/page/subsidy'],
      ['走访记录', '/page/visit'],
    ],
  ],
  [
    '社会救助',
    [
      ['低保家庭', '/page/family'],
      ['临时救助', '/page/relief'],
    ],
  ],
  ['综合窗口', [['来访登记', '/page/guest']]],
];

export const frame = page(
  '民政业务系统',
  `<div class="layui-layout layui-layout-admin frame">
  <div class="layui-header"><div class="layui-logo layui-bg-black">民政业务系统</div>
    <div class="user-bar"><span class="clock"></span><a class="sign">签到</a><a>消息 <span class="layui-badge">3</span></a><a>周敏（城关街道）</a><a href="/login">退出</a></div></div>
  <div class="layui-side layui-bg-black"><div class="layui-side-scroll"><ul class="layui-nav layui-nav-tree" lay-filter="menu">
    ${MENU.map(
      ([group, items]) =>
        `<li class="layui-nav-item layui-nav-itemed"><a href="javascript:;">${group}</a><dl class="layui-nav-child">${items
          .map(([text, url]) => `<dd><a href="javascript:;" lay-href="${url}">${text}</a></dd>`)
          .join('')}</dl></li>`,
    ).join('')}
  </ul></div></div>
  <div class="layui-body"><div class="layui-tab" lay-allowclose="true" lay-filter="tabs">
    <ul class="layui-tab-title"><li class="layui-this" lay-id="/page/home">工作台</li></ul>
    <div class="layui-tab-content"><div class="layui-tab-item layui-show"><iframe src="/page/home"></iframe></div></div></div></div>
</div>`,
  `layui.use(['element','layer'], function(){
  var $ = layui.$, element = layui.element, layer = layui.layer;
  $('.layui-nav').on('click', 'a[lay-href]', function(){
    var url = $(this).attr('lay-href'), text = $(this).text();
    if (!$('.layui-tab-title li[lay-id="'+url+'"]').length)
      element.tabAdd('tabs', {title: text, content: '<iframe src="'+url+'"></iframe>', id: url});
    element.tabChange('tabs', url);
  });
  element.on('tab(tabs)', function(){ navigator.sendBeacon('/log/view', 'page=' + $(this).attr('lay-id')); });
  $('.sign').on('click', function(){
    $.post('/attend' + location.search, {type: 'on'}, function(res){
      if (res.code === 0) { layer.msg('签到成功 ' + res.time, {icon: 1}); $('.sign').text('已签到'); }
      else layer.msg(res.msg, {icon: 0});
    });
  });
  setInterval(function(){ $('.clock').text(new Date().toLocaleTimeString()); }, 500);
  setInterval(function(){ $.post('/online', {t: Date.now()}); }, 1000);
});`,
  '',
);

export const login = page(
  '民政业务系统 - 登录',
  `<div class="login-box"><h2>民政业务系统</h2><form class="layui-form" onsubmit="return false">
  <div class="layui-form-item"><input name="username" placeholder="用户名" lay-verify="required" class="layui-input" autocomplete="off"></div>
  <div class="layui-form-item"><input name="password" type="password" placeholder="密码" lay-verify="required" class="layui-input"></div>
  <div class="layui-form-item"><input type="checkbox" name="remember" title="记住用户名" lay-skin="primary"></div>
  <button class="layui-btn layui-btn-fluid" lay-submit lay-filter="login">登 录</button></form></div>`,
  `layui.use(['form','layer'], function(){ var $ = layui.$;
  layui.form.on('submit(login)', function(data){
    $.post('/login', data.field, function(res){
      if (res.code) return layui.layer.msg(res.msg, {icon: 2});
      layui.layer.msg('登录成功', {icon: 1, time: 500}, function(){ location.href = '/'; });
    });
    return false;
  });
});`,
);

export const home = page(
  '工作台',
  `<div class="layui-row layui-col-space12">
  ${[
    ['待审核', 12],
    ['已提交', 86],
    ['审核失败', 3],
    ['本月走访', 41],
  ]
    .map(
      ([text, n]) =>
        `<div class="layui-col-xs3"><div class="layui-card"><div class="layui-card-header">${text}</div><div class="layui-card-body"><span class="num">${n}</span>件</div></div></div>`,
    )
    .join('')}</div>
  <div class="layui-card"><div class="layui-card-header">数据同步 <button type="button" class="layui-btn layui-btn-xs sync">提交同步</button><span class="saved sync-time"></span></div>
  <div class="layui-card-body"><table class="layui-table"><thead><tr><th>批次</th><th>时间</th><th>状态</th></tr></thead><tbody>
  <tr><td>20261102</td><td>08:00</td><td>上报成功</td></tr><tr><td>20261101</td><td>08:00</td><td>提交失败</td></tr><tr><td>20261031</td><td>08:00</td><td>驳回</td></tr></tbody></table></div></div>
  <div class="layui-tab layui-tab-brief" lay-filter="notice"><ul class="layui-tab-title"><li class="layui-this">通知公告</li><li>待办事项</li><li>已提交</li></ul>
  <div class="layui-tab-content"><div class="layui-tab-item layui-show">关于做好2026年度高龄津贴提标工作的通知</div><div class="layui-tab-item">低保复核 12 件待审核</div><div class="layui-tab-item">走访记录 41 条，提交成功</div></div></div>
  <form class="layui-form"><div class="layui-form-item"><label class="layui-form-label">短信提醒</label><div class="layui-input-block"><input type="checkbox" lay-skin="switch" lay-filter="remind" title="开启|关闭" checked></div></div></form>`,
  `layui.use(['element','form','layer'], function(){ var $ = layui.$;
  $('.sync').on('click', function(){
    $.post('/sync', {batch: Date.now()}, function(res){ layui.layer.msg(res.msg, {icon: 1, offset: 't'}); $('.sync-time').text('上次同步：提交成功'); });
  });
  setTimeout(function(){ document.querySelector('.sync').click(); }, 700);
  layui.form.on('switch(remind)', function(obj){
    $.post('/remind', {on: obj.elem.checked}, function(res){ layui.layer.msg(obj.elem.checked ? '设置成功，已开启' : '设置成功，已关闭', {icon: 1}); });
  });
});`,
);
