// What the specifications of Data Package v2 and Table Schema v2 (datapackage.org) ask of the parts that we
// use, written down here from their text: the official profiles are not kept in this repository.
const categories = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['value'],
    properties: { value: { type: 'string' }, label: { type: 'string' } },
  },
};
export const TABLE_SCHEMA = {
  $id: 'tableschema',
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'type'],
        properties: {
          name: { type: 'string', pattern: '^[a-z][a-z0-9_]{0,31}$' },
          type: {
            enum: [
              'string',
              'number',
              'integer',
              'date',
              'time',
              'datetime',
              'year',
              'yearmonth',
              'boolean',
              'object',
              'array',
              'list',
              'duration',
              'geopoint',
              'geojson',
              'any',
            ],
          },
          format: { type: 'string' },
          title: { type: 'string' },
          description: { type: 'string', minLength: 1 },
          categories,
          constraints: {
            type: 'object',
            additionalProperties: false,
            properties: {
              required: { type: 'boolean' },
              unique: { type: 'boolean' },
              minimum: { type: ['number', 'string'] },
              maximum: { type: ['number', 'string'] },
              enum: { type: 'array', minItems: 1, uniqueItems: true },
            },
          },
        },
      },
    },
    fieldsMatch: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
    primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
    missingValues: {
      type: 'array',
      items: {
        oneOf: [
          { type: 'string' },
          {
            type: 'object',
            required: ['value'],
            properties: { value: { type: 'string' }, label: { type: 'string' } },
          },
        ],
      },
    },
  },
};
export const DATA_PACKAGE = {
  $id: 'datapackage',
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    id: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          // Relative, below the descriptor.
          path: { type: 'string', pattern: '^(?!\\.{0,2}/)(?!.*\\.\\./)[^:\\\\]+$' },
          type: { const: 'table' },
          format: { type: 'string' },
          mediatype: { type: 'string', pattern: '^.+/.+$' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer', minimum: 1 },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          dialect: {
            type: 'object',
            properties: {
              delimiter: { type: 'string' },
              lineTerminator: { type: 'string' },
              quoteChar: { type: 'string', maxLength: 1 },
              doubleQuote: { type: 'boolean' },
              header: { type: 'boolean' },
            },
          },
          schema: { $ref: 'tableschema' },
        },
      },
    },
  },
};
