import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderDomainConfigSchema } from '../../../scripts/domain-config-schema';

it('the shipped JSON Schema is the validator’s (else run `npm run schema`)', () => {
  const shipped = readFileSync(new URL('../../../public/domain-config.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(shipped)).toEqual(JSON.parse(renderDomainConfigSchema()));
});
