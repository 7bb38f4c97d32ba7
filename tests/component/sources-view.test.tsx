// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourcesReport, SubscriptionReport } from '../../components/sources-types';
import { SourcesView } from '../../components/sources-view';
import { speak } from './speak';

const AT = Date.UTC(2026, 10, 20, 3, 4);
const HASH = 'ab'.repeat(32);

const REPORT: SourcesReport = {
  title: '某县政务系统名录',
  id: 'xx-county',
  version: 12,
  source: 'managed',
  hash: HASH,
  since: AT,
  fetchedAt: AT,
  admin: { managedBuild: false, configByPolicy: false, subscriptionByPolicy: null, locks: [] },
  refused: [],
  missingHosts: [],
  subscription: null,
  maySubscribe: true,
};

const SUBSCRIPTION: SubscriptionReport = {
  address: 'http://lists.example.gov.cn/county.json',
  setBy: 'person',
  isHttp: true,
  isSigned: false,
  fingerprint: null,
  keyFrom: null,
  checkedAt: AT,
  goodAt: null,
  nextCheckAt: AT,
  offeredFingerprint: null,
  needsPermission: false,
};

function draw(more: Partial<SourcesReport> = {}) {
  const actions = {
    onSubscribe: vi.fn(),
    onUnsubscribe: vi.fn(),
    onCheck: vi.fn(),
    onAcceptKey: vi.fn(),
    onGrant: vi.fn(),
  };
  const drawn = render(<SourcesView report={{ ...REPORT, ...more }} checking={false} {...actions} />);
  const click = (action: string) =>
    fireEvent.click(drawn.container.querySelector(`[data-action="${action}"]`) as HTMLElement);
  return { ...drawn, actions, click, text: () => drawn.container.textContent ?? '' };
}

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('what the administrator decided', () => {
  it('is said in plain words, with what they can never do', () => {
    const { text } = draw({
      admin: {
        managedBuild: true,
        configByPolicy: true,
        subscriptionByPolicy: 'https://lists.example.gov.cn/county.json',
        locks: ['idleTimeout', 'portals', 'sources'],
      },
    });
    for (const words of [
      '随单位统一安装',
      '由浏览器策略统一下发',
      'https://lists.example.gov.cn/county.json',
    ])
      expect(text()).toContain(words);
    for (const words of ['固定为 60 秒', '不能单独关掉', '不能导入、订阅', '管理员看不到，也收不到'])
      expect(text()).toContain(words);
  });

  it('is nothing where there is no administrator', () => {
    expect(draw().text()).toContain('没有管理员的设定');
  });
});

describe('the list in force and what was refused', () => {
  it('shows since when, from where, and the whole hash', () => {
    const { text, container } = draw();
    expect(text()).toContain('单位统一配置');
    expect(text()).toContain('2026年11月20日');
    expect(container.querySelector('[data-hash]')?.textContent).toBe(HASH);
    expect(text()).toContain('收到的名录都接受了');
  });

  it('names each refusal by source, time, place and reason', () => {
    const problems = [
      { code: 'olderVersion', path: 'version', detail: '>= 12' },
      { code: 'tooBroad', path: 'portals[3].match[0]' },
    ] as const;
    const { container, text } = draw({ refused: [{ source: 'managed', at: AT, problems }] });
    const found = [...container.querySelectorAll('[data-refused=managed] [data-problem]')].map(
      (one) => (one as HTMLElement).dataset.problem,
    );
    expect(found).toEqual(['olderVersion', 'tooBroad']);
    expect(text()).toContain('portals[3].match[0]');
    expect(text()).toContain('记录不受影响');
  });

  it('names the hosts without permission', () => {
    const { container } = draw({ missingHosts: ['a.example.gov.cn', '10.1.2.3'] });
    expect([...container.querySelectorAll('.hosts code')].map((one) => one.textContent)).toEqual([
      'a.example.gov.cn',
      '10.1.2.3',
    ]);
  });
});

describe('the subscription', () => {
  it('is asked for with an address and perhaps a key', () => {
    const { container, actions } = draw();
    const [address, key] = [...container.querySelectorAll('form input')] as HTMLInputElement[];
    fireEvent.input(address as Element, { target: { value: ' https://a.cn/l.json ' } });
    fireEvent.submit(container.querySelector('form') as Element);
    expect(actions.onSubscribe).toHaveBeenLastCalledWith('https://a.cn/l.json', null);
    fireEvent.input(key as Element, { target: { value: 'AAAA' } });
    fireEvent.submit(container.querySelector('form') as Element);
    expect(actions.onSubscribe).toHaveBeenLastCalledWith('https://a.cn/l.json', 'AAAA');
  });

  it('cannot be asked for where the sources are locked', () => {
    expect(draw({ maySubscribe: false }).container.querySelector('form')).toBeNull();
  });

  it('says what plain http and a missing signature mean', () => {
    const { text } = draw({ subscription: SUBSCRIPTION });
    expect(text()).toContain('没有签名');
    expect(text()).toContain('明文 http');
  });

  it('shows a new key for the person to compare, and takes it only on their word', () => {
    const { text, click, actions } = draw({
      subscription: {
        ...SUBSCRIPTION,
        isSigned: true,
        keyFrom: 'firstUse',
        fingerprint: '1111 2222',
        offeredFingerprint: '3333 4444',
      },
    });
    expect(text()).toContain('1111 2222');
    expect(text()).toContain('3333 4444');
    click('accept-key');
    expect(actions.onAcceptKey).toHaveBeenCalledOnce();
  });

  it('is looked at, left and allowed by a press; one by policy is not the person’s to leave', () => {
    const mine = draw({ subscription: SUBSCRIPTION });
    mine.click('check-subscription');
    mine.click('unsubscribe');
    expect([mine.actions.onCheck.mock.calls.length, mine.actions.onUnsubscribe.mock.calls.length]).toEqual([
      1, 1,
    ]);
    cleanup();
    const asked = draw({ subscription: { ...SUBSCRIPTION, needsPermission: true } });
    asked.click('grant-subscription');
    expect(asked.actions.onGrant).toHaveBeenCalledOnce();
    cleanup();
    const theirs = draw({ subscription: { ...SUBSCRIPTION, setBy: 'policy' } });
    expect(theirs.container.querySelector('[data-action=unsubscribe]')).toBeNull();
    expect(theirs.text()).toContain('由管理员设定');
  });
});
