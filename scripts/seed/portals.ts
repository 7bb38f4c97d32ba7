// The portals of a made-up history, and the history of configs that names them.
import type { ConfigHistory } from '../../utils/storage/database';

export const SEED_CONFIG_HASH = 'seed';

export interface SeedPortal {
  id: string;
  title: { 'zh-CN': string; en: string };
  department: string;
  category: string;
  routes: readonly string[];
}

type Line = [id: string, zh: string, en: string, department: string, category: string];
const LINES: Line[] = [
  ['village', '村务管理平台', 'Village affairs', '农业农村局', 'reporting'],
  ['poverty', '防返贫监测系统', 'Poverty monitoring', '农业农村局', 'reporting'],
  ['academy', '干部网络学院', 'Cadre online academy', '组织部', 'learning-hours'],
  ['party', '智慧党建', 'Party building', '组织部', 'check-in'],
  ['grid', '网格治理平台', 'Grid governance', '政法委', 'work-order'],
  ['hotline', '12345 热线工单', '12345 hotline orders', '政务服务局', 'work-order'],
  ['civil', '社会救助系统', 'Social assistance', '民政局', 'reporting'],
  ['emergency', '应急值守', 'Emergency duty', '应急管理局', 'check-in'],
  ['chat', '政务协同', 'Government messaging', '办公室', 'messaging'],
  ['forest', '林长制平台', 'Forest chiefs', '林业局', 'check-in'],
  ['river', '河长制平台', 'River chiefs', '水利局', 'check-in'],
  ['housing', '农房安全排查', 'Rural housing checks', '住建局', 'reporting'],
  ['health', '家庭医生签约', 'Family doctors', '卫健局', 'reporting'],
  ['stats', '统计直报', 'Statistics reporting', '统计局', 'reporting'],
  ['services', '政务服务网', 'Public services', '政务服务局', 'public-site'],
];
const ROUTES = ['/index', '/web/#/report/:n', '/web/#/task/list', '/sign'];

export function seedPortals(count: number): SeedPortal[] {
  return Array.from({ length: count }, (_, i) => {
    const [id = '', zh = '', en = '', department = '', category = ''] = LINES[i % LINES.length] ?? [];
    const round = Math.floor(i / LINES.length);
    const more = round === 0 ? '' : ` ${round + 1}`;
    const title = { 'zh-CN': zh + more, en: en + more };
    return { id: round === 0 ? id : `${id}-${round + 1}`, title, department, category, routes: ROUTES };
  });
}

export function isBurdenPortal(portals: readonly SeedPortal[]): (portalId: string) => boolean {
  const open = new Set(portals.filter(({ category }) => category === 'public-site').map(({ id }) => id));
  return (portalId) => !open.has(portalId);
}

export function seedHistory(portals: readonly SeedPortal[]): ConfigHistory {
  const isBurden = isBurdenPortal(portals);
  return {
    configId: 'seed',
    version: 1,
    hash: SEED_CONFIG_HASH,
    source: 'imported',
    title: { 'zh-CN': '某县政务系统名录', en: 'XX County systems' },
    calendar: { workdays: [], holidays: [] },
    from: 0,
    portals: Object.fromEntries(
      portals.map(({ id, title, category, department }) => [
        id,
        { title, category, department, burden: isBurden(id), dues: [] },
      ]),
    ),
  };
}
