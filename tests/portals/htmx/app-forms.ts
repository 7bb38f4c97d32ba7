// Forms in layers: native dialog, Bootstrap modal, offcanvas.
import { field, layout, safe } from './app-layout';

export function pensionForm(values: URLSearchParams, errors: Record<string, string> = {}): string {
  return `<form id="pension" hx-post="/pension" hx-target="this" hx-swap="outerHTML">
${field({ name: 'elder', label: '待遇领取人', value: values.get('elder') ?? '', error: errors.elder })}
${field({ name: 'card', label: '社保卡号', value: values.get('card') ?? '', error: errors.card })}
<select class="form-select mb-3" name="way"><option>上门认证</option><option>视频认证</option><option>亲属代办</option></select>
<button type="button" class="btn btn-light" onclick="this.closest('dialog').close()">关闭</button> <button class="btn btn-success">提交认证</button></form>`;
}

export const pensionPage = () =>
  layout(
    '养老认证',
    `<button class="btn btn-success" onclick="document.querySelector('#pension-box').showModal()">登记认证</button>
<div class="form-check form-switch d-inline-block ms-4"><input class="form-check-input" type="checkbox" id="remind" hx-post="/setting/remind" hx-trigger="change" hx-swap="none"><label class="form-check-label" for="remind">到期短信提醒</label></div>
<ul class="list-group mt-3"><li class="list-group-item">贺满香 2025年度 <span class="text-success">认证成功</span></li><li class="list-group-item">龙家旺 2025年度 <span class="text-danger">认证失败</span></li></ul>
<dialog id="pension-box"><h6>生存状况认证</h6>${pensionForm(new URLSearchParams())}</dialog>`,
  );

export const repairRow = (id: number, state: string) =>
  `<tr id="r${id}" hx-swap-oob="true"><td>${['3组路灯', '饮水管', '文化广场音响'][id % 3]}</td><td class="state">${safe(state)}</td>
<td><button class="btn btn-sm btn-outline-success" data-bs-toggle="modal" data-bs-target="#repair-box" hx-get="/repair/${id}/form" hx-target="#repair-body">更新进度</button></td></tr>`;

export const repairForm = (id: number) => `<form id="repair">
<select class="form-select mb-2" name="state"><option>已派工</option><option>维修中</option><option>已修复</option></select>
<input class="form-control mb-2" name="worker" placeholder="维修人员"><textarea class="form-control" name="detail" placeholder="进度说明"></textarea></form>
<div class="modal-footer px-0"><button type="button" class="btn btn-light" data-bs-dismiss="modal">取消</button>
<button type="button" class="btn btn-success" data-ask="更新后将短信告知报修人，确定提交？" onclick="ask(this)" hx-patch="/repair/${id}" hx-include="#repair" hx-trigger="agreed" hx-swap="none">提 交</button></div>`;

export const repairPage = () =>
  layout(
    '报修进度',
    `<table class="table bg-white"><tbody>${[0, 1, 2].map((id) => repairRow(id, '待派工').replace(' hx-swap-oob="true"', '')).join('')}</tbody></table>
<div class="modal" id="repair-box" tabindex="-1"><div class="modal-dialog"><div class="modal-content"><div class="modal-header"><h6 class="modal-title">更新进度</h6>
<button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Close"></button></div><div class="modal-body" id="repair-body"></div></div></div></div>`,
  );

export const VILLAGES: Record<string, string[]> = {
  石桥镇: ['石桥村', '水田坪村'],
  大湾镇: ['大湾村', '岩洞村'],
};

export const villageSelect = (town: string) =>
  `<select class="form-select mb-2" name="village">${(VILLAGES[town] ?? []).map((name) => `<option>${name}</option>`).join('')}</select>`;

export const housePage = () =>
  layout(
    '建房申请',
    `<button class="btn btn-success" data-bs-toggle="offcanvas" data-bs-target="#house">我要申请</button>
<p class="mt-3">本年度已受理 12 户，<span class="text-danger">不予批准 2 户</span>。</p>
<div class="offcanvas offcanvas-end" tabindex="-1" id="house"><div class="offcanvas-header"><h6>农村宅基地建房申请</h6><button class="btn-close" data-bs-dismiss="offcanvas" aria-label="关闭"></button></div>
<div class="offcanvas-body"><form hx-post="/house" hx-confirm="确认提交建房申请？提交后不可修改" hx-swap="none">
<select class="form-select mb-2" name="town" hx-get="/house/villages" hx-target="#village" hx-swap="innerHTML" hx-confirm="unset">${Object.keys(VILLAGES).map((name) => `<option>${name}</option>`)}</select>
<div id="village">${villageSelect('石桥镇')}</div>
${field({ name: 'owner', label: '申请人' })}${field({ name: 'area', label: '占地面积（㎡）', extra: 'type="number" required' })}
<label class="form-label">现场照片</label><input class="form-control mb-2" type="file" name="photo" hx-post="/upload" hx-encoding="multipart/form-data" hx-trigger="change" hx-target="#thumb" hx-swap="innerHTML" hx-confirm="unset"><div id="thumb" class="form-text"></div>
<button class="btn btn-success w-100">提交申请</button></form></div></div>`,
  );
