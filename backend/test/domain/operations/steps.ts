import type { DomainDatabase, Row } from '../domain-database.ts'
import { type Cells, insert } from '../rows.ts'

/** A step of an operation that came too late or was not allowed: the whole operation is taken back. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Runs an operation as one transaction. */
export async function transaction<Result>(
  database: DomainDatabase,
  work: () => Promise<Result>,
): Promise<Result> {
  await database.query('BEGIN')
  try {
    const result = await work()
    await database.query('COMMIT')
    return result
  } catch (error) {
    await database.query('ROLLBACK')
    throw error
  }
}

/** A conditional statement that must meet exactly one row. */
export async function one(database: DomainDatabase, sql: string): Promise<Row> {
  const rows = await database.query(sql)
  if (rows.length !== 1) throw new Refused(`${rows.length} rows: ${sql}`)
  return rows[0]!
}

export interface Movement {
  readonly user: number
  /** Credits, signed. */
  readonly amount: number
  readonly type: string
  /** What the ledger row refers to. */
  readonly cells: Cells
  /** Further conditions on the user's row. */
  readonly where?: string
}

/** Every change of a balance is one ledger row; the row lock puts a user's ledger in order. */
export async function moveCredits(database: DomainDatabase, movement: Movement): Promise<void> {
  const { user, amount, type, cells, where = 'true' } = movement
  const { credit_balance } = await one(
    database,
    `UPDATE users SET credit_balance = credit_balance + ${amount}
     WHERE id = ${user} AND credit_balance + ${amount} >= 0 AND ${where} RETURNING credit_balance`,
  )
  const after = Number(credit_balance)
  await insert(database, 'transactions', {
    user_id: user,
    type,
    amount,
    credit_before: after - amount,
    credit_after: after,
    ...cells,
  })
}

export async function audit(
  database: DomainDatabase,
  user: number | null,
  action: string,
  cells: Cells = {},
) {
  await insert(database, 'audit_logs', { user_id: user, action, ...cells })
}
