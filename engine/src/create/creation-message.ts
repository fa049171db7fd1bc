import { limits, transactionStart } from '../apply/transaction-start.ts'
import { finishRun, finishSteps, openRun, type RunStart } from '../journal/run-statements.ts'
import type { Action } from '../plan/action.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { catalogStatements } from '../sources/database/read-catalog.ts'
import { revealSecrets, type Secrets } from '../sql/secret-marker.ts'

/** One transaction in one message: the run lock, the statements, the read-back, and the journal. Either all of it is done or nothing. */
export function creationMessage(
  actions: readonly Action[],
  run: RunStart,
  secrets: Secrets,
  serverVersion: number,
) {
  const before = [...transactionStart(limits), ...openRun(run)]
  const statements = actions.map(({ sql }) => revealSecrets(sql, secrets))
  const readBack = catalogStatements(serverVersion)
  const after = [
    finishSteps(run.token, 1, actions.length),
    finishRun(run.token, { fingerprintQuery: fingerprintQuery(serverVersion) }),
  ]
  return {
    sql: [...before, ...statements, ...readBack, ...after, 'COMMIT'].join(';\n'),
    /** Which action the n-th statement of the message is. */
    actionAt: (statement: number) => actions[statement - before.length],
    readBackFrom: before.length + statements.length,
    readBackCount: readBack.length,
  }
}
