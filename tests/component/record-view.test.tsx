// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeletionPanel } from '../../components/deletion-panel';
import { NO_FILTER, RecordView } from '../../components/record-view';
import { EVIDENCE } from '../../utils/domain/outcomes';
import { type Action, END_REASONS } from '../../utils/domain/records';
import type { RecordPage, RecordRow } from '../../utils/storage/overview';
import { action, span } from '../fixtures/facts';
import { MESSAGES, speak } from './speak';

const AT = Date.UTC(2026, 10, 23, 1, 5);
const row = (facts: Partial<Action>, more: Partial<RecordRow> = {}): RecordRow => {
  const one = action({ at: AT, ...facts });
  return {
    id: one.id,
    portalTitle: '村务管理平台',
    localDate: one.localDate,
    at: one.at,
    utcOffsetMin: 480,
    route: '/report/:n',
    activeMs: 90_000,
    fact: { kind: 'action', action: one },
    corrections: [],
    ...more,
  };
};
const pageOf = (rows: RecordRow[], more: Partial<RecordPage> = {}): RecordPage => ({
  rows,
  next: null,
  personId: 'p',
  portals: [{ id: 'village', title: '村务管理平台' }],
  ...more,
});

function draw(page: RecordPage) {
  const given = {
    onFilter: vi.fn(),
    onOlder: vi.fn(),
    onNewer: vi.fn(),
    onCorrect: vi.fn(),
    onUndo: vi.fn(),
  };
  render(<RecordView live={{ state: 'ready', value: page }} filter={NO_FILTER} page={1} {...given} />);
  return given;
}

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the record', () => {
  it('tells the time by the clock of whoever was there', () => {
    draw(pageOf([row({})]));
    expect(screen.getByText('09:05')).toBeTruthy();
    expect(screen.getByText('11月23日周一')).toBeTruthy();
  });

  it('says in words why a row counts, mark by mark', () => {
    draw(pageOf([row({ evidence: ['gesture:click', 'message:success'] })]));
    fireEvent.click(screen.getByRole('button', { name: /为什么/ }));
    expect(screen.getByText('算作一次填报，因为：')).toBeTruthy();
    expect(screen.getByText('页面弹出成功的提示')).toBeTruthy();
    expect(screen.getByText('把握：确认。')).toBeTruthy();
  });

  it('has words for every mark and every end', () => {
    for (const mark of EVIDENCE) expect(MESSAGES.zh_CN).toHaveProperty(`evidence_${mark.replace(':', '_')}`);
    for (const reason of END_REASONS) expect(MESSAGES.zh_CN).toHaveProperty(`ended_${reason}`);
  });

  it('takes the person’s word, and takes it back', () => {
    const said = { id: 'c1', personId: 'p', kind: 'strike', value: null, at: 1, undoneAt: null } as const;
    const struck = row({ at: AT - 1 });
    const rows = [row({}), { ...struck, corrections: [{ ...said, targetId: struck.id }] }];
    const { onCorrect, onUndo } = draw(pageOf(rows));
    for (const button of screen.getAllByRole('button', { name: /为什么/ })) fireEvent.click(button);
    fireEvent.click(screen.getByRole('button', { name: '划掉，不计' }));
    expect(onCorrect).toHaveBeenCalledWith({ targetId: rows[0]?.id, kind: 'strike', value: null });
    fireEvent.click(screen.getByRole('button', { name: '其实没成功' }));
    expect(onCorrect).toHaveBeenCalledWith({ targetId: rows[0]?.id, kind: 'outcome', value: 'rejected' });
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(onUndo).toHaveBeenCalledWith('c1');
  });

  it('shows stretches of time with why they ended', () => {
    const one = span({ startedAt: AT, ms: 300_000 });
    draw(pageOf([row({}, { id: one.id, fact: { kind: 'span', span: one } })]));
    fireEvent.click(screen.getByRole('button', { name: /为什么/ }));
    expect(screen.getByText('这一段结束：焦点去了别的窗口。')).toBeTruthy();
  });

  it('says when it has looked far without finding', () => {
    const { onOlder } = draw(pageOf([], { next: { at: AT, ids: [] } }));
    expect(screen.getByText(/可以往更早找/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '更早的' }));
    expect(onOlder).toHaveBeenCalled();
  });
});

describe('deleting', () => {
  it('asks once, says what will be gone, and does nothing when refused', async () => {
    const onDelete = vi.fn(async () => true);
    const onCount = vi.fn(async () => ({ spans: 1_234, actions: 56 }));
    const portals = [{ id: 'village', title: '村务管理平台' }];
    render(<DeletionPanel portals={portals} today="2026-11-23" onCount={onCount} onDelete={onDelete} />);
    fireEvent.click(screen.getByRole('button', { name: '删除这一天' }));
    const alert = screen.getByRole('alert');
    expect(await within(alert).findByText(/11月23日周一：56 次打卡和填报、1,234 段用时/)).toBeTruthy();
    fireEvent.click(within(alert).getByRole('button', { name: '不了' }));
    expect(onDelete).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('哪个系统'), { target: { value: 'village' } });
    fireEvent.click(screen.getByRole('button', { name: '删除这个系统的记录' }));
    fireEvent.click(await within(alert).findByRole('button', { name: '删除' }));
    expect(onDelete).toHaveBeenCalledWith({ scope: 'portal', portalId: 'village' });
    expect(await within(alert).findByText('已经删除。')).toBeTruthy();
  });
});
