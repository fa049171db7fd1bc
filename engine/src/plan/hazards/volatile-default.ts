import { isVolatile } from '../volatile.ts'
import type { HazardRule } from './hazard.ts'

/** Every row gets a value of its own, so the whole table is written anew. */
export const volatileDefault: HazardRule = {
  code: 'volatile-default',
  find({ step, work, to, rows }) {
    const column = to.get(step.target)
    if (step.kind !== 'create-column' || work.kind !== 'rewrite' || column?.kind !== 'column') return []
    const table = column.parent ?? ''
    const isDefault = to.partsOfKind(column.id, 'default').some((each) => isVolatile(each, to))
    return isDefault && rows(table) > 0 ? [{ object: column.id, count: rows(table) }] : []
  },
}
