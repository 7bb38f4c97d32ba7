// The common look of the pages, as of an older report system: banner, menu, tables, one stylesheet.

const STYLE = `
body{margin:0;font:14px/1.6 "宋体",SimSun,serif;background:#eef3f9;color:#333}.banner{background:#1b63b0;color:#fff;padding:12px 24px;font-size:22px;font-weight:bold}
.banner .who{float:right;font-size:13px;font-weight:normal;line-height:34px}.banner a{color:#fff}.wrap{display:flex}.menu{width:170px;background:#dce8f5;min-height:calc(100vh - 60px);padding:10px 0}
.menu a{display:block;padding:6px 22px;color:#124a87;text-decoration:none}.menu b{display:block;padding:6px 14px;background:#bcd3ec}.main{flex:1;padding:14px 20px}
.crumb{color:#777;border-bottom:1px solid #c9d8e8;margin-bottom:12px;padding-bottom:6px}table.grid{border-collapse:collapse;background:#fff;width:100%}
table.grid td,table.grid th{border:1px solid #b5c9de;padding:4px 8px}table.grid th{background:#e3edf8}.error{color:#d00000}.ok{color:#080}.box{background:#fff;border:1px solid #b5c9de;padding:14px}
.sheet-table input{width:58px}.hp{position:absolute;left:-9999px}.pager{margin-top:8px}.tabs a{display:inline-block;padding:4px 14px;border:1px solid #b5c9de;cursor:pointer}.tabs .on{background:#fff;font-weight:bold}
.tip{position:fixed;top:70px;left:50%;margin-left:-120px;width:240px;text-align:center;background:#fffbe0;border:1px solid #e0c860;padding:8px}`;

const MENU: [string, [string, string][]][] = [
  [
    '报表报送',
    [
      ['月度报表', '/monthly'],
      ['人口变动表', '/population'],
      ['经营户采集', '/collect'],
      ['年度普查表', '/census'],
      ['粮食面积表', '/sheet'],
      ['价格快报', '/quick'],
      ['分栏填报', '/frame'],
    ],
  ],
  [
    '查询管理',
    [
      ['已报报表', '/list'],
      ['数据交换', '/sync'],
      ['值班签到', '/duty'],
    ],
  ],
];

export const safe = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export function bare(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><script src="/jquery.min.js"></script></head><body>${body}</body></html>`;
}

export function layout(title: string, body: string, script = ''): string {
  return bare(
    `${title} - 统计报表报送`,
    `<div class="banner">统计报表报送系统<span class="who">河湾乡统计站 吴晓梅 | <span class="time"></span> | <a href="/logout">退出</a></span></div>
<div class="wrap"><div class="menu">${MENU.map(
      ([group, items]) =>
        `<b>${group}</b>${items.map(([text, url]) => `<a href="${url}">${text}</a>`).join('')}`,
    ).join('')}</div>
<div class="main"><div class="crumb">当前位置：首页 &gt; ${title}</div>${body}</div></div>
<script>$(function(){
  setInterval(function(){ $('.time').text(new Date().toLocaleTimeString()); $.post('/keepalive', {t: Date.now()}); }, 1000);
  addEventListener('pagehide', function(){ navigator.sendBeacon('/stat', 'p=' + location.pathname); });
${script}
});</script>`,
  );
}
