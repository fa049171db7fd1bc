import { partId } from '../../catalog/identify.ts'
import type { TriggerObject } from '../../catalog/relations.ts'
import { action } from '../../plan/action.ts'
import { createStatements } from '../../plan/kinds/create.ts'
import type { TriggerDetails } from '../../sources/database/details/details.ts'
import { array, arrow, type Code, type Entry, object, text } from '../code/code.ts'
import { stringLiteral, strings } from '../code/literals.ts'
import type { TablePart, Writing } from './writing.ts'

export interface TriggerPart extends TablePart {
  readonly trigger: Code
}

/** @param copies the same trigger on every partition, for a statement trigger that is handed down */
export function triggerPart(
  trigger: TriggerObject,
  copies: readonly TriggerObject[],
  writing: Writing,
): TriggerPart | undefined {
  const details = writing.details.triggers.get(trigger.id)
  if (!details || details.fromTable || details.timing === 'instead of') return undefined
  if (details.deferrable === 'not deferrable') return undefined
  const [, ...settings] = createStatements(trigger)
  return {
    says: [trigger.id, ...copies.map(({ id }) => id)],
    trigger: object(triggerEntries(trigger, details, copies.length > 0, writing)),
    additions: settings.map((sql) => action('alter', trigger.id, sql, {})),
  }
}

function triggerEntries(
  { name, parent, comment }: TriggerObject,
  details: TriggerDetails,
  onPartitions: boolean,
  writing: Writing,
): Entry[] {
  const { timing, events, of, forEach, when, deferrable, oldTable, newTable } = details
  const keys = of.map((column) => writing.names.key(partId('column', parent ?? '', column)))
  const referencing: Entry[] = [
    ...(oldTable === null ? [] : [['old', stringLiteral(oldTable)] as const]),
    ...(newTable === null ? [] : [['new', stringLiteral(newTable)] as const]),
  ]
  return [
    ['name', stringLiteral(name)],
    ['timing', stringLiteral(timing)],
    ['events', array(strings(inUsualOrder(events)))],
    ...(keys.length > 0 ? [['of', array(strings(keys))] as const] : []),
    ['forEach', stringLiteral(forEach)],
    ...(when === null ? [] : [['when', arrow('()', writing.sql(when))] as const]),
    ['execute', qualifiedName(details.function)],
    ...(details.arguments.length > 0 ? [['arguments', array(strings(details.arguments))] as const] : []),
    ...(referencing.length > 0 ? [['referencing', object(referencing)] as const] : []),
    ...(deferrable === null ? [] : [['deferrable', stringLiteral(deferrable)] as const]),
    ...(onPartitions ? [['onPartitions', text('true')] as const] : []),
    ...(comment === null ? [] : [['comment', stringLiteral(comment)] as const]),
  ]
}

/** Insert, update, delete: as people say them. */
function inUsualOrder(events: TriggerDetails['events']): string[] {
  return ['insert', 'update', 'delete', 'truncate'].filter((event) => events.some((one) => one === event))
}

/** `public.touch`; a record where a dot in a name could be taken for the one between them. */
function qualifiedName({ schema, name }: TriggerDetails['function']): Code {
  if (!schema.includes('.') && !name.includes('.')) return stringLiteral(`${schema}.${name}`)
  return object([
    ['schema', stringLiteral(schema)],
    ['name', stringLiteral(name)],
  ])
}
