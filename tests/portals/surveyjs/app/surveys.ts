import { models } from './models';

const { Model } = Survey;
const session = new URLSearchParams(location.search).get('sid') ?? 'guest';
const name = document.body.dataset.survey;

export async function send(path, data) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Session': session },
    body: JSON.stringify(data),
  });
  const answer = await response.json().catch(() => ({}));
  return { status: response.status, ok: response.ok, ...answer };
}

/** What the library's own documentation shows: the notice at the foot says how saving went. */
function saveAsDocumented(survey) {
  survey.onComplete.add(async (sender, options) => {
    options.showSaveInProgress();
    const answer = await send(`/api/responses/${name}`, sender.data).catch(() => ({ ok: false }));
    if (answer.status === 401) location.href = '/login?expired=1';
    else if (answer.ok) options.showSaveSuccess();
    else options.showSaveError(answer.message);
  });
}

const setups = {
  service(survey) {
    saveAsDocumented(survey);
    survey.onCurrentPageChanged.add((sender) => {
      send('/api/partial/service', { page: sender.currentPageNo, data: sender.data });
    });
  },
  livelihood(survey) {
    survey.onServerValidateQuestions.add(async (sender, options) => {
      const answer = await send('/api/validate', { ...sender.data, complete: sender.isLastPage });
      for (const [question, text] of Object.entries(answer.errors ?? {})) options.errors[question] = text;
      options.complete();
    });
    survey.onComplete.add((sender) => {
      send('/api/responses/livelihood', sender.data);
    });
    survey.onValueChanged.add((_sender, options) => {
      send('/api/telemetry', { question: options.name, at: Date.now() });
    });
  },
  weekly(survey) {
    let sending = false;
    survey.onCompleting.add(async (sender, options) => {
      // The page keeps the form and clears it itself once the server has the report.
      options.allow = false;
      if (sending) return;
      sending = true;
      const answer = await send('/api/weekly', sender.data).catch(() => ({ ok: false }));
      sending = false;
      if (!answer.ok)
        sender.notify(answer.message ?? `Request failed with status code ${answer.status}`, 'error');
      else if (answer.success) {
        sender.clear();
        sender.notify('报表提交成功', 'success');
      } else sender.notify(`提交失败：${answer.message}`, 'error');
    });
    setInterval(() => {
      if (Object.keys(survey.data).length) send('/api/weekly/autosave', survey.data);
    }, 2500);
  },
  material(survey) {
    survey.onUploadFiles.add(async (_sender, options) => {
      const form = new FormData();
      for (const file of options.files) form.append(file.name, file);
      const response = await fetch('/api/upload', { method: 'POST', body: form });
      if (!response.ok) return options.callback([], ['上传失败']);
      options.callback(options.files.map((file) => ({ file, content: `/files/${file.name}` })));
    });
    survey.onComplete.add(async (sender, options) => {
      options.showSaveInProgress('正在报送……');
      const answer = await send('/api/material', sender.data);
      if (answer.success) options.showSaveSuccess('报送成功');
      else options.showSaveError(answer.message);
    });
  },
  household(survey) {
    survey.addNavigationItem({
      id: 'later',
      title: 'Save and continue later',
      visibleIndex: 5,
      action: async () => {
        await send('/api/partial/household', survey.data);
        survey.notify('Your progress has been saved. You can continue later.', 'success');
      },
    });
    survey.addNavigationItem({
      id: 'clear',
      title: 'Clear answers',
      visibleIndex: 6,
      action: () => survey.clear(),
    });
    survey.onComplete.add(async (sender) => {
      const answer = await send('/api/responses/household', sender.data);
      const box = document.querySelector('#after');
      box.textContent = answer.success
        ? `Reference number ${answer.number}`
        : `Your submission was not accepted: ${answer.message}`;
      box.hidden = false;
    });
  },
};

function mount(id, target, setup) {
  const survey = new Model(models[id]);
  setup?.(survey);
  survey.render(target);
  return survey;
}

if (setups[name]) mount(name, document.getElementById('surveyElement'), setups[name]);

document.addEventListener('click', (event) => {
  const control = event.target.closest('.theme-toggle');
  if (control) {
    document.body.classList.toggle('dark');
    control.textContent = document.body.classList.contains('dark') ? '浅色' : '深色';
  }
});
setInterval(() => send('/api/ping', { at: Date.now() }).catch(() => {}), 1800);
navigator.sendBeacon('/api/telemetry', JSON.stringify({ view: location.pathname }));

export { mount };
