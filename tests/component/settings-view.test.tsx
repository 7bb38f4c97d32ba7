// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsView } from '../../components/settings-view';
import { TimeoutChoice } from '../../components/timeout-choice';
import { DEFAULT_HOURS } from '../../utils/domain/working-time';
import type { Overview } from '../../utils/storage/overview';
import { overviewOf, person } from './fixtures';
import { speak } from './speak';

const ready = (value: Overview) => ({ state: 'ready' as const, value });

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the settings', () => {
  const draw = (overview = overviewOf([])) => {
    const given = {
      onPause: vi.fn(),
      onBadge: vi.fn(),
      onOnlyWorkingHours: vi.fn(),
      onPrivateWords: vi.fn(),
      onTimeout: vi.fn(),
      onAddPerson: vi.fn(),
      onRenamePerson: vi.fn(),
      onRetirePerson: vi.fn(),
      onHours: vi.fn(),
      onDutyDay: vi.fn(),
      onRetention: vi.fn(),
      onStartPerson: vi.fn(),
      readLicences: async () => [{ name: 'preact', version: '1', licence: 'MIT', text: 'words' }],
      onCheckSums: vi.fn(async () => ({ days: 12, mended: 0 })),
    };
    render(
      <SettingsView live={ready(overview)} version="1.2.3" today="2026-11-23" problem={null} {...given} />,
    );
    return given;
  };

  it('rename a person, and retire one only when asked twice', () => {
    const given = draw();
    fireEvent.input(screen.getByLabelText('小李 的称呼'), { target: { value: ' 李会计 ' } });
    fireEvent.submit(screen.getByLabelText('小李 的称呼').closest('form') as HTMLFormElement);
    expect(given.onRenamePerson).toHaveBeenCalledWith('p2', '李会计');
    fireEvent.click(screen.getAllByText('停用')[1] as HTMLElement);
    expect(given.onRetirePerson).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByText('停用')[1] as HTMLElement);
    expect(given.onRetirePerson).toHaveBeenCalledWith('p2');
  });

  it('take words whose fields are never read, each once, and no blank ones', () => {
    const given = draw();
    const words = screen.getByLabelText('私密字样，一行一个');
    const save = screen.getByRole('button', { name: '保存字样' }) as HTMLButtonElement;
    expect(save.disabled).toBe(true);
    fireEvent.input(words, { target: { value: ' 血型 \n\n宗教\n血型\n' } });
    fireEvent.submit(words.closest('form') as HTMLFormElement);
    expect(given.onPrivateWords).toHaveBeenCalledWith('p1', ['血型', '宗教']);
    fireEvent.input(words, { target: { value: 'x'.repeat(41) } });
    expect(save.disabled).toBe(true);
    expect(screen.getByText(/最多 50 个/)).toBeTruthy();
  });

  it('record within working hours only when wished, and leave the badge off', () => {
    const given = draw();
    const only = screen.getByLabelText('只在我的上班时间记录') as HTMLInputElement;
    expect(only.checked).toBe(false);
    fireEvent.click(only);
    expect(given.onOnlyWorkingHours).toHaveBeenCalledWith('p1', true);
    expect((screen.getByLabelText(/^不显示/) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(screen.getByLabelText('今天的分钟数'));
    expect(given.onBadge).toHaveBeenCalledWith('minutes');
  });

  it('say by whom it is paused, and until when', () => {
    const until = new Date('2026-11-24T00:00:00').getTime();
    const paused = (by: 'person' | 'hours', end: number | null) =>
      overviewOf([], { paused: true, pause: { by, since: 0, until: end } });
    const given = draw(paused('person', null));
    fireEvent.click(screen.getByRole('button', { name: '明天自动继续' }));
    expect(given.onPause).toHaveBeenCalledWith(true, true);
    cleanup();
    draw(paused('person', until));
    expect(screen.getByText(/2026年11月24日.*起自动继续/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '明天自动继续' })).toBeNull();
    cleanup();
    // What the clock paused has no button that would do nothing.
    draw(paused('hours', until));
    expect(screen.getByText(/不在上班时间/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '暂停' })).toBeNull();
    expect(screen.queryByRole('button', { name: '继续记录' })).toBeNull();
  });

  it('take working hours from a day on, and refuse those that make no sense', () => {
    const given = draw();
    const monday = screen.getByLabelText('周一');
    fireEvent.input(monday, { target: { value: '9:00-8:00' } });
    const save = screen.getByText('保存上班时间') as HTMLButtonElement;
    expect(save.disabled).toBe(true);
    expect(screen.getByText(/先开始后结束/)).toBeTruthy();
    fireEvent.input(monday, { target: { value: '9:00-12:30 14:00-18:00' } });
    fireEvent.submit(save.closest('form') as HTMLFormElement);
    expect(given.onHours).toHaveBeenCalledWith('p1', '2026-11-23', {
      ...DEFAULT_HOURS,
      1: [
        [540, 750],
        [840, 1080],
      ],
    });
  });

  it('say what adding the sums up again has found', async () => {
    draw();
    fireEvent.click(screen.getByText('重新加一遍'));
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    expect(await screen.findByText('核对了 12 天，都对得上。')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('leave alone what the administrator fixed, and say so', () => {
    render(<TimeoutChoice idleTimeoutMs={60_000} locked onTimeout={() => undefined} />);
    expect((document.querySelector('.choices') as HTMLFieldSetElement).disabled).toBe(true);
    expect(screen.getByText(/由管理员统一设定/)).toBeTruthy();
  });

  it('keep the only person there is', () => {
    draw(overviewOf([], { people: [person('p1', '')] }));
    expect(screen.queryByText('停用')).toBeNull();
    expect(screen.getByPlaceholderText('我')).toBeTruthy();
  });

  it('add a person with a name, not without', () => {
    const given = draw();
    const name = screen.getByLabelText('添加一个人');
    const form = name.closest('form') as HTMLFormElement;
    fireEvent.submit(form);
    expect(given.onAddPerson).not.toHaveBeenCalled();
    fireEvent.input(name, { target: { value: '小王' } });
    fireEvent.submit(form);
    expect(given.onAddPerson).toHaveBeenCalledWith('小王');
  });

  it('choose the idle timeout', () => {
    const given = draw();
    fireEvent.click(screen.getByLabelText(/^5 分/));
    expect(given.onTimeout).toHaveBeenCalledWith(300_000);
  });

  it('keep records for ever unless told otherwise, and ask before a shorter time deletes', () => {
    const given = draw();
    fireEvent.click(screen.getByRole('button', { name: '12 个月' }));
    expect(given.onRetention).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '就这样' }));
    expect(given.onRetention).toHaveBeenCalledWith(12);
    cleanup();
    const later = draw(overviewOf([], { retentionMonths: 6 }));
    fireEvent.click(screen.getByRole('button', { name: '24 个月' }));
    expect(later.onRetention).toHaveBeenCalledWith(24);
  });

  it('say whose records begin with the browser', () => {
    const given = draw();
    fireEvent.change(screen.getByLabelText('打开浏览器时记在谁名下'), { target: { value: 'p2' } });
    expect(given.onStartPerson).toHaveBeenCalledWith('p2');
  });

  it('name the libraries inside with their licences', async () => {
    draw();
    fireEvent.click(await screen.findByRole('button', { name: /1 个开源库/ }));
    expect(screen.getByText('words')).toBeTruthy();
  });
});
