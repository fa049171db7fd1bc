import { nameOf } from '../../catalog/identify.ts'
import type { TriggerObject } from '../../catalog/relations.ts'
import { fillingSetting } from '../filling-setting.ts'
import { relationOf } from '../locks.ts'
import { updateTriggers } from '../update-triggers.ts'
import type { HazardRule } from './hazard.ts'

/**
 * Values come to rows by an UPDATE, and triggers cannot tell it from others. Where second columns are filled, what
 * triggers before each row make of it is taken back at once (online/retype/follow.ts).
 */
export const fillFiresTriggers: HazardRule = {
  code: 'fill-fires-triggers',
  find({ step, from, to, rows }) {
    const table = relationOf(step.target, from) ?? relationOf(step.target, to)
    if (table === undefined || !/^UPDATE /.test(step.sql) || rows(table) === 0) return []
    const isColumn = to.get(step.target)?.kind === 'column'
    return updateTriggers(table, isColumn ? [nameOf(step.target)] : [], from)
      .filter(
        ({ trigger, isBeforeRow }) => to.has(trigger.id) && (isColumn || !isBeforeRow) && !asks(trigger),
      )
      .map(({ trigger }) => ({ object: trigger.id, count: rows(table) }))
  },
}

function asks({ attributes: { definition } }: TriggerObject): boolean {
  return definition.includes(`'${fillingSetting}'`)
}
