import type { ObjectId } from '../../catalog/object.ts'
import type { Database } from '../../postgres/database.ts'
import type { BackupObserver } from '../events.ts'
import { runOnAll } from '../run-on-all.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import { runAlone } from './run-statements.ts'

/**
 * Runs what comes after the rows on all sessions: a statement starts when what it needs is made and nobody works on
 * its tables, except that several indexes of one table are built at the same time. The largest tables go first.
 */
export async function finishSchema(
  statements: readonly SchemaStatement[],
  sessions: readonly Database[],
  weight: (table: ObjectId) => number,
  observe: BackupObserver,
): Promise<void> {
  const open = new Set(statements)
  const unmade = new Set(statements.flatMap(({ makes }) => makes))
  const running = new Set<SchemaStatement>()
  let failed = false
  let wake = () => {}
  let changed = new Promise<void>((resolve) => (wake = resolve))
  const tell = () => {
    wake()
    changed = new Promise<void>((resolve) => (wake = resolve))
  }
  const heaviest = (a: SchemaStatement, b: SchemaStatement) => weigh(b, weight) > weigh(a, weight)
  const next = () => {
    let found: SchemaStatement | undefined
    for (const each of open) {
      const waits = each.needs.some((id) => unmade.has(id) && !each.makes.includes(id))
      if (waits || [...running].some((other) => excludes(each, other))) continue
      if (!found || heaviest(found, each)) found = each
    }
    return found
  }
  await runOnAll(sessions, async (session, stopped) => {
    while (open.size > 0 && !failed && !stopped()) {
      const statement = next()
      if (!statement) {
        if (running.size === 0) throw new Error(`statements wait for each other: ${[...open][0]?.target}`)
        await changed
        continue
      }
      open.delete(statement)
      running.add(statement)
      try {
        await runAlone(statement, session)
      } catch (error) {
        failed = true
        throw error
      } finally {
        running.delete(statement)
        for (const id of statement.makes) unmade.delete(id)
        tell()
      }
      observe({ kind: 'statement-finished', target: statement.target })
    }
  })
}

function weigh({ locks }: SchemaStatement, weight: (table: ObjectId) => number): number {
  return Math.max(0, ...locks.map(weight))
}

/** CREATE INDEX takes a SHARE lock (manual 13.3.1), which goes along with itself alone. */
function excludes(a: SchemaStatement, b: SchemaStatement): boolean {
  return !(isIndex(a) && isIndex(b)) && a.locks.some((id) => b.locks.includes(id))
}

function isIndex({ target, makes }: SchemaStatement): boolean {
  return target.startsWith('index:') && makes.includes(target)
}
