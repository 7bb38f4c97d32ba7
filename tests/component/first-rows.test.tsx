// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useFirstRows } from '../../components/first-rows';
import { speak } from './speak';

const ROWS = Array.from({ length: 21 }, (_, i) => i);

function List() {
  const { shown, button } = useFirstRows(ROWS);
  return (
    <>
      <ul>
        {shown.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      {button}
    </>
  );
}

beforeEach(() => speak('zh_CN'));
afterEach(cleanup);

it('draws every row for the paper before the listeners have returned, and the first ones after', () => {
  const { container } = render(
    <>
      <List />
      <List />
    </>,
  );
  const rows = () => container.querySelectorAll('li').length;
  act(() => {});
  expect(rows()).toBe(16);
  dispatchEvent(new Event('beforeprint'));
  expect(rows()).toBe(42);
  dispatchEvent(new Event('afterprint'));
  expect(rows()).toBe(16);
});
