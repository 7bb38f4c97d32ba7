// import/indicators.sql: the indicator tables in standard SQL over the views `days` and `portal_pairs` (see
// read_duckdb.sql), cell by cell with the people behind it, the two greatest contributions and the primary
// verdict. The workbench computes the same by its own arithmetic; tests hold one against the other. What must
// be suppressed so that nothing follows by subtraction is the workbench's: SQL stops at the primary verdict.
import { DOMINANCE_ONE, DOMINANCE_TWO, INDICATORS, MIN_PEOPLE } from '../domain/package/indicators';

export function indicatorsSql(minPeople: number = MIN_PEOPLE): string {
  const long = INDICATORS.map(
    (name) =>
      `  SELECT person_id, category, EXTRACT(YEAR FROM local_date) * 100 + EXTRACT(MONTH FROM local_date) AS month, '${name}' AS indicator, CAST(${name} AS BIGINT) AS amount FROM days`,
  ).join('\n  UNION ALL\n');
  return `-- Fingertip Ledger: indicator tables over people, before suppression. Not for publication: cells whose
-- verdict is not 'safe' are about few people, and some of the others give them away by subtraction.
CREATE OR REPLACE VIEW indicator_cells AS
WITH long_days AS (
${long}
), by_person AS (
  SELECT category, month, indicator, person_id, SUM(amount) AS amount
  FROM long_days GROUP BY category, month, indicator, person_id
), ranked AS (
  SELECT category, month, indicator, person_id, amount,
    ROW_NUMBER() OVER (PARTITION BY category, month, indicator ORDER BY amount DESC, person_id) AS place
  FROM by_person
), cells AS (
  SELECT category, month, indicator,
    COUNT(*) AS people,
    SUM(CASE WHEN amount <> 0 THEN 1 ELSE 0 END) AS contributors,
    CAST(SUM(amount) AS BIGINT) AS amount,
    CAST(SUM(CASE WHEN place = 1 THEN amount ELSE 0 END) AS BIGINT) AS largest,
    CAST(SUM(CASE WHEN place <= 2 THEN amount ELSE 0 END) AS BIGINT) AS two_largest
  FROM ranked GROUP BY category, month, indicator
)
SELECT category, month, indicator, people, contributors, amount, largest, two_largest,
  CASE
    WHEN people < ${minPeople} THEN 'few_people'
    WHEN amount = 0 THEN 'safe'
    WHEN contributors < ${minPeople} THEN 'few_people'
    WHEN largest > ${DOMINANCE_ONE} * amount OR two_largest > ${DOMINANCE_TWO} * amount THEN 'dominance'
    ELSE 'safe'
  END AS verdict
FROM cells
ORDER BY indicator, category, month;

CREATE OR REPLACE VIEW portal_pair_cells AS
WITH by_person AS (
  SELECT config_id, portal_a, portal_b, person_id,
    SUM(shared_entries) AS entries, SUM(retype_s) AS retype_s
  FROM portal_pairs GROUP BY config_id, portal_a, portal_b, person_id
), ranked AS (
  SELECT config_id, portal_a, portal_b, person_id, entries, retype_s,
    ROW_NUMBER() OVER (PARTITION BY config_id, portal_a, portal_b ORDER BY entries DESC, person_id) AS place,
    ROW_NUMBER() OVER (PARTITION BY config_id, portal_a, portal_b ORDER BY retype_s DESC, person_id) AS retype_place
  FROM by_person WHERE entries > 0
), cells AS (
  SELECT config_id, portal_a, portal_b,
    COUNT(*) AS people,
    CAST(SUM(entries) AS BIGINT) AS entries,
    CAST(SUM(retype_s) AS BIGINT) AS retype_s,
    CAST(SUM(CASE WHEN place = 1 THEN entries ELSE 0 END) AS BIGINT) AS largest,
    CAST(SUM(CASE WHEN place <= 2 THEN entries ELSE 0 END) AS BIGINT) AS two_largest,
    CAST(SUM(CASE WHEN retype_place = 1 THEN retype_s ELSE 0 END) AS BIGINT) AS retype_largest,
    CAST(SUM(CASE WHEN retype_place <= 2 THEN retype_s ELSE 0 END) AS BIGINT) AS retype_two_largest
  FROM ranked GROUP BY config_id, portal_a, portal_b
)
SELECT config_id, portal_a, portal_b, people, entries, retype_s,
  CASE
    WHEN people < ${minPeople} THEN 'few_people'
    WHEN largest > ${DOMINANCE_ONE} * entries OR two_largest > ${DOMINANCE_TWO} * entries THEN 'dominance'
    WHEN retype_largest > ${DOMINANCE_ONE} * retype_s OR retype_two_largest > ${DOMINANCE_TWO} * retype_s THEN 'dominance'
    ELSE 'safe'
  END AS verdict
FROM cells
ORDER BY config_id, portal_a, portal_b;
`;
}
