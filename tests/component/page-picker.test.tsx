// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PagePicker } from '../../components/editor/page-picker';
import type { PickerFacts, PickReview } from '../../components/editor/picker-types';
import { speak } from './speak';

const TABS: PickerFacts['tabs'] = [
  { tabId: 7, title: '村务管理平台', frames: [{ frameId: 0, title: '村务管理平台', route: '/#/monthly' }] },
  {
    tabId: 9,
    title: '一网统管平台',
    frames: [
      { frameId: 0, title: '一网统管平台', route: '/attend' },
      { frameId: 44, title: '一网统管平台', route: '/sign' },
    ],
  },
];
const REVIEW: PickReview = {
  kind: 'success',
  title: '村务管理平台',
  words: '已收妥',
  route: '/#/monthly/*',
  places: 2,
  known: false,
  works: true,
  week: { spans: 3, checkIns: 0, submissions: 4 },
  inDraft: true,
  likely: 'form',
};

function draw(facts: PickerFacts) {
  const actions = {
    onFind: vi.fn(),
    onPick: vi.fn(),
    onStop: vi.fn(),
    onKeep: vi.fn(),
    onDrop: vi.fn(),
    onUndo: vi.fn(),
  };
  return { ...render(<PagePicker facts={facts} {...actions} />), actions };
}
const review = (more: Partial<PickReview> = {}) =>
  draw({ tabs: TABS, phase: { state: 'review', review: { ...REVIEW, ...more } } });
const keepButton = (container: Element) =>
  container.querySelector('[data-action="keep-pick"]') as HTMLButtonElement;

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('picking on the page', () => {
  it('asks for no page before somebody looks, and says what to do when there is none', () => {
    const { actions, container, rerender } = draw({ tabs: null, phase: { state: 'idle' } });
    expect(container.querySelector('[data-pick]')).toBeNull();
    fireEvent.click(screen.getByText('找打开着的系统页面'));
    expect(actions.onFind).toHaveBeenCalledOnce();
    rerender(<PagePicker facts={{ tabs: [], phase: { state: 'idle' } }} {...actions} />);
    expect(container.querySelector('[data-tabs="0"]')?.textContent).toContain('另一个标签页');
  });

  it('points into the page that was chosen, and into those of its frames that were', () => {
    const { actions, container } = draw({ tabs: TABS, phase: { state: 'idle' } });
    fireEvent.click(screen.getByText('这个按钮是打卡'));
    expect(actions.onPick).toHaveBeenLastCalledWith(7, [0], 'checkIn');
    fireEvent.click(container.querySelectorAll('input[type=radio]')[1] as Element);
    fireEvent.click(screen.getByText('不记这张表单'));
    expect(actions.onPick).toHaveBeenLastCalledWith(9, [0, 44], 'ignore');
    fireEvent.click(container.querySelectorAll('input[type=checkbox]')[0] as Element);
    fireEvent.click(screen.getByText('这个按钮是提交'));
    expect(actions.onPick).toHaveBeenLastCalledWith(9, [44], 'submit');
    fireEvent.click(container.querySelectorAll('input[type=checkbox]')[1] as Element);
    expect((screen.getByText('这个按钮是提交') as HTMLButtonElement).disabled).toBe(true);
  });

  it('shows the rule, what it fits and the last seven days, and keeps the words as they were put right', () => {
    const { actions, container } = review();
    expect(container.textContent).toContain('/#/monthly/*');
    expect(container.textContent).toContain('有 2 处符合');
    expect(container.querySelector('[data-week]')?.textContent).toContain('停留 3 段，打卡 0 次，填报 4 次');
    fireEvent.input(screen.getByLabelText('字样'), { target: { value: ' 收妥 ' } });
    fireEvent.click(keepButton(container));
    expect(actions.onKeep).toHaveBeenLastCalledWith('收妥', 'form');
    fireEvent.click(screen.getByText('打卡'));
    expect(container.textContent).toContain('整个系统');
    fireEvent.click(keepButton(container));
    expect(actions.onKeep).toHaveBeenLastCalledWith('收妥', 'checkIn');
  });

  it('keeps no empty words, and nothing for a portal the list lacks', () => {
    const { container } = review();
    fireEvent.input(screen.getByLabelText('字样'), { target: { value: '  ' } });
    expect(keepButton(container).disabled).toBe(true);
    cleanup();
    const other = review({ inDraft: false });
    expect(keepButton(other.container).disabled).toBe(true);
    expect(other.container.textContent).toContain('没有这个系统');
  });

  it('says of a form how many of last week’s submissions it would have left out', () => {
    const { actions, container } = review({ kind: 'ignore', words: '' });
    expect(container.textContent).toContain('这 4 次填报不会记下');
    fireEvent.click(keepButton(container));
    expect(actions.onKeep).toHaveBeenLastCalledWith('', 'form');
  });

  it('says when a rule would do nothing, and when it is not needed', () => {
    expect(review({ works: false }).container.querySelector('.refused')?.textContent).toContain('也认不出');
    cleanup();
    expect(review({ known: true }).container.textContent).toContain('没有这条规则也认得');
  });

  it('can be stopped from here, and what was kept taken back', () => {
    const waiting = draw({ tabs: TABS, phase: { state: 'waiting' } });
    expect(waiting.container.querySelector('[data-pick]')).toBeNull();
    fireEvent.click(screen.getByText('停下'));
    expect(waiting.actions.onStop).toHaveBeenCalledOnce();
    cleanup();
    const kept = draw({ tabs: TABS, phase: { state: 'kept', title: '村务管理平台' } });
    fireEvent.click(screen.getByText('撤销'));
    expect(kept.actions.onUndo).toHaveBeenCalledOnce();
  });
});
