// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextStep, type WelcomeStep, WelcomeView } from '../../components/welcome-view';
import { speak } from './speak';

const facts = {
  state: 'ready' as const,
  consented: true,
  regions: [],
  asks: true,
  refused: false,
  portals: [{ id: 'a', title: '村务管理平台', hosts: ['cunwu.test', '10.1.2.3'] }],
  managedTitle: null,
  firstSeen: null,
};

const draw = (now: WelcomeStep) => {
  const given = { onStart: vi.fn(), onGrant: vi.fn(), problem: null };
  return { ...render(<WelcomeView now={now} {...given} />), given };
};

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the way from installing to measuring', () => {
  it.each([
    ['reading', { state: 'loading' as const }, 'loading'],
    ['unreadable', { state: 'failed' as const }, 'failed'],
    ['consent first', { consented: false }, 'consent'],
    ['then the hosts', {}, 'hosts'],
    ['in the organisation build nothing more', { asks: false }, 'done'],
  ])('%s', (_, change, step) => {
    expect(nextStep({ ...facts, ...change }).step).toBe(step);
  });

  it('starts with the whole nation when no province is chosen', () => {
    const { given } = draw({ step: 'consent', regions: ['浙江省'] });
    fireEvent.click(screen.getByRole('button', { name: '开始记录' }));
    expect(given.onStart).toHaveBeenCalledWith(null);
  });

  it('asks for no province where there is none to choose', () => {
    draw({ step: 'consent', regions: [] });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('names every host before it asks, and asks in the click itself', () => {
    const { given, container } = draw(nextStep(facts));
    expect(screen.getByText('cunwu.test')).toBeTruthy();
    expect(screen.getByText('10.1.2.3')).toBeTruthy();
    let asked = false;
    given.onGrant.mockImplementation(() => {
      asked = true;
    });
    const grant = container.querySelector('[data-action="grant-hosts"]') as HTMLElement;
    grant.click();
    expect(asked).toBe(true);
  });

  it('says what a refusal means and lets it be asked again', () => {
    const { container } = draw(nextStep({ ...facts, refused: true }));
    expect(screen.getByRole('alert').textContent).toContain('什么都不会记');
    expect(container.querySelector('[data-action="grant-hosts"]')).toBeTruthy();
  });

  it('goes on where the pressed button was', () => {
    const { rerender, container, given } = draw({ step: 'consent', regions: [] });
    rerender(<WelcomeView now={nextStep(facts)} {...given} />);
    expect(document.activeElement).toBe(container.querySelector('.step'));
  });

  it('waits for the first portal, and says which it was and for how long', () => {
    const done = { ...facts, asks: false };
    const { rerender, given } = draw(nextStep(done));
    expect(screen.getByText(/记上了这里会告诉您/)).toBeTruthy();
    const firstSeen = { portalId: 'a', title: '村务管理平台', activeMs: 95_400 };
    rerender(<WelcomeView now={nextStep({ ...done, firstSeen })} {...given} />);
    expect(screen.getByText('看到了：村务管理平台')).toBeTruthy();
    expect(screen.getByTitle('1 分 35.4 秒').dataset.value).toBe('95400');
    expect(screen.getByRole('link', { name: '看报告' })).toBeTruthy();
  });
});
