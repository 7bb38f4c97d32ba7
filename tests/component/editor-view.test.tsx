// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditorFacts, TestedAddress } from '../../components/editor/editor-types';
import { EditorView } from '../../components/editor/editor-view';
import { checkDraft, type Draft, renderDraft, toDraft } from '../../utils/config/draft';
import { parseConfirmedPattern } from '../../utils/config/patterns';
import { suggestPattern } from '../../utils/config/suggest-pattern';
import { documentOf, portalOf } from '../unit/config/sample';
import { speak } from './speak';

const draftOf = (document: object) => toDraft(document) as Draft;
const GOOD = draftOf(documentOf(portalOf('a'), portalOf('b')));

function draw(draft: Draft | null, more: Partial<EditorFacts> = {}, tested?: TestedAddress) {
  const checked = draft && checkDraft(draft);
  const facts: EditorFacts | null = draft && {
    draft,
    problems: checked?.ok === false ? checked.problem : [],
    overlaps: [],
    behind: null,
    canUndo: false,
    used: 'no',
    text: renderDraft(draft),
    ...more,
  };
  const actions = {
    onHead: vi.fn(),
    onPortal: vi.fn(),
    onAdd: vi.fn(),
    onRemove: vi.fn(),
    onUndo: vi.fn(),
    onNew: vi.fn(),
    onFromInForce: vi.fn(),
    onOpenFile: vi.fn(),
    onOpenTable: vi.fn(),
    onEmptyTable: vi.fn(),
    onText: vi.fn(() => []),
    onReissue: vi.fn(),
    onSave: vi.fn(),
    onUse: vi.fn(),
    onPolicies: vi.fn(),
  };
  const advice = { suggest: suggestPattern, isConfirmable: (text: string) => parseConfirmedPattern(text).ok };
  const nothing: TestedAddress = { state: 'none', portal: null, route: null, form: null, page: null };
  const drawn = render(
    <EditorView
      facts={facts}
      note={null}
      advice={advice}
      picker={null}
      test={() => tested ?? nothing}
      {...actions}
    />,
  );
  return { ...drawn, actions };
}

const openPortal = (container: Element, at: number) =>
  fireEvent.click(container.querySelectorAll('.portal-rows .row')[at] as Element);
const disabled = (action: string) =>
  (document.querySelector(`[data-action="${action}"]`) as HTMLButtonElement).disabled;

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

describe('the editor', () => {
  it('begins with ways to begin, and nothing else', () => {
    const { container, actions } = draw(null);
    expect(container.querySelector('.save-bar')).toBeNull();
    fireEvent.click(screen.getByText('新写一份'));
    expect(actions.onNew).toHaveBeenCalledOnce();
  });

  it('lets a good list go out by file, by policy and to this computer', () => {
    const { actions, container } = draw(GOOD);
    for (const action of ['save-list', 'save-policies', 'use-list'])
      fireEvent.click(container.querySelector(`[data-action="${action}"]`) as Element);
    const calls = [actions.onSave, actions.onPolicies, actions.onUse].map((one) => one.mock.calls.length);
    expect(calls).toEqual([1, 1, 1]);
  });

  it('holds a list with a problem back and says where, by the portal’s name', () => {
    const { container } = draw(draftOf(documentOf(portalOf('a'), portalOf('村务', { match: [] }))));
    expect(['save-list', 'save-policies', 'use-list'].map(disabled)).toEqual([true, true, true]);
    const said = container.querySelector('.save-bar .problems')?.textContent;
    expect(said).toContain('村务');
    expect(said).toContain('portals[1].match');
    expect(container.querySelectorAll('.row-problems')[1]?.textContent).toMatch(/\d 处要改/);
  });

  it('changes one field of one portal', () => {
    const { container, actions } = draw(GOOD);
    openPortal(container, 1);
    fireEvent.input(screen.getByLabelText('主管部门'), { target: { value: '民政局' } });
    expect(actions.onPortal).toHaveBeenLastCalledWith(1, { department: '民政局' });
    fireEvent.input(screen.getByLabelText('网址（每行一个）'), {
      target: { value: ' https://a/* \n\nhttps://b/*' },
    });
    expect(actions.onPortal).toHaveBeenLastCalledWith(1, { match: ['https://a/*', 'https://b/*'] });
    fireEvent.change(screen.getByLabelText('层级'), { target: { value: '' } });
    expect(actions.onPortal).toHaveBeenLastCalledWith(1, { level: undefined });
  });

  it('offers the pattern that a pasted address means', () => {
    const { container, actions } = draw(
      draftOf(documentOf(portalOf('a', { match: ['https://h.example.cn/login?x=1'] }))),
    );
    openPortal(container, 0);
    fireEvent.click(screen.getByText('改成 https://h.example.cn/*'));
    expect(actions.onPortal).toHaveBeenLastCalledWith(0, { match: ['https://h.example.cn/*'] });
  });

  it('asks before half the country is meant, and never takes every website', () => {
    const match = ['*://*.gov.cn/*', '*://*/*'];
    const { container, actions } = draw(draftOf(documentOf(portalOf('a', { match }))));
    openPortal(container, 0);
    const boxes = container.querySelectorAll('[data-confirm-broad] input');
    expect(boxes).toHaveLength(1);
    fireEvent.click(boxes[0] as Element);
    expect(actions.onPortal).toHaveBeenLastCalledWith(0, { broad: ['*://*.gov.cn/*'] });
    expect(container.textContent).toContain('包含所有网站');
  });

  it('warns of overlaps and of a version that would be refused', () => {
    const narrow = { portal: 1, title: '乙', pattern: 'https://h/b/*' };
    const wide = { portal: 0, title: '甲', pattern: 'https://h/*' };
    const { container, actions } = draw(GOOD, { overlaps: [{ narrow, wide }], behind: { version: 12 } });
    expect(container.querySelector('.overlaps')?.textContent).toContain('“乙”在“甲”之内');
    fireEvent.click(container.querySelector('[data-action=reissue]') as Element);
    expect(actions.onReissue).toHaveBeenCalledOnce();
  });

  it('shows the same list as text and hands typing on', () => {
    const { container, actions } = draw(GOOD);
    fireEvent.click(screen.getByText('JSON'));
    const box = container.querySelector('.json-view textarea') as HTMLTextAreaElement;
    expect(JSON.parse(box.value).portals).toHaveLength(2);
    fireEvent.input(box, { target: { value: '{' } });
    expect(actions.onText).toHaveBeenLastCalledWith('{');
    expect(container.querySelector('.portal-rows')).toBeNull();
  });

  it('says what an address would count for', () => {
    const tested: TestedAddress = {
      state: 'portal',
      portal: '村务管理平台',
      route: '/web/#/report/:n',
      form: null,
      page: null,
    };
    const { container } = draw(GOOD, {}, tested);
    const box = container.querySelector('.address-tester input') as HTMLInputElement;
    fireEvent.input(box, { target: { value: 'https://a/' } });
    expect(container.querySelector('[data-tested=portal]')?.textContent).toContain('/web/#/report/:n');
  });
});
