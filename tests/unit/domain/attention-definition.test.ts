import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ATTENTION_DEFINITION } from '../../../utils/domain/attention-definition';

const ROOT = new URL('../../../', import.meta.url);
const flowing = (text: string) => text.replace(/^\/\/ ?/gm, '').replace(/\s+/g, ' ');
const read = (path: string) => flowing(readFileSync(new URL(path, ROOT), 'utf8'));

it.each(['utils/domain/attention.ts', 'README.md'])('%s says it word for word', (path) => {
  expect(read(path)).toContain(ATTENTION_DEFINITION.en);
});

it('README says it in Chinese too', () => {
  expect(read('README.md')).toContain(ATTENTION_DEFINITION['zh-CN']);
});
