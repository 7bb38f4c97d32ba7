// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fingerprints } from '../../components/fingerprints';
import { ReportRepeats, TodayRepeats } from '../../components/repeat-sections';
import type { Repeated, RepeatLine } from '../../utils/storage/overview';
import { overviewOf, portalLine } from './fixtures';
import { type Locale, speak } from './speak';

const share = { entries: 5, pasted: 2, filled: 1, retypeMs: 95_000 };
const line = (more: Partial<RepeatLine> = {}): RepeatLine => ({
  actionId: 'a1',
  portalId: 'b',
  title: '乡镇信息采集平台',
  at: Date.UTC(2026, 10, 23, 2, 14),
  utcOffsetMin: 480,
  scope: 'crossPortal',
  sharedEntries: 4,
  eligibleEntries: 5,
  repeatMs: 95_000,
  had: ['村级综合台账', '民政系统'],
  hadAt: Date.UTC(2026, 10, 23, 1, 5),
  correctionId: null,
  ...more,
});
const LINES = [line(), line({ actionId: 'a2', scope: 'sameForm', had: [] })];
const repeated = (more: Partial<Repeated> = {}): Repeated => ({
  pairs: [
    {
      from: { portalId: 'a', title: '村级综合台账' },
      to: { portalId: 'b', title: '乡镇信息采集平台' },
      ...share,
    },
  ],
  forms: [
    {
      portalId: 'b',
      title: '乡镇信息采集平台',
      formKey: 'f',
      route: '/#/report',
      repeats: 2,
      entries: 9,
      repeatMs: 125_000,
    },
  ],
  shared: share,
  ...more,
});
const overview = (counted: number, more: Partial<Repeated> = {}) =>
  overviewOf([portalLine('b', 3_600_000, { repeatsCrossPortal: counted })], { repeated: repeated(more) });
const ready = (value: RepeatLine[]) => ({ state: 'ready' as const, value });
const draw = (lines: RepeatLine[] = LINES, more: Partial<Repeated> = {}) => {
  const given = { onNotARepeat: vi.fn(), onUndo: vi.fn() };
  const { container } = render(
    <ReportRepeats overview={overview(lines.length, more)} lines={ready(lines)} problem={null} {...given} />,
  );
  return { container, given };
};
const drawToday = (counted: number, lines: RepeatLine[], more: Partial<Repeated> = {}) => {
  const given = { onNotARepeat: vi.fn(), onUndo: vi.fn(), onOpen: vi.fn() };
  const drawn = (left: number) => (
    <TodayRepeats overview={overview(left, more)} lines={ready(lines)} {...given} />
  );
  const { container, rerender } = render(drawn(counted));
  return { container, given, redraw: (left: number) => rerender(drawn(left)) };
};

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('what was given twice', () => {
  it('says that and where, with times and counts', () => {
    draw();
    expect(screen.getByText('可比对的 5 项里，4 项已在别处填过：村级综合台账；民政系统')).toBeTruthy();
    expect(screen.getByText('与 09:05 交的是同一张表：可比对的 5 项里，4 项相同')).toBeTruthy();
    expect(screen.getByText('5 项别处填过的内容：重新键入 2 项，粘贴 2 项，浏览器代填 1 项。')).toBeTruthy();
    expect(screen.getAllByText('10:14')).toHaveLength(2);
  });

  it('can be called no repeat, and that can be taken back', () => {
    const { given } = draw([line(), line({ actionId: 'a2', correctionId: 'c9' })]);
    fireEvent.click(screen.getByRole('button', { name: /不是重复/ }));
    expect(given.onNotARepeat).toHaveBeenCalledWith('a1');
    fireEvent.click(screen.getByRole('button', { name: /撤销/ }));
    expect(given.onUndo).toHaveBeenCalledWith('c9');
    expect(screen.getByText('按您说的，没有计入')).toBeTruthy();
  });

  it('is short in the popup, counts what still counts, and reads the single ones when opened', () => {
    const lines = [line(), line({ actionId: 'a2', correctionId: 'c9' })];
    const { container, given, redraw } = drawToday(1, lines);
    expect(container.querySelectorAll('[data-repeat]')).toHaveLength(0);
    expect(given.onOpen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '今天的重复：1 次' }));
    expect(given.onOpen).toHaveBeenCalledOnce();
    expect(container.querySelectorAll('[data-repeat]')).toHaveLength(2);
    expect(screen.getByText('乡镇信息采集平台要的 5 项，村级综合台账已有')).toBeTruthy();
    // The last one was just called none: the way back stays.
    redraw(0);
    expect(screen.getByRole('button', { name: '今天的重复：0 次' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /撤销/ }));
    expect(given.onUndo).toHaveBeenCalledWith('c9');
  });

  it('leaves the rest of a long day to the report', () => {
    const lines = Array.from({ length: 9 }, (_, n) => line({ actionId: `a${n}` }));
    const { container } = drawToday(9, lines);
    fireEvent.click(screen.getByRole('button', { name: '今天的重复：9 次' }));
    expect(container.querySelectorAll('[data-repeat]')).toHaveLength(5);
    expect(screen.getByRole('link', { name: '其余 4 次见报告' })).toBeTruthy();
  });

  it('takes no room in the popup when there is nothing', () => {
    expect(drawToday(0, [], { pairs: [] }).container.textContent).toBe('');
  });

  it('begins with eight rows in the report, and shows the others when asked', () => {
    const [pair] = repeated().pairs;
    const pairs = Array.from({ length: 20 }, (_, n) => ({
      ...(pair as Repeated['pairs'][number]),
      from: { portalId: `p${n}`, title: `系统 ${n}` },
    }));
    const { container } = draw(LINES, { pairs });
    expect(container.querySelectorAll('[data-pair]')).toHaveLength(8);
    const more = screen.getByRole('button', { name: '其余 12 行' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more);
    expect(container.querySelectorAll('[data-pair]')).toHaveLength(20);
    fireEvent.click(screen.getByRole('button', { name: '只看前 8 行' }));
    expect(container.querySelectorAll('[data-pair]')).toHaveLength(8);
  });

  it('draws who asks whom when more than two portals are involved', () => {
    const to = { portalId: 'b', title: '乡镇信息采集平台' };
    const pairs = ['a', 'c'].map((portalId) => ({
      from: { portalId, title: `系统 ${portalId}` },
      to,
      ...share,
    }));
    const { container } = draw(LINES, { pairs });
    const picture = container.querySelector('svg.square-grid') as SVGElement;
    expect(picture.getAttribute('aria-label')).toContain('3 个系统，2 对');
    expect([...picture.querySelectorAll('g title')].map(({ textContent }) => textContent)).toEqual([
      '乡镇信息采集平台要的 5 项，系统 a已有',
      '乡镇信息采集平台要的 5 项，系统 c已有',
    ]);
    cleanup();
    expect(draw().container.querySelector('svg.square-grid')).toBeNull();
  });

  it.each<Locale>(['zh_CN', 'en'])('has nothing that axe-core objects to (%s)', async (locale) => {
    speak(locale);
    const { container } = draw();
    document.body.append(container);
    // Landmarks and headings are the page's matter.
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the fingerprints', () => {
  it('are deleted only when asked twice', () => {
    const onForget = vi.fn();
    render(<Fingerprints count={{ state: 'ready', value: 1234 }} onForget={onForget} />);
    expect(screen.getByText('现有指纹的填报：1,234 次')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '立即删除指纹' }));
    expect(onForget).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(onForget).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: '立即删除指纹' })).toBeTruthy();
  });
});
