// Which tables a package has at which level. The schema version changes with any change of a table or column:
// the workbench reads packages of its own version and says so of others.
import { CONFIG_HISTORY, COVERAGE, PORTAL_PAIRS } from './context-tables';
import { DAYS } from './days-table';
import { ACTIONS, SPANS, VISITS } from './detail-tables';

export const PACKAGE_SCHEMA_VERSION = 1;

export const PACKAGE_LEVELS = ['L1', 'L2'] as const;
export type PackageLevel = (typeof PACKAGE_LEVELS)[number];

const SUMMARY_TABLES = [DAYS, COVERAGE, PORTAL_PAIRS, CONFIG_HISTORY] as const;
const ALL_TABLES = [...SUMMARY_TABLES, SPANS, VISITS, ACTIONS] as const;

export type PackageTable = (typeof ALL_TABLES)[number];
export type TableName = PackageTable['name'];

export const tablesOf = (level: PackageLevel): readonly PackageTable[] =>
  level === 'L1' ? ALL_TABLES : SUMMARY_TABLES;
