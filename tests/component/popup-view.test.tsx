// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { METRIC_IDS, metricValue } from '../../components/metrics';
import { PopupView, type PopupViewProps } from '../../components/popup-view';
import type { Overview } from '../../utils/storage/overview';
import { BUSY_DAY, dayPoint, overviewOf, portalLine } from './fixtures';
import { type Locale, speak } from './speak';

const PAUSED = { by: 'person' as const, since: 0, until: null };
const ready = (value: Overview) => ({ state: 'ready' as const, value });

function props(today: Overview, more: Partial<PopupViewProps> = {}): PopupViewProps {
  return {
    today: ready(today),
    week: ready(today),
    regions: ['浙江省'],
    hostsGranted: true,
    page: { state: 'absent' },
    problem: null,
    onStart: vi.fn(),
    onPause: vi.fn(),
    onChoosePerson: vi.fn(),
    onAddPerson: vi.fn(),
    ...more,
  };
}

const draw = (today: Overview, more: Partial<PopupViewProps> = {}) => {
  const given = props(today, more);
  return { ...render(<PopupView {...given} />), given };
};

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the hooks of the popup', () => {
  it('are one element for every figure, with its unrounded value', () => {
    const today = overviewOf(BUSY_DAY);
    const { container } = draw(today);
    for (const id of METRIC_IDS) {
      const found = container.querySelectorAll<HTMLElement>(`[data-metric="${id}"]`);
      expect(found, id).toHaveLength(1);
      expect(Number(found[0]?.dataset.value), id).toBe(metricValue(today.totals, id));
    }
  });

  it('of a portal cannot be taken for totals', () => {
    const { container } = draw(overviewOf(BUSY_DAY));
    const lines = [...container.querySelectorAll<HTMLElement>('[data-portal-metric="activeMs"]')];
    expect(lines.map(({ dataset }) => [dataset.portal, Number(dataset.value)])).toEqual(
      BUSY_DAY.map((line) => [line.portalId, line.activeMs]),
    );
    expect(container.querySelectorAll('[data-metric][data-portal]')).toHaveLength(0);
  });

  it('say the unrounded duration on hover and to screen readers', () => {
    draw(overviewOf(BUSY_DAY));
    expect(screen.getAllByTitle('1 小时 18 分 13.4 秒').length).toBeGreaterThan(0);
  });
});

describe('a figure', () => {
  it('opens its definition with threshold, evidence, bound and coverage, and closes again', () => {
    draw(overviewOf(BUSY_DAY));
    const figure = screen.getByRole('button', { name: /^填报/ });
    fireEvent.click(figure);
    expect(figure.getAttribute('aria-expanded')).toBe('true');
    const panel = document.getElementById(figure.getAttribute('aria-controls') ?? '') as HTMLElement;
    expect(within(panel).getByText(/亲手提交/)).toBeTruthy();
    expect(panel.textContent).toContain('明确确认的 6 次，多半成功的 2 次');
    expect(panel.textContent).toContain('空闲界限 T：60 秒');
    expect(panel.textContent).toContain('是下限');
    expect(panel.textContent).toContain('观测到的时间：8 小时');
    fireEvent.click(figure);
    expect(screen.queryByText(/亲手提交/)).toBeNull();
  });
});

describe('the states of the popup', () => {
  it('before consent: the consent, and the start with the chosen province', () => {
    const { given, container } = draw(overviewOf([], { consented: false, person: null, people: [] }));
    expect(container.querySelector('[data-metric]')).toBeNull();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '浙江省' } });
    fireEvent.click(container.querySelector('[data-action="start-recording"]') as HTMLElement);
    expect(given.onStart).toHaveBeenCalledWith('浙江省');
  });

  it('no host granted: says so and leads to the page that asks', () => {
    const { container } = draw(overviewOf([]), { hostsGranted: false });
    expect(screen.getByRole('link', { name: '去授权' }).getAttribute('href')).toBe('/configs.html');
    expect(container.querySelector('[data-metric="burdenMs"]')?.textContent).toBe('未观测');
  });

  it('not observed: words where a zero would lie', () => {
    const day = dayPoint('2026-11-23', 0, 0, false);
    const { container } = draw(overviewOf([], { days: [day] }));
    expect(container.querySelector('[data-metric="burdenMs"]')?.textContent).toBe('未观测');
    expect(screen.getByText(/不等于零/)).toBeTruthy();
  });

  it('nothing seen: a true zero', () => {
    const { container } = draw(overviewOf([]));
    expect(container.querySelector('[data-metric="burdenMs"]')?.textContent).toContain('0 分');
    expect(screen.getByText(/还没有打开过/)).toBeTruthy();
  });

  it('paused: pressed, and resumed from either place', () => {
    const { given, container } = draw(overviewOf(BUSY_DAY, { paused: true, pause: PAUSED }));
    const pause = container.querySelector('[data-action="pause"]') as HTMLElement;
    expect(pause.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(pause);
    fireEvent.click(screen.getByRole('button', { name: '继续记录' }));
    expect(given.onPause).toHaveBeenNthCalledWith(1, false);
    expect(given.onPause).toHaveBeenNthCalledWith(2, false);
  });

  it('unassigned: asks who is here, before any figure', () => {
    const { given, container } = draw(overviewOf(BUSY_DAY, { unassigned: true, person: null }));
    expect(container.querySelector('[data-metric]')).toBeNull();
    fireEvent.click(within(container.querySelector('.who') as HTMLElement).getByText('小李'));
    expect(given.onChoosePerson).toHaveBeenCalledWith('p2');
  });

  it('loading and failed: no figure, and what to do', () => {
    const { container, rerender } = render(
      <PopupView {...props(overviewOf([]))} today={{ state: 'loading' }} />,
    );
    expect(screen.getByRole('status')).toBeTruthy();
    rerender(<PopupView {...props(overviewOf([]))} today={{ state: 'failed' }} />);
    expect(screen.getByRole('alert').textContent).toContain('没有删除任何记录');
    expect(container.querySelector('[data-metric]')).toBeNull();
  });
});

describe('the list of portals', () => {
  it('shows five and the number of the others, all on a press', () => {
    const lines = Array.from({ length: 9 }, (_, index) => portalLine(`n${index}`, 9_000_000 - index));
    const { container } = draw(overviewOf(lines));
    expect(container.querySelectorAll('.portal-line')).toHaveLength(5);
    fireEvent.click(screen.getByText('…其余 4 个'));
    expect(container.querySelectorAll('.portal-line')).toHaveLength(9);
  });
});

describe.each<Locale>(['zh_CN', 'en'])('the popup in %s', (locale) => {
  it('has nothing that axe finds', async () => {
    speak(locale);
    const { container } = draw(overviewOf(BUSY_DAY, { paused: true, pause: PAUSED }));
    // Names, roles and states; colours and layout need a real engine and are checked there.
    const { violations } = await axe.run(container, {
      runOnly: ['wcag2a', 'wcag21a'],
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }, 60_000);
});
