import type { SourceStatement } from '../scratch/run-script.ts'
import { hashStatement, type RecordedStatement } from './script-record.ts'

export interface ScriptDifference {
  readonly added: readonly SourceStatement[]
  readonly removed: readonly RecordedStatement[]
  /** What was recorded of the others. */
  readonly kept: ReadonlyMap<SourceStatement, RecordedStatement>
}

/** What is new in a script and what is gone; undefined where statements repeat or have changed places. */
export function compareScripts(
  record: readonly RecordedStatement[],
  statements: readonly SourceStatement[],
): ScriptDifference | undefined {
  const before = new Map(record.map((each) => [each.hash, each]))
  const now = new Map(statements.map((statement) => [hashStatement(statement), statement]))
  if (before.size < record.length || now.size < statements.length) return undefined
  const staying = record.filter(({ hash }) => now.has(hash))
  const kept = new Map(staying.map((each) => [now.get(each.hash)!, each]))
  const inNewOrder = statements.filter((statement) => kept.has(statement))
  if (staying.some(({ hash }, place) => now.get(hash) !== inNewOrder[place])) return undefined
  return {
    added: statements.filter((statement) => !kept.has(statement)),
    removed: record.filter(({ hash }) => !now.has(hash)),
    kept,
  }
}
