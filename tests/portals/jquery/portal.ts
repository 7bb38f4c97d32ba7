// An older report system: pages printed by the server, native forms, alert(), a little jQuery.
import { join } from 'node:path';
import type { SamplePortal, Visit } from '../portal';
import { answerHtml, answerJson, portalFolder, redirect } from '../serve';
import { acts } from './acts';
import * as pages from './app-pages';

const FOLDER = portalFolder(import.meta.url);

const clock = () => new Date().toTimeString().slice(0, 8);

function read(visit: Visit): true | undefined {
  const q = visit.query;
  switch (visit.path) {
    case '/':
    case '/index':
      return answerHtml(visit, pages.index());
    case '/login':
      return answerHtml(visit, pages.login());
    case '/logout':
      return redirect(visit, '/login');
    case '/monthly':
      return answerHtml(visit, pages.monthly());
    case '/monthly/done':
      return answerHtml(
        visit,
        pages.done(
          '月度报表',
          `您的报表已成功上报，受理编号 2026-${(q.get('no') ?? '').replace(/\D/g, '')}。`,
        ),
      );
    case '/population':
      return answerHtml(visit, pages.population());
    case '/collect':
      return answerHtml(visit, pages.collect());
    case '/collect/save':
      return collect(visit);
    case '/census':
      return answerHtml(visit, pages.census(1, new URLSearchParams()));
    case '/sheet':
      return answerHtml(visit, pages.sheet());
    case '/quick':
      return answerHtml(visit, pages.quick(q.has('ok') ? '登记成功' : ''));
    case '/frame':
      return answerHtml(visit, pages.frame());
    case '/frame/report':
      return answerHtml(visit, pages.frameReport());
    case '/list':
      return answerHtml(
        visit,
        pages.list(Number(q.get('page') ?? 1), q.get('key') ?? '', q.has('deleted') ? '删除成功' : ''),
      );
    case '/sync':
      return answerHtml(visit, pages.sync());
    case '/duty':
      return answerHtml(
        visit,
        pages.duty(q.get('state') ?? '', q.has('ok') ? `签到成功，签到时间 ${clock()}` : ''),
      );
    default:
      return undefined;
  }
}

/** A form that writes by GET. */
function collect(visit: Visit): true {
  const taken = visit.query.get('uscc')?.startsWith('91');
  visit.log(taken ? 'rejected' : 'accepted');
  const text = taken ? '填报失败：该经营户本期已填报，不能重复填报。' : '填报成功，感谢您的配合。';
  return answerHtml(visit, pages.done('经营户采集', text));
}

function monthly(visit: Visit, form: URLSearchParams): true {
  if (form.get('act')?.includes('暂')) {
    visit.log('other');
    return answerHtml(visit, pages.monthly(form, '', '暂存成功'));
  }
  const total = Number(form.get('farm')) + Number(form.get('animal'));
  if (form.get('homepage') || total !== Number(form.get('total'))) {
    visit.log('rejected');
    return answerHtml(visit, pages.monthly(form, '上报失败：合计不等于各项之和，请核对。'));
  }
  visit.log('accepted');
  return redirect(visit, `/monthly/done?no=${String(Date.now()).slice(-4)}`);
}

function population(visit: Visit, form: URLSearchParams): true {
  if (Number(form.get('born')) > 500) {
    visit.log('rejected');
    return answerHtml(
      visit,
      '<html><body><h1>HTTP Status 500</h1><p>服务器内部错误，提交失败</p></body></html>',
      500,
    );
  }
  if (Number(form.get('dead')) > 500) {
    visit.log('rejected');
    return answerHtml(visit, pages.done('无权操作', '403 您无权报送该村数据，报表未受理。'), 403);
  }
  visit.log('accepted');
  return answerHtml(visit, pages.done('人口变动表', `${clock()} 报表提交成功，请等待乡镇审核。`));
}

function census(visit: Visit, form: URLSearchParams): true {
  const step = Number(form.get('step'));
  if (step <= 3) {
    visit.log('other');
    return answerHtml(visit, pages.census(step, form));
  }
  visit.log('accepted');
  return answerHtml(visit, pages.done('年度普查表', '普查表已上报，谢谢！'));
}

function sheet(visit: Visit, form: URLSearchParams): Promise<true> {
  const first = Number(form.get('a0_0'));
  const refused = !Number.isFinite(first) || first > 999;
  visit.log(refused ? 'rejected' : 'accepted');
  const msg = refused ? '保存失败：1组早稻面积超出耕地总面积' : '保存成功';
  return answerJson(visit, { code: refused ? 500 : 200, msg, time: clock() });
}

function write(visit: Visit, form: URLSearchParams): true | Promise<true> | undefined {
  switch (visit.path) {
    case '/monthly':
      return monthly(visit, form);
    case '/population':
      return population(visit, form);
    case '/census':
      return census(visit, form);
    case '/sheet/save':
      return sheet(visit, form);
    case '/quick': {
      const wrong = !(Number(form.get('price')) > 0);
      visit.log(wrong ? 'rejected' : 'accepted');
      return wrong
        ? answerHtml(visit, pages.quick('', '价格格式有误，登记失败'))
        : redirect(visit, '/quick?ok=1');
    }
    case '/frame/save': {
      const wrong = Number(form.get('pig')) > 90000;
      visit.log(wrong ? 'rejected' : 'accepted');
      return answerHtml(visit, pages.frameAnswer(wrong ? '保存失败：存栏数超出上限' : '保存成功', !wrong));
    }
    case '/duty': {
      const already = form.get('state') === 'signed';
      visit.log(already ? 'other' : 'checkIn');
      return already
        ? answerHtml(visit, pages.duty('signed', '您今日已签到，无需重复签到'))
        : redirect(visit, '/duty?ok=1');
    }
    default:
      visit.log('other');
      return other(visit, form);
  }
}

function other(visit: Visit, form: URLSearchParams): true | Promise<true> | undefined {
  switch (visit.path) {
    case '/login':
      return form.get('pass') === 'Tj@2026'
        ? redirect(visit, '/index')
        : answerHtml(visit, pages.login('用户名或密码错误，登录失败'));
    case '/list':
      return answerHtml(visit, pages.list(1, form.get('key') ?? ''));
    case '/list/delete':
      return redirect(visit, '/list?deleted=1');
    case '/export':
      visit.response.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="reports.csv"',
      });
      visit.response.end('\uFEFF序号,报表,状态\r\n1,月度报表,已提交\r\n');
      return true;
    case '/sync':
      return answerHtml(visit, '<html><body>同步完成，提交成功 12 条</body></html>');
    case '/unit': {
      const known = form.get('code')?.startsWith('33');
      return answerJson(visit, { code: known ? 0 : 1, msg: known ? '' : '单位代码不存在' });
    }
    case '/keepalive':
    case '/stat':
    case '/autosave':
    case '/attach':
      return answerJson(visit, { code: 0 });
    default:
      return undefined;
  }
}

async function handle(visit: Visit): Promise<boolean> {
  if (visit.method === 'GET') return read(visit) ?? false;
  return (await write(visit, new URLSearchParams(visit.body))) ?? false;
}

export const portal: SamplePortal = {
  id: 'jquery',
  title: '统计报表报送',
  category: 'reporting',
  host: 'tongji.test',
  folder: FOLDER,
  files: { '/jquery.min.js': join(FOLDER, '../../../node_modules/jquery/dist/jquery.min.js') },
  handle,
  acts,
};
