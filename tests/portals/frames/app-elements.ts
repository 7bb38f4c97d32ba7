import { one, post, toast, values } from './app-ui';

const STYLE = `<style>.row{margin-bottom:10px}.row span{display:inline-block;width:90px;text-align:right;margin-right:10px}
input,textarea{width:300px;border:1px solid #c5ccd8;padding:5px 8px;font:inherit}
button{border:1px solid #c5ccd8;background:#fff;padding:5px 18px;font:inherit;margin-right:8px;cursor:pointer}
button.blue{background:#1463c4;color:#fff}.say{margin-top:8px;min-height:22px}.ok{color:#1c9a4b}.no{color:#d93026}</style>`;

const open = (element: HTMLElement, html: string) => {
  const root = element.attachShadow({ mode: 'open' });
  root.innerHTML = STYLE + html;
  return root;
};

function say(root: ParentNode, text: string, ok: boolean): void {
  const line = one('.say', root);
  line.className = `say ${ok ? 'ok' : 'no'}`;
  line.textContent = text;
}

/** Everything in one root; the result is told inside it. */
class ReportForm extends HTMLElement {
  connectedCallback() {
    const root = open(
      this,
      `<div class="row"><span>事件名称</span><input name="title"></div>
      <div class="row"><span>发生地点</span><input name="place"></div>
      <div class="row"><span>事件描述</span><textarea name="text"></textarea></div>
      <button class="blue commit">上报</button><button class="keep">暂存</button><button class="clear">取消</button>
      <div class="say"></div>`,
    );
    let busy = false;
    one('.commit', root).onclick = async () => {
      const load = values(root);
      if (!load.title || !load.place) return say(root, '请填写事件名称和发生地点', false);
      if (busy) return;
      busy = true;
      const answer = await post('/api/event/report', load);
      busy = false;
      say(root, answer.ok ? '上报成功，已转派处置' : answer.msg, answer.ok);
      if (answer.ok) one('.clear', root).click();
    };
    one('.clear', root).onclick = () => {
      for (const field of root.querySelectorAll<HTMLInputElement>('input, textarea')) field.value = '';
    };
    one('.keep', root).onclick = async () => {
      await post('/api/event/draft', values(root));
      say(root, '暂存成功', true);
    };
  }
}

class FieldRow extends HTMLElement {
  connectedCallback() {
    open(
      this,
      `<div class="row"><span>${this.getAttribute('label')}</span><input name="${this.getAttribute('key')}"></div>`,
    );
  }
}

/** The fields stand two roots deep, the button in the outer one. */
class ReportPage extends HTMLElement {
  connectedCallback() {
    const root = open(
      this,
      `<x-field-row label="企业名称" key="company"></x-field-row><x-field-row label="负责人" key="person"></x-field-row>
      <x-field-row label="联系电话" key="phone"></x-field-row><button class="blue commit">提交</button>`,
    );
    const send = async () => {
      const answer = await post('/api/company/add', values(root));
      toast(answer.ok ? '提交成功' : answer.msg, answer.ok);
      if (!answer.ok) return;
      for (const row of root.querySelectorAll('x-field-row'))
        one<HTMLInputElement>('input', row.shadowRoot as ShadowRoot).value = '';
    };
    one('.commit', root).onclick = send;
    root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') void send();
    });
  }
}

class CheckIn extends HTMLElement {
  connectedCallback() {
    const root = open(
      this,
      '<p>网格员：郑伟　第三网格</p><button class="blue">签到</button><div class="say"></div>',
    );
    const button = one<HTMLButtonElement>('button', root);
    button.onclick = async () => {
      button.disabled = true;
      const answer = await post('/api/grid/sign', { shift: this.getAttribute('shift') });
      button.disabled = answer.ok;
      if (answer.ok) button.textContent = '已签到';
      say(root, answer.ok ? `签到成功 ${new Date().toLocaleTimeString('zh-CN')}` : answer.msg, answer.ok);
    };
  }
}

customElements.define('x-report-form', ReportForm);
customElements.define('x-field-row', FieldRow);
customElements.define('x-report-page', ReportPage);
customElements.define('x-check-in', CheckIn);
