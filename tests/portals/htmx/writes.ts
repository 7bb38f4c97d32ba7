import type { Verdict, Visit } from '../portal';
import { answerHtml, redirect } from '../serve';
import { pensionForm, repairRow } from './app-forms';
import { alertBox } from './app-layout';
import { attendantRow, commentItem, loginPage } from './app-lists';
import { people, personForm, personRow, personRows } from './app-people';
import { censusDone, censusPage, forbidden, visitDone } from './app-sheets';
import { later } from './reads';

let last = { words: '', at: 0 };
const clock = () => new Date().toTimeString().slice(0, 5);

/** Fields of either kind of form body. */
function fieldsOf({ body, request }: Visit): URLSearchParams {
  if (!request.headers['content-type']?.startsWith('multipart/')) return new URLSearchParams(body);
  const parts = body.matchAll(/name="(\w+)"\r\n\r\n([^\r]*)/g);
  return new URLSearchParams([...parts].map(([, name, value]) => [name ?? '', value ?? '']));
}

/** Lets the page's script hear an event after the swap (header values are ASCII, so the words are escaped). */
function tell(visit: Visit, events: Record<string, unknown>) {
  const json = JSON.stringify(events).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  visit.response.setHeader('HX-Trigger', json);
}
const said = (text: string, kind = 'success') => ({ said: { text, kind } });

function back(visit: Visit, to: string, kind: string, text: string): true {
  visit.response.setHeader('set-cookie', `flash=${encodeURIComponent(`${kind}|${text}`)}; Path=/`);
  return redirect(visit, to);
}

type Handler = (visit: Visit, form: URLSearchParams, id: number) => boolean | Promise<boolean>;
const nothing =
  (html = '', text = ''): Handler =>
  (visit) => {
    visit.log('other');
    if (text) tell(visit, said(text));
    return answerHtml(visit, html);
  };
const judged = (visit: Visit, problem: unknown, good: Verdict = 'accepted') => {
  visit.log(problem ? 'rejected' : good);
  return Boolean(problem);
};

/** By method and path; a number in the path is `:id`. */
const HANDLERS: Record<string, Handler> = {
  'POST /stat': nothing(),
  'POST /logout': (visit) => redirect(visit, '/login'),
  'POST /login': (visit, form) => {
    visit.log('other');
    if (form.get('pass') === 'Cun@2026') return back(visit, '/people', 'success', '登录成功，欢迎您');
    return answerHtml(visit, loginPage('用户名或密码错误'));
  },
  'POST /people/search': (visit, form) => {
    visit.log('other');
    return answerHtml(visit, personRows(1, form.get('key') ?? ''));
  },
  'POST /people/check': (visit, form) => {
    visit.log('other');
    return answerHtml(visit, (form.get('idcard') ?? '').length === 18 ? '格式正确' : '号码应为 18 位');
  },
  'POST /people/export': (visit) => {
    visit.log('other');
    visit.response.writeHead(200, {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="people.csv"',
    });
    visit.response.end('1,2\n');
    return true;
  },
  'POST /people': async (visit, form) => {
    await later(250);
    const taken = form.get('idcard')?.startsWith('4331');
    if (judged(visit, taken)) return answerHtml(visit, personForm(form, { idcard: '该身份证号已在册' }), 422);
    return answerHtml(visit, personForm(new URLSearchParams(), {}, `${form.get('name')} 已登记入册`));
  },
  'PUT /people/:id': async (visit, form, id) => {
    await later(200);
    const person = people.find((one) => one.id === id);
    if (!person) return false;
    if (judged(visit, form.get('group')?.includes('9'))) {
      return answerHtml(visit, personRow(person, '保存失败：小组不存在或数据已被他人修改'), 409);
    }
    Object.assign(person, { group: form.get('group'), phone: form.get('phone') });
    return answerHtml(visit, personRow(person));
  },
  'DELETE /people/:id': nothing('', '删除成功'),
  'POST /pension': async (visit, form) => {
    await later(400);
    const bad = !/^\d{9}$/.test(form.get('card') ?? '');
    if (judged(visit, bad)) return answerHtml(visit, pensionForm(form, { card: '社保卡号与姓名不匹配' }));
    tell(visit, { closed: { what: '#pension-box' }, ...said('认证信息已提交') });
    return answerHtml(visit, pensionForm(new URLSearchParams()));
  },
  'PATCH /repair/:id': async (visit, form, id) => {
    await later(700);
    if (form.get('detail')?.includes('停电')) {
      // The browser itself tries a request again whose socket was closed.
      const words = form.get('detail') ?? '';
      visit.log(last.words === words && Date.now() - last.at < 5000 ? 'other' : 'rejected');
      last = { words, at: Date.now() };
      visit.response.destroy();
      return true;
    }
    visit.log('accepted');
    tell(visit, { closed: { what: '#repair-box' } });
    const row = repairRow(id, `${form.get('state')}（${form.get('worker')}）`);
    return answerHtml(visit, `<template>${row}</template>`);
  },
  'POST /loan': async (visit, form) => {
    await later(900);
    if (judged(visit, Number(form.get('amount')) > 50000)) {
      return back(visit, '/loan', 'danger', '未能受理：贷款金额不得超过 5 万元');
    }
    return back(visit, '/loan', 'success', `贷款申请已受理，编号 XD${String(Date.now()).slice(-6)}`);
  },
  'POST /monthly/stash': (visit) => {
    visit.log('other');
    return answerHtml(visit, alertBox('success', `暂存成功（${clock()}）`));
  },
  'POST /monthly/save': async (visit, form) => {
    await later(350);
    if (judged(visit, form.get('c1_3') === '-1')) {
      tell(visit, said('本月数不能为负，未保存', 'warning'));
      return answerHtml(visit, '');
    }
    tell(visit, said('保存成功'));
    return answerHtml(visit, '');
  },
  'POST /monthly/audit': async (visit, form) => {
    await later(1500);
    const sum = Number(form.get('c0_0')) + Number(form.get('c0_1')) - Number(form.get('c0_2'));
    if (judged(visit, sum !== Number(form.get('c0_3')))) {
      return answerHtml(visit, alertBox('danger', '表内逻辑关系有误：低保户 上月数＋增加－减少≠本月数'));
    }
    return answerHtml(visit, alertBox('success', '已送镇级审核，审核期间不可修改'));
  },
  'POST /house': async (visit, form) => {
    await later(500);
    if (judged(visit, Number(form.get('area')) > 180)) {
      tell(visit, { alerted: { text: '占地面积超过 180 平方米上限，不能申请' } });
      return answerHtml(visit, '');
    }
    tell(visit, { closed: { what: '#house' }, ...said('建房申请已提交，请等待现场踏勘') });
    return answerHtml(visit, '');
  },
  'POST /upload': nothing('上传成功：现场.png'),
  'POST /setting/remind': nothing('', '设置已保存'),
  'POST /census': async (visit, form) => {
    await later(150);
    const step = Number(form.get('step'));
    if (step < 3) {
      visit.log('other');
      return answerHtml(visit, censusPage(step + 1, form));
    }
    if (judged(visit, Number(form.get('size')) > 15)) {
      visit.response.setHeader('HX-Redirect', '/login?late=1');
      return answerHtml(visit, '');
    }
    return answerHtml(visit, censusDone(`PC${String(Date.now()).slice(-7)}`));
  },
  'POST /visit': async (visit, form) => {
    await later(120);
    if (judged(visit, form.get('house')?.includes('邻村'))) return answerHtml(visit, forbidden(), 403);
    return answerHtml(visit, visitDone(form.get('house') ?? ''));
  },
  'POST /quick': async (visit, form) => {
    await later(200);
    if (judged(visit, form.get('matter')?.includes('上访')))
      return answerHtml(visit, '<h1>502 Bad Gateway</h1>', 502);
    return back(visit, '/quick', 'success', `已登记来访人 ${form.get('guest')}`);
  },
  'POST /diary/autosave': (visit) => {
    visit.log('other');
    return answerHtml(visit, `已自动保存 ${clock()}`);
  },
  'POST /diary': async (visit, form) => {
    await later(300);
    if (judged(visit, form.get('title')?.includes('转载'))) return answerHtml(visit, 'error', 500);
    return answerHtml(
      visit,
      '<div id="diary-says" role="status" hx-swap-oob="true" class="text-success">日记已发布</div>',
    );
  },
  'POST /feedback': async (visit, form) => {
    await later(600);
    if (judged(visit, form.get('kind') === 'Bug')) {
      return answerHtml(
        visit,
        '<span class="text-danger">Could not save your request: too many open tickets.</span>',
        429,
      );
    }
    return answerHtml(visit, 'Thank you! Your request has been received (ticket #4821).');
  },
  'POST /approve/all': nothing('', '批量审批成功'),
  'POST /approve/:id': (visit, form, id) => {
    // Without a written opinion it is a bare click.
    visit.log(form.get('opinion') ? 'accepted' : 'other');
    const left = '<span id="left" class="badge text-bg-danger" hx-swap-oob="true">4</span>';
    return answerHtml(visit, `<div class="text-muted mb-2 gone${id}">已处理</div>${left}`);
  },
  'POST /news/read': nothing('<div class="my-3">没有未读通知</div>'),
  'POST /news/comment': async (visit, form) => {
    await later(80);
    visit.log('accepted');
    return answerHtml(visit, commentItem(form.get('text') ?? ''));
  },
  'POST /meeting/sign/:id': async (visit, _, id) => {
    await later(180);
    visit.log('checkIn');
    return answerHtml(visit, attendantRow(id, clock()));
  },
  'POST /meeting/me': (visit) => {
    const late = visit.query.has('late');
    visit.log(late ? 'other' : 'checkIn');
    if (late) return back(visit, '/meeting', 'danger', '补签失败：会议签到已截止');
    return back(visit, '/meeting', 'success', `签到成功 ${clock()}`);
  },
  'POST /meeting/health': async (visit, form) => {
    await later(450);
    const ill = form.get('health') !== '身体健康';
    visit.log(ill ? 'other' : 'checkIn');
    return answerHtml(visit, ill ? '<b class="text-danger">请先就医，暂不能打卡</b>' : `打卡完成 ${clock()}`);
  },
};

export async function write(visit: Visit): Promise<boolean> {
  const route = `${visit.method} ${visit.path.replace(/\d+/, ':id')}`;
  const id = Number(/\d+/.exec(visit.path)?.[0] ?? 0);
  return HANDLERS[route]?.(visit, fieldsOf(visit), id) ?? false;
}
