// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportState } from '../../components/config-import';
import { type ConfigView, chosenOf, hostNames, type ListedPortal } from '../../components/config-types';
import { ConfigsView } from '../../components/configs-view';
import { speak } from './speak';

const portal = (id: string, more: Partial<ListedPortal> = {}): ListedPortal => ({
  id,
  title: `系统 ${id}`,
  hosts: [`${id}.test`],
  department: null,
  region: null,
  category: 'reporting',
  exempt: false,
  chosen: true,
  missing: false,
  ...more,
});

const CONFIG: ConfigView = {
  id: 'starter',
  title: '起步名录',
  version: 3,
  publisher: null,
  source: 'bundled',
  portals: [
    portal('a', { department: '民政部' }),
    portal('z', { region: '浙江省', chosen: false }),
    portal('b', { department: '组织部', missing: true }),
    portal('c', { department: '民政部' }),
  ],
  regions: ['浙江省'],
  region: null,
  managedBuild: false,
  locks: [],
};

function draw(config: Partial<ConfigView> = {}, imported: ImportState = { state: 'idle' }) {
  const given = {
    onImport: vi.fn(),
    onRemove: vi.fn(),
    onGrant: vi.fn(),
    onRegion: vi.fn(),
    onChoose: vi.fn(),
  };
  const view = (
    <ConfigsView
      live={{ state: 'ready', value: { ...CONFIG, ...config } }}
      imported={imported}
      grantRefused={false}
      problem={null}
      {...given}
    />
  );
  return { ...render(view), given };
}

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the list in force', () => {
  it('is named with its source, id and version', () => {
    const { container } = draw();
    const text = container.querySelector('.in-force')?.textContent;
    for (const word of ['起步名录', '随扩展自带', 'starter', '3', '4 个，已选 3 个'])
      expect(text).toContain(word);
    expect(screen.queryByText('移除这份名录')).toBeNull();
  });

  it('can be removed when it was imported', () => {
    const { given } = draw({ source: 'imported' });
    fireEvent.click(screen.getByText('移除这份名录'));
    expect(given.onRemove).toHaveBeenCalledOnce();
  });

  it('of the organisation build takes no other beside it', () => {
    const { container } = draw({ managedBuild: true });
    expect(container.querySelector('input[type=file]')).toBeNull();
  });
});

describe('the portals', () => {
  it('stand by region, the nation first, departments together', () => {
    const { container } = draw();
    const legends = [...container.querySelectorAll('legend')].map((each) => each.textContent);
    expect(legends).toEqual(['全国', '浙江省']);
    const ids = [...container.querySelectorAll<HTMLElement>('input[data-portal]')].map(
      (e) => e.dataset.portal,
    );
    expect(ids).toEqual(['a', 'c', 'b', 'z']);
  });

  it('are switched one by one', () => {
    const { container, given } = draw();
    fireEvent.click(container.querySelector('[data-portal="z"]') as HTMLElement);
    expect(given.onChoose).toHaveBeenLastCalledWith(['a', 'b', 'c', 'z']);
    fireEvent.click(container.querySelector('[data-portal="a"]') as HTMLElement);
    expect(given.onChoose).toHaveBeenLastCalledWith(['b', 'c']);
  });

  it('without permission are listed by name, and one press asks for all', () => {
    const { container, given } = draw();
    expect(container.querySelector('.missing')?.textContent).toContain('b.test');
    (container.querySelector('[data-action="grant-hosts"]') as HTMLElement).click();
    expect(given.onGrant).toHaveBeenCalledOnce();
  });
});

describe('importing', () => {
  it('takes a chosen file and a dropped one', () => {
    const { container, given } = draw();
    const file = new File(['{}'], 'list.json');
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file] });
    fireEvent.change(input);
    const place = container.querySelector('.drop') as HTMLElement;
    const drop = createEvent.drop(place);
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [file] } });
    fireEvent(place, drop);
    expect(given.onImport).toHaveBeenCalledTimes(2);
  });

  it('names every problem by its place, in words', () => {
    const { container } = draw(
      {},
      {
        state: 'refused',
        problems: [
          { code: 'tooBroad', path: 'portals[3].match[0]' },
          { code: 'notJson', path: '' },
        ],
      },
    );
    const found = [...container.querySelectorAll('[data-problem]')].map((each) => each.textContent);
    expect(found).toEqual([
      'portals[3].match[0] 网址范围太宽，会包含不相干的网站。',
      ' 不是完整的 JSON，可能少了引号、逗号或括号。',
    ]);
  });
});

describe('hosts and choices', () => {
  it('are one name for a host, whatever the scheme', () => {
    expect(hostNames(['http://a.cn/*', 'https://a.cn/*', '*://*.b.cn/*', 'http://[::1]/*'])).toEqual([
      'a.cn',
      '*.b.cn',
      '[::1]',
    ]);
  });

  it('are all portals until somebody chose', () => {
    expect(chosenOf([{ id: 'a' }, { id: 'b' }], null)).toHaveLength(2);
    expect(chosenOf([{ id: 'a' }, { id: 'b' }], ['b'])).toEqual([{ id: 'b' }]);
  });
});
