// The pages of the other origins, shown inside the platform's frames.
import './app.css';
import $ from 'jquery';
import { one, post, values } from './app-ui';

const query = new URLSearchParams(location.search);

function formPage(): void {
  $(
    'body',
  ).html(`<div class="yw-card" style="border:0"><form><div class="row"><label>申请人</label><input name="name"></div>
    <div class="row"><label>身份证号</label><input name="idcard"></div><div class="row"><label>申请事由</label>
    <textarea name="reason"></textarea></div><div class="row"><label></label><button class="blue go">提交申请</button>
    <button type="button" class="keep">保存草稿</button></div></form><div class="result"></div></div>`);
  let busy = false;
  const say = (ok: boolean, text: string) => {
    $('.result')
      .attr('class', `result ${ok ? 'ok' : 'no'}`)
      .text(text);
  };
  let byScript = false;
  $('form').on('submit', (event) => {
    event.preventDefault();
    const load = values(document);
    if (!load.name || !load.idcard) return say(false, '请填写申请人和身份证号');
    if (busy) return;
    busy = true;
    const auto = byScript;
    $.ajax({
      url: '/apply/submit',
      method: 'POST',
      contentType: 'application/json',
      data: JSON.stringify({ ...load, auto }),
    })
      .then(
        (answer: { code: number; msg: string }) => tell(answer.code === 200, answer.msg),
        (request: { status: number }) => tell(false, `提交失败（HTTP ${request.status}）`),
      )
      .always(() => {
        busy = false;
      });
  });
  const tell = (ok: boolean, msg: string) => {
    if (ok) $('form')[0].reset();
    if (query.has('parent')) parent.postMessage({ type: 'apply', ok, msg }, '*');
    else say(ok, ok ? '申请已提交，受理编号 SL20261123' : msg);
  };
  $('.keep').on('click', async () => {
    await post('/apply/draft', values(document));
    say(true, '草稿已保存');
  });
  // The platform may ask the form to send a prepared application without the person.
  addEventListener('message', (event) => {
    if (event.data?.type !== 'push') return;
    one<HTMLInputElement>('[name=name]').value = '批量导入';
    one<HTMLInputElement>('[name=idcard]').value = '330102197001010011';
    byScript = true;
    one('.go').click();
  });
}

function signPage(): void {
  $('body').html(`<div class="yw-card" style="border:0;text-align:center"><p>考勤平台　应到 08:30</p>
    <button type="button" class="blue big">签到</button><div class="result"></div></div>`);
  $('.big').on('click', async () => {
    const answer = await post('/kq/sign', { shift: query.get('shift') });
    $('.result')
      .attr('class', `result ${answer.ok ? 'ok' : 'no'}`)
      .text(answer.ok ? '签到成功' : answer.msg);
    if (answer.ok) $('.big').text('已签到').prop('disabled', true);
  });
}

if (location.pathname === '/sign') signPage();
else formPage();
