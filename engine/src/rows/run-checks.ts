import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type RowCheck, type RowsInTheWay, standInType } from './row-check.ts'

const examplesMax = 5

/** A count that policies cut short would be an answer that is wrong. */
const settings = ['SET LOCAL row_security = off']

/**
 * Tries changes against the rows, in a transaction that is rolled back. One message for all that can be counted
 * straight away; casts are first attempted as a whole, and counted row by row only when that fails.
 */
export async function findRowsInTheWay(
  checks: readonly RowCheck[],
  database: Database,
): Promise<RowsInTheWay[]> {
  const failing = await failingCasts(checks, database)
  const counted = checks.filter(
    (check) => !check.converts && (check.attempt === undefined || failing.has(check)),
  )
  const found = await countAll(counted, failing.size > 0, database)
  const converting = checks.filter(({ converts }) => converts)
  try {
    return [...found, ...(await count(converting, false, database))]
  } catch (error) {
    // values that do not fit are found already; one that does not fit a person's own rule is found by the change itself
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    return found
  }
}

/** A row that makes a question fail would make the change fail; the other questions are asked all the same. */
async function countAll(
  checks: readonly RowCheck[],
  areCasts: boolean,
  database: Database,
): Promise<RowsInTheWay[]> {
  const failures: RowsInTheWay[] = []
  for (let left = checks; ; ) {
    try {
      return [...failures, ...(await count(left, areCasts, database))]
    } catch (error) {
      const failed = isDatabaseError(error) && isOfRows.test(error.sqlstate) ? error : undefined
      const asking = left.flatMap((check) => asked(check).map(() => check))
      const check = asking[(failed?.completed ?? 0) - startOf(areCasts).length]
      if (!failed || !check) throw error
      await database.query('ROLLBACK')
      const { object, table } = check
      failures.push({ object, reason: 'failure', table, count: 1, examples: [failed.message] })
      left = left.filter((each) => each !== check)
    }
  }
}

/** Data exceptions, integrity violations, what functions raise, and errors of external routines (appendix A). */
const isOfRows = /^(?:22|23|38|39|P0)/

function startOf(areCasts: boolean): string[] {
  return ['BEGIN', ...settings, ...(areCasts ? [fitsFunction] : [])]
}

async function count(
  counted: readonly RowCheck[],
  areCasts: boolean,
  database: Database,
): Promise<RowsInTheWay[]> {
  if (counted.length === 0) return []
  const message = [...startOf(areCasts), ...counted.flatMap(asked), 'ROLLBACK']
  const results = await database.query(message.join(';\n'))
  const answers = results.filter(({ rows }) => rows.length > 0)
  return counted.flatMap((check, i) => {
    const [count, examples] = answers[i]?.rows[0] ?? []
    const { object, reason, table } = check
    if (Number(count) === 0) return []
    return [
      { object, reason, table, count: Number(count), examples: JSON.parse(examples ?? '[]') as string[] },
    ]
  })
}

async function failingCasts(checks: readonly RowCheck[], database: Database): Promise<Set<RowCheck>> {
  const failing = new Set<RowCheck>()
  for (const check of checks) {
    if (check.attempt === undefined) continue
    try {
      const begin = check.standIn ? ['BEGIN', ...settings, check.standIn] : ['BEGIN READ ONLY', ...settings]
      await database.query([...begin, check.attempt, 'ROLLBACK'].join(';\n'))
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      await database.query('ROLLBACK')
      failing.add(check)
    }
  }
  return failing
}

/** One answer each, whatever must be there for it. */
function asked(check: RowCheck): string[] {
  const { standIn } = check
  return standIn ? [standIn, question(check), `DROP TYPE ${standInType}`] : [question(check)]
}

function question({ rows, key }: RowCheck): string {
  const columns = key.map((name) => `t.${quoteIdentifier(name)}`).join(', ')
  const label = key.length === 1 ? `${columns}::text` : `ROW(${columns})::text`
  return `SELECT count(*), (SELECT json_agg(e.label) FROM (SELECT ${key.length > 0 ? label : "''"} AS label FROM ${rows} LIMIT ${examplesMax}) e) FROM ${rows}`
}

const fitsFunction = `
  CREATE FUNCTION pg_temp.trueup_fits(value text, type text) RETURNS boolean LANGUAGE plpgsql AS $fits$
  BEGIN
    EXECUTE format('SELECT %L::%s', value, type);
    RETURN true;
  EXCEPTION WHEN data_exception OR check_violation OR not_null_violation THEN RETURN false;
  END $fits$`
