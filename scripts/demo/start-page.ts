// The page the demo's browser opens on: what this is, and a link to each sample portal.
import type { SamplePortal } from '../../tests/portals/portal';
import { answerHtml } from '../../tests/portals/serve';

const STYLE = `:root{color-scheme:light dark;font:17px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{max-width:44rem;margin:3rem auto;padding:0 1rem}h1{font-size:1.6rem;margin:0}
p{margin:.6rem 0}ul{padding:0;list-style:none;margin:1.5rem 0}
li{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem 0}
li span{float:right;opacity:.65;font-size:.85rem}`;

/** Served beside the portals under a host that no config names: the extension doesn't see it. */
export function startPagePortal(portals: readonly SamplePortal[]): SamplePortal {
  return {
    id: 'start',
    title: '指尖账本',
    category: 'public-site',
    host: 'start.test',
    folder: '',
    acts: [],
    handle(visit) {
      const port = (visit.request.headers.host ?? '').split(':')[1] ?? '80';
      const items = portals.map(
        ({ host, title, category }) =>
          `<li><a href="http://${host}:${port}/" target="_blank">${title}</a> <span>${host} · ${category}</span></li>`,
      );
      return answerHtml(
        visit,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>指尖账本 · 示例系统</title>
<style>${STYLE}</style><h1>指尖账本 · Fingertip Ledger</h1>
<p>在扩展打开的欢迎页上按下“开始记录”，然后在下面的示例系统里填报、打卡；点浏览器工具栏上的图标看今天的账。</p>
<p>Press start on the welcome page that the extension has opened, then work in these sample portals; the
toolbar icon shows today's ledger. Everything stays on this computer.</p>
<ul>${items.join('')}</ul>`,
      );
    },
  };
}
