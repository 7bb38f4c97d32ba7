const LIBRARY =
  '<link rel="stylesheet" href="/survey/core.css"><script src="/survey/core.js"></script><script src="/survey/zh.js"></script><script src="/survey/ui.js"></script>';
const STYLE = `body{margin:0;font:14px/1.6 "Microsoft YaHei",Arial,sans-serif;background:#f3f4f6}body.dark{background:#222}
header{background:#0b5cad;color:#fff;padding:10px 20px;display:flex;gap:20px}header a{color:#fff}main{max-width:960px;margin:16px auto}
#after{background:#fff;padding:16px;margin-top:12px}.link{border:0;background:none;color:#0b5cad;cursor:pointer}
table.tasks{width:100%;background:#fff;border-collapse:collapse}.tasks td,.tasks th{border:1px solid #ddd;padding:6px 10px}
dialog{width:640px;border:0;border-radius:6px;padding:16px 20px}.dialog-error{background:#fde8e8;color:#b42318;padding:8px 12px}
.bar{position:fixed;top:12px;left:40%;padding:8px 24px;border-radius:4px;color:#fff;background:#2e9d5b}.bar-error{background:#c0392b}
.login{background:#fff;width:320px;margin:100px auto;padding:24px}.login input{display:block;width:100%;margin:8px 0;padding:8px;box-sizing:border-box}`;

const shell = (title: string, body: string, scripts: string, attributes = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>${LIBRARY}</head>
<body ${attributes}><header><b>调查填报中心</b><a href="/tasks">任务</a><a href="/s/weekly">周报</a><span class="theme-toggle" role="button">深色</span><a href="/logout" class="logout">退出</a></header><main>${body}</main>${scripts}</body></html>`;

export const survey = (name: string) =>
  shell(
    '调查填报中心',
    '<div id="surveyElement"></div><div id="after" hidden></div>',
    '<script src="/surveys.js"></script>',
    `data-survey="${name}"`,
  );

export const tasks = (notice: string) =>
  shell(
    '我的任务',
    `${notice ? `<div class="notice">${notice}</div>` : ''}<p><input class="search-key" placeholder="任务名称"> <button type="button" class="search-go">查询</button> <button type="button" class="export">导出</button></p>
<table class="tasks"><thead><tr><th class="sort" style="cursor:pointer">编号 ⇅</th><th>任务</th><th>状态</th><th>操作</th></tr></thead><tbody></tbody></table>
<p><span class="page-no"></span> <button type="button" class="next-page">下一页</button></p>
<dialog><h3></h3><div class="dialog-error" hidden></div><div class="dialog-body"></div><p style="text-align:right"><button type="button" class="close-dialog">关闭</button></p></dialog><div id="popup"></div>`,
    '<script src="/tasks.js"></script>',
    'data-survey="tasks"',
  );

export const login = (error: string) =>
  shell(
    '登录',
    `<form class="login" method="post" action="/login"><h3>用户登录</h3>${error ? `<p class="login-error" style="color:#c00">${error}</p>` : ''}<input name="user" placeholder="用户名" autocomplete="off"><input name="password" type="password" placeholder="密码"><button type="submit">登录</button></form>`,
    '',
  );

export const checkin = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>考勤打卡</title><style>
body{margin:0;font:15px/1.5 "PingFang SC",sans-serif;background:#f5f6fa}.phone{width:390px;margin:0 auto;min-height:760px;background:#fff;position:relative}
.rows{display:flex;gap:10px;padding:16px}.rows div{flex:1;background:#f7f8fa;border-radius:8px;padding:10px}.when{display:block;color:#888}
.clock-area{width:150px;height:150px;border-radius:50%;margin:60px auto 20px;background:linear-gradient(#3fa2ff,#1677ff);color:#fff;display:flex;flex-direction:column;align-items:center;justify-content:center;cursor:pointer;user-select:none}
.clock-area.pressed{opacity:.7}.clock-text{font-size:20px}.range{text-align:center;color:#19a15f}.range.warn{color:#f56c00}
.tabbar{position:absolute;bottom:0;left:0;right:0;display:flex;border-top:1px solid #eee}.tabbar div{flex:1;text-align:center;padding:12px;cursor:pointer}
.sheet{position:absolute;inset:auto 0 0 0;background:#fff;border-top:8px solid #eee;z-index:3;text-align:center}.sheet p{margin:18px}.sheet div{padding:14px;border-top:1px solid #eee;cursor:pointer}.sheet[hidden]{display:none}
.tip-layer{position:fixed;left:50%;top:45%;transform:translateX(-50%);background:rgba(0,0,0,.75);color:#fff;border-radius:6px;padding:10px 18px}
.patch-form{padding:16px}.patch-form input,.patch-form textarea{display:block;width:100%;box-sizing:border-box;margin:8px 0;padding:8px}.patch-send{background:#1677ff;color:#fff;text-align:center;border-radius:22px;padding:10px;cursor:pointer}
</style></head><body><div class="phone">
<div class="pane" id="clock"><div class="rows"><div class="row-in">上班 08:30<span class="when"></span></div><div class="row-out">下班 17:30<span class="when"></span></div></div>
<div class="clock-area"><span class="clock-text"></span><span class="clock-time"></span></div><p class="range">已进入考勤范围：青龙街道办事处</p></div>
<div class="pane" id="stats" hidden><p style="padding:16px">本月出勤 18 天，迟到 1 次，缺卡 1 次</p></div>
<div class="pane" id="patch" hidden><div class="patch-form"><input class="patch-day" placeholder="补卡日期，如 11-20"><textarea class="patch-reason" placeholder="请输入缺卡原因"></textarea><div class="patch-send">提交</div></div></div>
<div class="sheet" hidden><p>确定要更新此次打卡记录吗？</p><div class="sheet-ok">更新打卡</div><div class="sheet-cancel">取消</div></div>
<div class="tabbar"><div data-pane="clock">打卡</div><div data-pane="stats">统计</div><div data-pane="patch">补卡</div></div>
</div><script src="/checkin.js"></script></body></html>`;
