// The largest list there may be: 500 portals with 2,000 patterns. What one address costs, what reconciling what
// is wanted with what is granted costs, and what a document of 256 KiB costs to check, good or bad.
import { writeFile } from 'node:fs/promises';
import { compileMatcher, matchAddress } from '../../utils/config/match';
import { MAX_CONFIG_BYTES, parseDomainConfig } from '../../utils/config/parse';
import {
  contentScriptMatches,
  hostPermissions,
  pagePlans,
  reconcile,
} from '../../utils/config/registration-plan';
import type { DomainConfig } from '../../utils/config/schema';

interface Measurement {
  name: string;
  /** Medians of the runs: of the processor's time, which the bar is for, and of the clock on the wall. */
  cpuMs: number;
  wallMs: number;
  limitMs: number;
}

const PORTALS = 500;
const PATTERNS_EACH = 4;

/** Hosts of their own, shared hosts and wildcards, as real lists have them. */
function largestConfig(): DomainConfig {
  const portals = Array.from({ length: PORTALS }, (_, portal) => ({
    id: `p${portal}`,
    title: { en: `P${portal}` },
    category: 'reporting',
    match: [
      `https://p${portal}.gov.example.cn/*`,
      `http://10.0.${portal % 250}.1:${8000 + portal}/app${portal}/*`,
      `*://*.d${portal % 100}.example.cn/p${portal}/*`,
      `https://shared.example.cn/p${portal}/*`,
    ].slice(0, PATTERNS_EACH),
  }));
  const parsed = parseDomainConfig(
    JSON.stringify({ format: 1, id: 'big', version: 1, title: { en: 'Big' }, portals }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.slice(0, 3)));
  return parsed.value.config;
}

/** The most a file may hold, full of whatever `filler` makes. */
function fullDocument(filler: (index: number) => unknown): string {
  const portals: unknown[] = [];
  let bytes = 200;
  for (let index = 0; ; index += 1) {
    const portal = filler(index);
    bytes += new TextEncoder().encode(JSON.stringify(portal)).length + 1;
    if (bytes > MAX_CONFIG_BYTES) break;
    portals.push(portal);
  }
  return JSON.stringify({ format: 1, id: 'full', version: 1, title: { en: 'Full' }, portals });
}

function measure(): Measurement[] {
  const config = largestConfig();
  const matcher = compileMatcher(config);
  const addresses = Array.from({ length: 2_000 }, (_, index) => {
    const portal = (index * 7) % PORTALS;
    return [
      `https://p${portal}.gov.example.cn/a/b?x=1#/c`,
      `http://10.0.${portal % 250}.1:${8000 + portal}/app${portal}/x`,
      `https://a.b.d${portal % 100}.example.cn/p${portal}/y`,
      `https://shared.example.cn/p${portal}/z`,
      `https://elsewhere${index}.com/`,
    ][index % 5] as string;
  });
  const wanted = hostPermissions(config.portals);
  const ids = config.portals.map(({ id }) => id);
  const good = fullDocument((index) => ({
    id: `p${index}`,
    title: { 'zh-CN': `系统${index}` },
    category: 'reporting',
    match: [`https://p${index}.example.cn/*`],
    forms: Array.from({ length: 12 }, (_, at) => ({ route: `/a/${at}/*`, submit: ['上报', '提交'] })),
  }));
  const isGood = parseDomainConfig(good).ok;
  if (!isGood) throw new Error('the good document is not good');
  const bad = fullDocument((index) => ({ id: index, titel: {}, match: ['*://*/*', 7, 'x'.repeat(50)] }));
  return [
    timed(
      'match one address',
      0.05,
      200,
      () => addresses.map((one) => matchAddress(matcher, one)),
      addresses.length,
    ),
    timed('reconcile 500 portals', 200, 50, () => {
      reconcile(wanted.slice(0, wanted.length / 2), contentScriptMatches(config.portals));
      pagePlans(config, ids);
    }),
    timed('compile the matcher', 200, 50, () => compileMatcher(config)),
    timed('check 256 KiB, good', 50, 50, () => parseDomainConfig(good)),
    timed('check 256 KiB, bad', 50, 50, () => parseDomainConfig(bad)),
  ];
}

/** Other programs take the wall clock's time; what they take is not counted in the processor's. */
function timed(name: string, limitMs: number, runs: number, work: () => unknown, per = 1): Measurement {
  for (let warm = 0; warm < 5; warm += 1) work();
  const times = Array.from({ length: runs }, () => {
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / 1_000 / per, wall: (performance.now() - startedAt) / per };
  });
  const median = (of: 'cpu' | 'wall') => times.map((each) => each[of]).sort((a, b) => a - b)[runs >> 1] ?? 0;
  return { name, cpuMs: median('cpu'), wallMs: median('wall'), limitMs };
}

export async function run(): Promise<{ passed: boolean; text: string }> {
  const measured = measure();
  let text =
    '# The largest list: 500 portals, 2,000 patterns; 256 KiB of document\n\nMicroseconds, Node, medians. Written by `npm run bench`.\n\n| what | processor | wall clock | bar |\n| --- | --- | --- | --- |\n';
  for (const { name, cpuMs, wallMs, limitMs } of measured) {
    const [cpu, wall, limit] = [cpuMs, wallMs, limitMs].map((ms) => (ms * 1_000).toFixed(1));
    text += `| ${name} | ${cpu} | ${wall} | ${limit} |\n`;
  }
  return { passed: measured.every(({ cpuMs, limitMs }) => cpuMs <= limitMs), text };
}

export const keep = (text: string): Promise<void> =>
  writeFile(new URL('config-match.md', import.meta.url), text);
