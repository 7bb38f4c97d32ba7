// A check-in page as phones show it: one round area, no button, no toast when it went well.
const params = new URLSearchParams(location.search);
const session = params.get('sid') ?? 'guest';
const $ = (selector) => document.querySelector(selector);
const button = $('.clock-area');
let state = { in: '', out: '' };
let busy = false;

async function send(path, data) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Session': session },
    body: JSON.stringify({ ...data, spot: params.get('at') ?? 'near' }),
  });
  return response.json();
}

const label = () => (!state.in ? '上班打卡' : !state.out ? '下班打卡' : '更新打卡');

function draw() {
  $('.clock-text').textContent = label();
  $('.row-in .when').textContent = state.in || '未打卡';
  $('.row-out .when').textContent = state.out || '未打卡';
}

function tell(text) {
  $('.range').textContent = text;
  $('.range').classList.add('warn');
}

async function clock(kind) {
  if (busy) return;
  busy = true;
  button.classList.add('pressed');
  try {
    const place = await send('/api/attend/location', { lng: 104.7, lat: 31.4 });
    if (!place.inRange) return tell('当前位置不在考勤范围内（距打卡点 1260 米）');
    const answer = await send('/api/attend/clock', { kind });
    if (answer.code !== 0) return tip(answer.msg);
    state = answer.state;
    draw();
  } finally {
    busy = false;
    button.classList.remove('pressed');
  }
}

function tip(text) {
  const box = document.createElement('div');
  box.className = 'tip-layer';
  box.textContent = text;
  document.body.append(box);
  setTimeout(() => box.remove(), 2000);
}

button.addEventListener('click', () => {
  if (label() === '更新打卡') $('.sheet').hidden = false;
  else clock(state.in ? 'out' : 'in');
});
$('.sheet-cancel').addEventListener('click', () => {
  $('.sheet').hidden = true;
});
$('.sheet-ok').addEventListener('click', () => {
  $('.sheet').hidden = true;
  clock('update');
});
for (const tab of document.querySelectorAll('.tabbar div'))
  tab.addEventListener('click', () => {
    for (const pane of document.querySelectorAll('.pane')) pane.hidden = pane.id !== tab.dataset.pane;
  });
$('.patch-send').addEventListener('click', async () => {
  const reason = $('.patch-reason').value.trim();
  if (!$('.patch-day').value || !reason) return tip('请填写补卡日期和原因');
  const answer = await send('/api/attend/patch', { day: $('.patch-day').value, reason });
  if (answer.code !== 0) return tip(answer.msg);
  $('.patch-form').innerHTML =
    '<div class="patch-done"><i>✓</i><p>补卡申请已提交</p><p>等待 赵主任 审批</p></div>';
});

setInterval(() => {
  $('.clock-time').textContent = new Date().toTimeString().slice(0, 8);
}, 1000);
send('/api/attend/today', {}).then((answer) => {
  state = answer.state;
  draw();
  document.body.dataset.ready = '1';
});
setInterval(() => send('/api/attend/location', { lng: 104.7, lat: 31.4 }).catch(() => {}), 3000);
