import { limits, transactionStart } from '../apply/transaction-start.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { finishRun, finishSteps, openRun, type RunStart } from '../journal/run-statements.ts'
import type { Action } from '../plan/action.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { catalogStatements } from '../sources/database/read-catalog.ts'
import { usualPath } from '../sql/search-path.ts'
import { revealSecrets } from '../sql/secret-marker.ts'
import { expectedCatalog } from './expected-catalog.ts'

/** One transaction in one message: the run lock, the statements, the read-back, and the journal. Either all of it is done or nothing. */
export function creationMessage(
  actions: readonly Action[],
  run: RunStart,
  desired: Catalog,
  serverVersion: number,
) {
  const before = [...transactionStart(limits), ...openRun(run), usualPath]
  const statements = actions.map(({ sql }) => revealSecrets(sql, desired.secrets))
  const readBack = catalogStatements(serverVersion)
  const after = [
    finishSteps(run.token, 1, actions.length),
    finishRun(run.token, {
      expected: expectedCatalog(actions, run.before, desired),
      fingerprintQuery: fingerprintQuery(serverVersion),
    }),
  ]
  return {
    sql: [...before, ...statements, ...readBack, ...after, 'COMMIT'].join(';\n'),
    /** Which action the n-th statement of the message is. */
    actionAt: (statement: number) => actions[statement - before.length],
    readBackFrom: before.length + statements.length,
    readBackCount: readBack.length,
  }
}
