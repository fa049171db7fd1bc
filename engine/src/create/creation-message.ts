import { type Limits, transactionStart } from '../apply/transaction-start.ts'
import type { Action } from '../plan/action.ts'
import { catalogStatements } from '../sources/database/read-catalog.ts'

/** One transaction in one message: the run lock, the statements, and the read-back. Either all of it is done or nothing. */
export function creationMessage(actions: readonly Action[], serverVersion: number, limits: Limits) {
  const before = transactionStart(limits)
  const statements = actions.map((action) => action.sql)
  const readBack = catalogStatements(serverVersion)
  return {
    sql: [...before, ...statements, ...readBack, 'COMMIT'].join(';\n'),
    /** Which action the n-th statement of the message is. */
    actionAt: (statement: number) => actions[statement - before.length],
    readBackFrom: before.length + statements.length,
    readBackCount: readBack.length,
  }
}
