import { nameOf } from '../../catalog/identify.ts'
import type { TriggerObject } from '../../catalog/relations.ts'
import { fillingSetting } from '../filling-setting.ts'
import { relationOf } from '../locks.ts'
import { updateTriggers } from '../update-triggers.ts'
import type { HazardRule } from './hazard.ts'

/**
 * Values come to rows by an UPDATE, and triggers cannot tell it from others. What triggers before each row make of it
 * is taken back where a column comes or gets another type (online/take-back.ts).
 */
export const fillFiresTriggers: HazardRule = {
  code: 'fill-fires-triggers',
  find({ step: { target, sql, transaction }, before, from, to, rows }) {
    const table = relationOf(target, from) ?? relationOf(target, to)
    if (table === undefined || !/^UPDATE /.test(sql) || rows(table) === 0) return []
    const isColumn = to.get(target)?.kind === 'column'
    const takesBack =
      !isColumn || before().some((other) => other.target === target && isKeeper.test(other.sql))
    return updateTriggers(table, isColumn ? [nameOf(target)] : [], from)
      .filter(({ trigger, isBeforeRow }) => to.has(trigger.id) && !(isBeforeRow && takesBack))
      .filter(({ trigger }) => transaction !== 'batches' || !asks(trigger))
      .map(({ trigger }) => ({ object: trigger.id, count: rows(table) }))
  },
}

const isKeeper = /^CREATE TRIGGER "~trueup_keep_/

function asks({ attributes: { definition } }: TriggerObject): boolean {
  return definition.includes(`'${fillingSetting}'`)
}
