import { models } from './models';
import { mount, send } from './surveys';

const $ = (selector) => document.querySelector(selector);
let page = 1;
let order = 'asc';

async function load() {
  const answer = await send('/api/tasks', { key: $('.search-key').value, page, order });
  $('.tasks tbody').innerHTML = answer.rows
    .map(
      (row) =>
        `<tr data-id="${row.id}"><td>${row.id}</td><td>${row.title}</td><td class="state">${row.state}</td><td><button type="button" class="link fill">填报</button> <button type="button" class="link read">标为已读</button> <button type="button" class="link remove">删除</button></td></tr>`,
    )
    .join('');
  $('.page-no').textContent = `第 ${page} 页`;
}

function bar(text, kind) {
  const box = document.createElement('div');
  box.className = `bar bar-${kind}`;
  box.textContent = text;
  document.body.append(box);
  setTimeout(() => box.remove(), 2600);
}

function openDialog(row) {
  const dialog = $('dialog');
  $('dialog h3').textContent = `任务填报：${row.children[1].textContent}`;
  $('.dialog-error').hidden = true;
  const place = document.createElement('div');
  $('.dialog-body').replaceChildren(place);
  mount('task', place, (survey) => {
    survey.onCompleting.add(async (sender, options) => {
      options.allow = false;
      const answer = await send('/api/tasks/fill', { id: row.dataset.id, ...sender.data });
      if (!answer.success) {
        $('.dialog-error').textContent = answer.message;
        $('.dialog-error').hidden = false;
        return;
      }
      row.querySelector('.state').textContent = '已填报';
      dialog.close();
    });
  });
  dialog.showModal();
}

document.addEventListener('click', async (event) => {
  const row = event.target.closest('tr[data-id]');
  const is = (name) => event.target.closest(name);
  if (is('.fill')) openDialog(row);
  else if (is('.read')) {
    await send('/api/tasks/read', { id: row.dataset.id });
    row.querySelector('.read').remove();
  } else if (is('.remove')) {
    await send('/api/tasks/remove', { id: row.dataset.id });
    row.remove();
    bar('删除成功', 'success');
  } else if (is('.search-go')) {
    page = 1;
    load();
  } else if (is('.next-page')) {
    page += 1;
    load();
  } else if (is('.sort')) {
    order = order === 'asc' ? 'desc' : 'asc';
    load();
  } else if (is('.close-dialog')) $('dialog').close();
  else if (is('.export')) {
    const answer = await send('/api/tasks/export', { key: $('.search-key').value });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([answer.csv], { type: 'text/csv' }));
    link.download = 'tasks.csv';
    link.click();
    bar('导出成功', 'success');
  }
});
$('.search-key').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') load();
});
load();

// The site asks its visitors in a window of its own at the corner.
if (new URLSearchParams(location.search).has('ask')) {
  const survey = new Survey.Model(models.feedback);
  survey.onComplete.add(async (sender, options) => {
    options.showSaveInProgress('Sending…');
    const answer = await send('/api/responses/feedback', sender.data);
    if (answer.ok) options.clearSaveMessages();
    else options.showSaveError(answer.message);
  });
  SurveyUI.renderPopupSurvey(survey, $('#popup'), { isExpanded: true, closeOnCompleteTimeout: -1 });
}
