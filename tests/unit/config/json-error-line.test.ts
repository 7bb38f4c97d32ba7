import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonErrorLine } from '../../../utils/config/json-error-line';
import { anyText } from './sample';

describe('findJsonErrorLine', () => {
  it.each([
    ['', 1],
    ['{\n"a": 1\n"b": 2}', 3],
    ['{\n"a": 1,\n}', 3],
    ['[\n1,\n]', 3],
    ['{\n"a": "x\ny"}', 2],
    ['{\n"a"\n1}', 3],
    ['{"a": [1,\n2}', 2],
    ['{}\n{}', 2],
    ['{\n// note\n}', 2],
    ["{\n'a': 1}", 2],
    ['{\n"a": 01}', 2],
    ['{"a": tru\n}', 1],
    ['{"a": {\n\n', 3],
    ['{“a”: 1}', 1],
    ['{"a"：1}', 1],
    ['{},', 1],
  ])('%j: %i', (text, line) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonErrorLine(text)).toBe(line);
  });

  it('takes no valid JSON for wrong before its end', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const lines = JSON.stringify(JSON.parse(text), null, 1).split('\n').length;
        expect(findJsonErrorLine(`${JSON.stringify(JSON.parse(text), null, 1)}\n!`)).toBe(lines + 1);
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(fc.property(anyText, (text) => findJsonErrorLine(text) >= 1));
    expect(findJsonErrorLine(`"${'x'.repeat(250_000)}`)).toBe(1);
    expect(findJsonErrorLine('['.repeat(50_000))).toBe(1);
    expect(findJsonErrorLine('\\u'.repeat(100_000))).toBe(1);
  });
});
