// What a column of an export package is. Everything that speaks of a column (CSV and Parquet writers,
// datapackage.json, codebooks, import scripts, the workbench's checks) follows from this one description.

export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean';
export type Unit = 's' | 'min' | 'count' | 'UTC';

/** A text in both languages; Chinese is the first one. */
export interface Wording {
  zh: string;
  en: string;
}

export interface Category extends Wording {
  value: string;
}

export interface Column<Name extends string = string> {
  /** Lower snake ASCII, at most 32 characters. */
  name: Name;
  type: ColumnType;
  unit?: Unit;
  categories?: readonly Category[];
  /** The definition, as the codebook prints it. */
  text: Wording;
  /** May be missing; then says what a missing value means. */
  missing?: Wording;
  minimum?: number;
}

export interface Table<Name extends string = string, C extends readonly Column[] = readonly Column[]> {
  name: Name;
  text: Wording;
  columns: C;
  primaryKey: readonly string[];
}

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
/** A row that has every column of the table and no other. */
export type RowOf<T extends Table> = { readonly [Name in T['columns'][number]['name']]: Cell };

type Options = Pick<Column, 'missing'>;
const column =
  (type: ColumnType, rest: Partial<Omit<Column, 'name' | 'type' | 'text'>> = {}) =>
  <const Name extends string>(name: Name, zh: string, en: string, options: Options = {}): Column<Name> => ({
    name,
    type,
    ...rest,
    text: { zh, en },
    ...options,
  });

/** An id without meaning; begins with a letter, so that no spreadsheet takes it for a number. */
export const id = column('string');
export const text = column('string');
export const date = column('date');
export const instant = column('datetime', { unit: 'UTC' });
export const count = column('integer', { unit: 'count', minimum: 0 });
export const seconds = column('integer', { unit: 's', minimum: 0 });
export const minutes = column('integer', { unit: 'min', minimum: 0 });
export const offsetMinutes = column('integer', { unit: 'min' });
export const ratio = column('number');
/** A sum over many people may be more than 32 bits hold. */
export const bigCount = column('number', { unit: 'count', minimum: 0 });

export const coded =
  (categories: readonly Category[]) =>
  <const Name extends string>(name: Name, zh: string, en: string, options: Options = {}): Column<Name> => ({
    ...column('string', { categories })(name, zh, en, options),
  });

export const category = (value: string, zh: string, en: string): Category => ({ value, zh, en });
