import type { ColumnObject } from '../../catalog/relations.ts'
import type { HazardRule } from './hazard.ts'

/** A column that was swapped in stands last: an INSERT without a list of columns means others from the commit on. */
export const columnMovesToTheEnd: HazardRule = {
  code: 'column-moves-to-the-end',
  find({ step: { sql, target }, from, to }) {
    const column = from.get(target)
    if (!isSwapped.test(sql) || column?.kind !== 'column') return []
    const isBehind = (other: ColumnObject) => {
      const after = to.get(other.id)
      const isSwappedToo = after?.kind === 'column' && after.attributes.type !== other.attributes.type
      return other.facts.position > column.facts.position && after !== undefined && !isSwappedToo
    }
    return from.partsOfKind(column.parent ?? '', 'column').some(isBehind) ? [{ object: target }] : []
  },
}

const isSwapped = /^ALTER TABLE .* RENAME COLUMN trueup_new_[0-9a-f]{16} TO /s
