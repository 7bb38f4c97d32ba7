// The JSON Schema for editors, generated from the validator. What JSON Schema cannot say is left out by name:
// the checks written as code (`check`, `raw_check`: calendar dates, patterns, globs, reserved names) and what
// spans several parts of a document (duplicates, totals). `npm run config -- validate` checks all of it.

import { toJsonSchema } from '@valibot/to-json-schema';
import { DomainConfigSchema } from '../utils/config/schema';

const CHECKED_BY_CODE = ['check', 'raw_check', 'safe_integer'];

export function renderDomainConfigSchema(): string {
  const schema = toJsonSchema(DomainConfigSchema, {
    typeMode: 'input',
    ignoreActions: CHECKED_BY_CODE,
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'object_with_rest'
        ? { ...jsonSchema, patternProperties: { '^x-': {} }, additionalProperties: false }
        : undefined,
  });
  const properties = {
    $schema: { type: 'string' },
    ...schema.properties,
    version: { type: 'integer', minimum: 0 },
  };
  const document = { ...schema, title: 'Fingertip Ledger domain config', properties };
  return `${JSON.stringify(document, null, 2)}\n`;
}
