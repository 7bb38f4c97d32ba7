import { confirmLayer, frame, one, post, tip } from './app-ui';

interface Question {
  id: string;
  kind: 'text' | 'radio' | 'checkbox' | 'area';
  title: string;
  need?: boolean;
  choices?: string[];
}

const PERSON: Question[] = [
  { id: 'q1', kind: 'text', title: '户主姓名', need: true },
  { id: 'q2', kind: 'text', title: '联系电话', need: true },
  { id: 'q3', kind: 'radio', title: '住房结构', need: true, choices: ['砖混', '砖木', '土木', '其他'] },
];
const INCOME: Question[] = [
  { id: 'q4', kind: 'checkbox', title: '主要收入来源（可多选）', choices: ['务农', '务工', '经商', '补助'] },
  { id: 'q5', kind: 'text', title: '上年家庭人均纯收入（元）' },
  { id: 'q6', kind: 'radio', title: '是否参加城乡居民医保', need: true, choices: ['是', '否'] },
];
const REMARK: Question[] = [{ id: 'q7', kind: 'area', title: '走访情况说明' }];

export function fillPage(): void {
  const query = new URLSearchParams(location.search);
  const household = query.get('hh') ?? '330102001';
  const long = query.get('kind') === 'long';
  // The long questionnaire ends in a page that only shows the answers.
  const pages = long ? [PERSON, INCOME, REMARK, []] : [[...PERSON, ...INCOME.slice(0, 1), ...REMARK]];
  const answers: Record<string, string> = {};
  let page = 0;
  let dirty = false;

  const line = (text: string) => {
    one('.sv-line').textContent = text;
  };
  const load = () => ({ household, answers });
  const submit = async (auto = false) => {
    const answer = await post('/api/answer/submit', { ...load(), auto });
    if (answer.code === 200) {
      one('.sv-main').innerHTML = `<div class="sv-card sv-thanks"><h2>感谢您的参与</h2>
        <p>问卷编号 ${answer.msg}，可关闭本页面或返回<a href="/">住户名录</a>。</p></div>`;
    } else line(`Submission failed: ${answer.msg}`);
  };
  const missing = () => {
    let bad = 0;
    for (const question of pages[page] ?? []) {
      const box = one(`.sv-q[data-q="${question.id}"]`);
      const lacks = Boolean(question.need && !answers[question.id]);
      box.classList.toggle('bad', lacks);
      one('.why', box).textContent = lacks ? '此题为必答题' : '';
      if (lacks) bad++;
    }
    line(bad ? `还有 ${bad} 道必答题未作答` : '');
    return bad > 0;
  };

  const draw = () => {
    const last = page === pages.length - 1;
    const questions = pages[page] ?? [];
    const inner = questions.length ? questions.map(question).join('') : review(answers);
    frame(
      '入户问卷',
      `<div class="sv-card"><h3>住户 ${household} 调查问卷（第 ${page + 1} / ${pages.length} 页）</h3>
      <div class="sv-list">${inner}</div><div class="sv-foot">
      ${page > 0 ? '<div class="sv-btn back">上一页</div>' : ''}
      ${last ? '<div class="sv-btn primary commit">提交</div>' : '<div class="sv-btn primary next">下一页</div>'}
      <div class="sv-btn draft">保存草稿</div><span class="sv-saved"></span></div>
      <div class="sv-line"></div></div>
      <div class="sv-card">历史记录：2026年三季度 <span class="tag-done">已提交</span>，二季度
      <span class="tag-bad">审核失败</span>（已驳回重填）</div>`,
    );
    for (const input of document.querySelectorAll<HTMLInputElement>('.sv-list input, .sv-list textarea')) {
      const id = input.name;
      if (input.type === 'radio' || input.type === 'checkbox') {
        input.checked = (answers[id] ?? '').split('、').includes(input.value);
      } else input.value = answers[id] ?? '';
      input.addEventListener('input', () => {
        const picked = document.querySelectorAll<HTMLInputElement>(`[name="${id}"]:checked`);
        const chosen = input.type === 'radio' || input.type === 'checkbox';
        answers[id] = chosen ? [...picked].map((i) => i.value).join('、') : input.value;
        dirty = true;
      });
    }
    if (!last) {
      one('.next').onclick = async () => {
        if (missing()) return;
        await post('/api/answer/page', { household, page, answers });
        page++;
        draw();
      };
    } else {
      one('.commit').onclick = (event) => {
        if (missing()) return;
        // The countdown's own click goes through without asking.
        if (!event.isTrusted) return void submit(true);
        confirmLayer('确认提交？', '提交后将进入审核流程，问卷内容不可修改。', () => submit());
      };
    }
    const back = one('.back');
    if (back)
      back.onclick = () => {
        page--;
        draw();
      };
    one('.draft').onclick = async () => {
      const answer = await post('/api/answer/draft', load());
      tip(answer.code === 200 ? '草稿已保存' : '草稿保存失败', answer.code === 200);
    };
  };
  draw();

  setInterval(async () => {
    if (!dirty) return;
    dirty = false;
    await post('/api/answer/autosave', load());
    const saved = one('.sv-saved');
    if (saved) saved.textContent = `${new Date().toLocaleTimeString('zh-CN')} 已自动保存`;
  }, 2500);

  if (query.has('limit')) {
    setTimeout(() => {
      tip('答题时间已到，系统自动交卷');
      answers.q1 = '王建国';
      answers.q2 = '13800000000';
      answers.q3 = '砖混';
      one('.commit').click();
    }, 900);
  }
}

function question(q: Question, index: number): string {
  let field = '';
  if (q.kind === 'text') field = `<input type="text" name="${q.id}" autocomplete="off">`;
  else if (q.kind === 'area') field = `<textarea name="${q.id}"></textarea>`;
  else {
    for (const value of q.choices ?? []) {
      field += `<label><input type="${q.kind}" name="${q.id}" value="${value}"> ${value}</label>`;
    }
  }
  return `<div class="sv-q" data-q="${q.id}"><h4>${q.need ? '<i>*</i> ' : ''}${index + 1}. ${q.title}</h4>
    ${field}<div class="why"></div></div>`;
}

function review(answers: Record<string, string>): string {
  const rows = [...PERSON, ...INCOME, ...REMARK].map(
    (q) => `<dt>${q.title}</dt><dd>${answers[q.id] || '（未填）'}</dd>`,
  );
  return `<p>请核对以下内容：</p><dl class="sv-review">${rows.join('')}</dl>`;
}
