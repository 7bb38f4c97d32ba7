// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { METRIC_IDS, metricValue } from '../../components/metrics';
import { type ReportTab, ReportView } from '../../components/report-view';
import { datesBetween } from '../../utils/domain/local-day';
import type { RangeChoice } from '../../utils/domain/report-range';
import type { Overview, ReportRest } from '../../utils/storage/overview';
import { BUSY_DAY, dayPoint, overviewOf, portalLine } from './fixtures';
import { speak } from './speak';

const TODAY = '2026-11-23';
const DAYS = [dayPoint('2026-11-22', 0, 0, false), dayPoint(TODAY, 4_693_400, 4_813_900)];

function draw(
  overview: Overview,
  more: Partial<ReportRest> & { tab?: ReportTab; choice?: RangeChoice } = {},
) {
  const { tab = 'figures', choice = { unit: 'day', anchor: TODAY }, ...rest } = more;
  const onChoice = vi.fn();
  const onPrint = vi.fn();
  const { from, to } = overview;
  const below: ReportRest = { from, to, before: overviewOf([]), dormant: [], ...rest };
  const drawn = render(
    <ReportView
      live={{ state: 'ready', value: overview }}
      rest={{ state: 'ready', value: below }}
      tab={tab}
      choice={choice}
      today={TODAY}
      onChoice={onChoice}
      onPrint={onPrint}
      record={<p>rows</p>}
    />,
  );
  return { ...drawn, onChoice, onPrint };
}

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the report', () => {
  it('has one element for the total of every figure', () => {
    const overview = overviewOf(BUSY_DAY, { days: DAYS });
    const { container } = draw(overview);
    for (const id of METRIC_IDS) {
      const found = container.querySelectorAll<HTMLElement>(`[data-metric="${id}"]`);
      expect(found, id).toHaveLength(1);
      expect(Number(found[0]?.dataset.value), id).toBe(metricValue(overview.totals, id));
    }
  });

  it('says of a day it could not see that it could not', () => {
    const { container } = draw(overviewOf(BUSY_DAY, { days: DAYS, from: '2026-11-22' }));
    expect(screen.getByRole('img', { name: /11月22日周日 未观测；11月23日周一 1 小时 18 分/ })).toBeTruthy();
    expect(container.querySelector('td.unobserved')?.textContent).toBe('未观测');
  });

  it('before consent leads to it', () => {
    draw(overviewOf([], { consented: false }));
    expect(screen.getByRole('link', { name: '去看看记什么' })).toBeTruthy();
  });

  it('compares with the stretch before, or says that nothing was observed there', () => {
    const before = overviewOf(BUSY_DAY, { from: '2026-11-22', to: '2026-11-22' });
    const { container } = draw(overviewOf(BUSY_DAY), { before });
    expect(container.querySelectorAll('.comparison tbody tr').length).toBeGreaterThan(5);
    cleanup();
    draw(overviewOf(BUSY_DAY), {
      before: overviewOf([], {
        days: [dayPoint('2026-11-22', 0, 0, false)],
        from: '2026-11-22',
        to: '2026-11-22',
      }),
    });
    expect(screen.getByText('11月22日周日 没有观测，没法比。')).toBeTruthy();
  });

  it('claims deadlines only where they are declared, and draws a distribution else', () => {
    const days = datesBetween('2026-10-25', TODAY).map((date) => ({
      ...dayPoint(date, 60_000),
      submissions: 1,
    }));
    const line = portalLine('a', 60_000, { submissions: 30 });
    draw(overviewOf([line], { days }));
    expect(screen.getByText('在每月的哪一天填报')).toBeTruthy();
    expect(screen.queryByText('截止时间')).toBeNull();
    cleanup();
    draw(overviewOf([{ ...line, submissionsDue: 30, submissionsBunched: 21 }], { days }));
    expect(screen.getByText('有截止时间的填报 30 次，其中 21 次在截止前 24 小时内。')).toBeTruthy();
    expect(screen.queryByText('在每月的哪一天填报')).toBeNull();
  });

  it('hatches hours and days it could not see, and squares grow by area', () => {
    const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
    (hours[0] as number[])[9] = 3_600_000;
    (hours[0] as number[])[10] = 900_000;
    const seen = hours.map((day) => [...day]);
    (seen[0] as number[])[11] = 3_600_000;
    const { container } = draw(overviewOf(BUSY_DAY, { hours, observedHours: seen }));
    const grid = container.querySelector('.square-grid') as SVGElement;
    const [full, quarter] = [...grid.querySelectorAll('rect.seen')].map((one) =>
      Number(one.getAttribute('width')),
    );
    expect((full as number) ** 2 / (quarter as number) ** 2).toBeCloseTo(4);
    expect(grid.querySelectorAll('rect.nothing')).toHaveLength(1);
    expect(grid.querySelectorAll('rect.unseen-day')).toHaveLength(7 * 24 - 3);
  });

  it('names portals that were not used here, and those never used apart', () => {
    draw(overviewOf(BUSY_DAY), {
      dormant: [
        { portalId: 'x', title: '村务', lastDate: '2026-09-01', days: 83 },
        { portalId: 'y', title: '党建', lastDate: '2026-11-20', days: 3 },
        { portalId: 'z', title: '应急', lastDate: null, days: null },
      ],
    });
    expect(screen.getByText('83 天')).toBeTruthy();
    expect(screen.queryByText('党建')).toBeNull();
    expect(screen.getByText(/另有 1 个系统/)).toBeTruthy();
  });
});

describe('the range', () => {
  it('changes by unit and keeps what is on show', () => {
    const { onChoice } = draw(overviewOf(BUSY_DAY, { to: '2026-11-20' }));
    fireEvent.click(screen.getByRole('button', { name: '月' }));
    expect(onChoice).toHaveBeenCalledWith({ unit: 'month', anchor: '2026-11-20' });
  });

  it('steps back, and not into the future', () => {
    const { onChoice } = draw(overviewOf(BUSY_DAY));
    fireEvent.click(screen.getByRole('button', { name: '往前' }));
    expect(onChoice).toHaveBeenCalledWith({ unit: 'day', anchor: '2026-11-22' });
    expect((screen.getByRole('button', { name: '往后' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('takes two dates, and says why some are none', () => {
    const { onChoice } = draw(overviewOf(BUSY_DAY), { choice: { unit: 'dates', from: TODAY, to: TODAY } });
    fireEvent.input(screen.getByLabelText('从'), { target: { value: '2026-11-24' } });
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    expect(screen.getByText('请填两个日期，先开始后结束。')).toBeTruthy();
    expect(onChoice).not.toHaveBeenCalled();
    fireEvent.input(screen.getByLabelText('从'), { target: { value: '2026-11-01' } });
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    expect(onChoice).toHaveBeenCalledWith({ unit: 'dates', from: '2026-11-01', to: TODAY });
  });
});

describe('the statement', () => {
  it('is one sheet with its method and limits, and prints', () => {
    const { onPrint } = draw(overviewOf(BUSY_DAY, { days: DAYS, from: '2026-11-22' }), { tab: 'statement' });
    expect(screen.getByText(/共 2 天，其中 1 天有观测/)).toBeTruthy();
    expect(screen.getByText(/功能相似/)).toBeTruthy();
    expect(screen.getByText(/都是下限/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '打印这一页' }));
    expect(onPrint).toHaveBeenCalled();
  });

  it('states nothing about a range that was not observed', () => {
    const { container } = draw(overviewOf([], { days: [dayPoint(TODAY, 0, 0, false)] }), {
      tab: 'statement',
    });
    expect(container.querySelector('.sheet')).toBeNull();
  });
});
