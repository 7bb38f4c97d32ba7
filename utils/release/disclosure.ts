// The disclosure report: what was withheld and why, by which rules, and what stays open.
import { DOMINANCE_ONE, DOMINANCE_TWO, INDICATORS } from '../domain/package/indicators';
import type { Release } from './release';

const STATUSES = ['published', 'few_people', 'dominance', 'complementary'] as const;
const percent = (share: number): string => `${share * 100} %`;

export interface Disclosure {
  counts: Record<(typeof STATUSES)[number], number>;
  zh: string;
  en: string;
}

export function reportDisclosure(release: Release, packages: number): Disclosure {
  const rows = [...release.indicators, ...release.pairs];
  const counts = Object.fromEntries(
    STATUSES.map((status) => [status, rows.filter((row) => row.status === status).length]),
  ) as Disclosure['counts'];
  const byIndicator = INDICATORS.map((indicator) => {
    const own = release.indicators.filter((row) => row.indicator === indicator);
    return [indicator, ...STATUSES.map((status) => own.filter((row) => row.status === status).length)];
  });
  const pairs = [
    'pair_table',
    ...STATUSES.map((status) => release.pairs.filter((row) => row.status === status).length),
  ];
  const table = (head: string[]) =>
    [head, head.map(() => '---'), ...byIndicator, pairs]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  const { minPeople, noise } = release.parameters;
  return {
    counts,
    zh: [
      '# 披露控制报告',
      `${packages} 份数据包，${release.people} 人。`,
      noise
        ? `加了拉普拉斯噪声，ε = ${noise.epsilon}，平均分给 ${INDICATORS.length} 个指标和人数；每人最多计入 ${noise.maxCells} 格，每格不超过各指标的上限：${JSON.stringify(noise.caps)}。再发布一次，ε 相加。噪声后人数不到 ${minPeople} 的格不公布；系统对不公布。`
        : `每个公布的数至少有 ${minPeople} 人；一人超过 ${percent(DOMINANCE_ONE)}、两人超过 ${percent(DOMINANCE_TWO)} 的不公布；能由其他数减出来的也不公布（逐行逐列，并对全表消元核对）。`,
      table(['指标', '公布', '人太少', '一两人占大头', '防相减']),
      '同一批数据按不同的 k 再发布，不会多露出什么：k 大时隐去的包含 k 小时隐去的。但人数有增减后再发布，两次的差可能说出增减的那几个人：等每格都多出至少 k 人再发布。',
      '不公布的原因（人太少、占大头）本身也是一点信息。合计都是下限，看不到手机。',
      '',
    ].join('\n\n'),
    en: [
      '# Disclosure report',
      `${packages} packages, ${release.people} people.`,
      noise
        ? `Laplace noise was added, epsilon = ${noise.epsilon}, shared out evenly among ${INDICATORS.length} indicators and the count of people; each person counts in at most ${noise.maxCells} cells, in each at most the cap of the indicator: ${JSON.stringify(noise.caps)}. Another release adds its epsilon. Cells with fewer than ${minPeople} people after noise are withheld; pairs of portals are not published.`
        : `Every published figure has at least ${minPeople} people; where one gives more than ${percent(DOMINANCE_ONE)} or two more than ${percent(DOMINANCE_TWO)}, it is withheld; so is what would follow from others by subtraction (line by line, and checked by elimination over the whole table).`,
      table(['indicator', 'published', 'few people', 'dominance', 'complementary']),
      'Publishing the same data again at another k shows nothing more: what is withheld at a smaller k is withheld at a greater one. But after people have come or gone, the difference of two releases may tell of those few: wait until at least k more people are in every cell.',
      'The reason why a figure is withheld is itself a little information. All totals are lower bounds: phones are not seen.',
      '',
    ].join('\n\n'),
  };
}
