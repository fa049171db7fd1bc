import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { TriggerObject } from '../catalog/relations.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** A trigger that an UPDATE fires. */
export interface UpdateTrigger {
  readonly trigger: TriggerObject
  /** BEFORE … FOR EACH ROW: it may change the row. */
  readonly isBeforeRow: boolean
}

/**
 * Triggers of a table and of its partitions that fire when an UPDATE sets these columns, in a session as applications
 * have them (manual: CREATE TRIGGER; ALTER TABLE, ENABLE TRIGGER).
 */
export function updateTriggers(
  table: ObjectId,
  columns: readonly string[],
  index: CatalogIndex,
): UpdateTrigger[] {
  const own = index.partsOfKind(table, 'trigger').flatMap((trigger) => {
    const fired = firedByUpdate(trigger, columns)
    return fired ? [{ trigger, isBeforeRow: fired.isBeforeRow }] : []
  })
  return [...own, ...index.childrenOf(table).flatMap(({ id }) => updateTriggers(id, columns, index))]
}

function firedByUpdate({ attributes: { definition, enabled } }: TriggerObject, columns: readonly string[]) {
  const { when, events = '', level } = shape.exec(definition)?.groups ?? {}
  const update = /\bUPDATE(?: OF (?<names>.*))?/.exec(events.replace(/ OR (?:INSERT|DELETE|TRUNCATE)/g, ''))
  if (!update || (enabled !== 'O' && enabled !== 'A')) return undefined
  const names = update.groups?.['names']?.split(', ')
  if (names && !columns.some((column) => names.includes(quoteIdentifier(column)))) return undefined
  return { isBeforeRow: when === 'BEFORE' && level === 'ROW' }
}

/** As pg_get_triggerdef writes it. */
const shape =
  /^CREATE (?:CONSTRAINT )?TRIGGER (?:"(?:[^"]|"")*"|\S+) (?<when>BEFORE|AFTER|INSTEAD OF) (?<events>.*?) ON .*? FOR EACH (?<level>ROW|STATEMENT)/s
