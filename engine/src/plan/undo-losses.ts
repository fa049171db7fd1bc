import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Step } from './plan.ts'

/** What the statements of the way back cannot bring back. */
export interface UndoLoss {
  readonly object: ObjectId
  readonly reason: 'rows-gone' | 'values-gone' | 'filled' | 'computed'
  /** Rows or values, where counted. */
  readonly count?: number
}

/** Definitions always come back; what was in them is another matter. */
export function undoLosses(steps: readonly Step[], from: CatalogIndex): UndoLoss[] {
  return steps.flatMap(({ target, sql, hazards }): UndoLoss[] => [
    ...hazards.flatMap(({ code, object, count }): UndoLoss[] => {
      if (count === 0) return []
      if (code === 'data-loss')
        return [{ object, reason: 'rows-gone', ...(count === undefined ? {} : { count }) }]
      return code === 'enum-value-removal' ? [{ object, reason: 'values-gone' }] : []
    }),
    ...filledColumn(sql, from).map((object) => ({ object, reason: 'filled' }) as const),
    ...(/^ALTER TABLE .* ALTER COLUMN .* TYPE .* USING /s.test(sql)
      ? [{ object: target, reason: 'computed' } as const]
      : []),
  ])
}

/** A column that was there before; one that is new goes with the values that were filled into it. */
function filledColumn(sql: string, from: CatalogIndex): ObjectId[] {
  const [, table, column] = /^UPDATE ((?:"(?:[^"]|"")*"|[^\s"])+) SET ("(?:[^"]|"")*"|\S+) = /.exec(sql) ?? []
  const id = `column:${table}.${column}`
  return table !== undefined && from.has(id) ? [id] : []
}
