// The portals of the scenarios about time: plain pages whose first path segment says what they hold. They have
// no writes to log; what is measured is who had the focus.
import type { SamplePortal, Visit } from '../../portals/portal';
import { answerHtml, portalFolder } from '../../portals/serve';

const folder = portalFolder(import.meta.url);

const FORM =
  '<form onsubmit="return false"><label>户主姓名 <input name="holder" autocomplete="off"></label></form>';

const BODIES: Record<string, (visit: Visit) => string> = {
  form: () => `${FORM}<p><a id="route" href="#/other">下一项</a></p>`,
  outer: ({ query, request, path }) => {
    const port = (request.headers.host ?? '').split(':')[1] ?? '80';
    const word = path.split('/')[2];
    const inner = query.get('in') ?? '';
    // `x>y`: a frame of x that holds a frame of y.
    const [host, ...deeper] = inner.split('>');
    const page = deeper.length > 0 ? `outer/${word}?in=${deeper.join('>')}` : `form/${word}`;
    return `${FORM}<iframe src="http://${host}.test:${port}/${page}"></iframe>`;
  },
  srcdoc: () => `${FORM}<iframe srcdoc='<input name="holder">'></iframe>`,
  editor: () =>
    `<iframe id="editor"></iframe><script>
      const inner = document.querySelector('#editor').contentDocument;
      inner.body.innerHTML = '<p contenteditable="true">正文</p>';
    </script>`,
  shadow: () =>
    `<open-form></open-form><script>
      customElements.define('open-form', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<input name="holder">'; }
      });
    </script>`,
  video: () =>
    `<video muted autoplay loop width="480" height="270"></video><button id="full">全屏</button><button id="pip">小窗</button><script>
      const canvas = document.createElement('canvas');
      const ink = canvas.getContext('2d');
      setInterval(() => { ink.fillStyle = 'hsl(' + Date.now() / 20 % 360 + ' 60% 60%)'; ink.fillRect(0, 0, 300, 150); }, 100);
      const video = document.querySelector('video');
      video.srcObject = canvas.captureStream(10);
      document.querySelector('#full').onclick = () => video.requestFullscreen();
      document.querySelector('#pip').onclick = () => video.requestPictureInPicture();
    </script>`,
  fake: () =>
    `${FORM}<script>setInterval(() => {
      document.querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      document.dispatchEvent(new MouseEvent('pointermove', { bubbles: true }));
    }, 500);</script>`,
  popup: ({ path }) =>
    `${FORM}<button id="open" onclick="window.open('/form/${path.split('/')[2]}', 'w', 'width=500,height=400')">打开</button>`,
};

const answer = async (visit: Visit): Promise<true> => {
  const [, kind = 'form'] = visit.path.split('/');
  const body = (BODIES[kind] ?? BODIES.form)?.(visit) ?? '';
  return answerHtml(
    visit,
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${kind}</title>
<style>body{font:16px sans-serif;min-height:200vh}iframe{width:700px;height:420px}</style>${body}`,
  );
};

const portal = (
  id: string,
  category: SamplePortal['category'] = 'reporting',
  furtherHosts: string[] = [],
): SamplePortal => ({
  id,
  title: `测时${id}`,
  category,
  host: `${id}.test`,
  furtherHosts,
  folder,
  handle: answer,
  acts: [],
});

export const TIME_PORTALS: readonly SamplePortal[] = [
  portal('village'),
  portal('town', 'reporting', ['town-frame.test']),
  portal('academy', 'learning-hours'),
];

/** Served, and in no config. */
export const NO_PORTAL: SamplePortal = { ...portal('outside'), title: '与工作无关' };
