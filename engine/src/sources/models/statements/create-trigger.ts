import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../../sql/quote.ts'
import type { TableModel, TriggerModel } from '../model.ts'
import { deferrableClause } from './deferrable-clause.ts'

/** The trigger on the table and, where asked for, on each of its partitions. */
export function createTriggers(trigger: TriggerModel, table: TableModel): readonly string[] {
  const partitions = trigger.onPartitions ? (table.partitioning?.partitions ?? []) : []
  return [table, ...partitions].map(({ name }) => createTrigger(trigger, quoteQualified(table.schema, name)))
}

function createTrigger(trigger: TriggerModel, on: string): string {
  const { timing, when, execute } = trigger
  return [
    `CREATE ${trigger.deferrable === undefined ? '' : 'CONSTRAINT '}TRIGGER ${quoteIdentifier(trigger.name)}`,
    ` ${timing.toUpperCase()} ${events(trigger)} ON ${on}`,
    deferrableClause(trigger.deferrable),
    referencing(trigger),
    ` FOR EACH ${trigger.forEach.toUpperCase()}`,
    when === undefined ? '' : ` WHEN (${when})`,
    ` EXECUTE FUNCTION ${quoteQualified(execute.schema, execute.name)}`,
    `(${trigger.arguments.map(quoteLiteral).join(', ')})`,
  ].join('')
}

function events({ events, of }: TriggerModel): string {
  const columns = of.length === 0 ? '' : ` OF ${of.map(quoteIdentifier).join(', ')}`
  return events.map((event) => event.toUpperCase() + (event === 'update' ? columns : '')).join(' OR ')
}

function referencing({ oldTable, newTable }: TriggerModel): string {
  if (oldTable === undefined && newTable === undefined) return ''
  return [
    ' REFERENCING',
    oldTable === undefined ? '' : ` OLD TABLE AS ${quoteIdentifier(oldTable)}`,
    newTable === undefined ? '' : ` NEW TABLE AS ${quoteIdentifier(newTable)}`,
  ].join('')
}
