// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportSave } from '../../components/export-save';
import { ExportStudy } from '../../components/export-study';
import type { ExportForm } from '../../components/export-types';
import { RowsTable } from '../../components/rows-table';
import { COVERAGE } from '../../utils/domain/package/context-tables';
import { speak } from './speak';

afterEach(cleanup);

const FORM: ExportForm = {
  level: 'L2',
  from: '2026-03-02',
  to: '2026-03-03',
  studyCode: 'ABCD-EFGH-JKMN-PQRS',
  shiftDates: false,
  parquet: false,
  portalPairs: true,
  struckDates: new Set(),
  struckPortals: new Set(),
  struckRows: new Set(),
};

describe('the study code', () => {
  it('is taken only when it is one, and in its one spelling', () => {
    speak('zh_CN');
    const onForm = vi.fn();
    const { getByLabelText, getByRole } = render(
      <ExportStudy form={FORM} onForm={onForm} onNewCode={() => {}} />,
    );
    const field = getByLabelText('代码');
    fireEvent.input(field, { target: { value: 'abc' } });
    expect(onForm).not.toHaveBeenCalled();
    expect(getByRole('alert').textContent).toBe('代码是 16 个字母和数字。');
    fireEvent.input(field, { target: { value: 'zzzz zzzz zzzz zzzO' } });
    expect(onForm).toHaveBeenCalledWith({ studyCode: 'ZZZZ-ZZZZ-ZZZZ-ZZZ0' });
  });
});

describe('saving', () => {
  it('of a backup wants a passphrase twice or none', () => {
    speak('zh_CN');
    const onSave = vi.fn();
    const { getByLabelText, getByRole } = render(
      <ExportSave level="L0" save={{ state: 'idle' }} onSave={onSave} onCancel={() => {}} />,
    );
    const button = getByRole('button', { name: '存成文件' }) as HTMLButtonElement;
    expect(button.disabled).toBe(false);
    fireEvent.input(getByLabelText('口令（可以不设）'), { target: { value: '一二三四五六七八' } });
    expect(button.disabled).toBe(true);
    fireEvent.input(getByLabelText('再输一遍'), { target: { value: '一二三四五六七八' } });
    expect(button.disabled).toBe(false);
    fireEvent.click(button);
    expect(onSave).toHaveBeenCalledWith('一二三四五六七八');
  });
});

describe('the preview', () => {
  it('adds up what is kept', () => {
    speak('en');
    const rows = [10, 20, 40].map((minutes, i) => ({
      row: {
        export_id: 'x',
        person_id: 'p',
        local_date: `2026-03-0${i + 1}`,
        tz_offset_min: 480,
        category: 'reporting',
        state: 'recording',
        minutes,
      },
    }));
    const { container } = render(
      <RowsTable table={COVERAGE} rows={rows} label="coverage" isStruck={({ row }) => row.minutes === 20} />,
    );
    expect(container.querySelector('[data-total="minutes"]')?.textContent).toBe('50');
    expect(container.querySelectorAll('tr.struck')).toHaveLength(1);
    expect(container.textContent).toContain('2 rows');
  });
});
