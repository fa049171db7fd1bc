import { pathOf } from '../../catalog/identify.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { type Action, action } from '../../plan/action.ts'
import { indexSettings } from '../../plan/index-settings.ts'
import { tableStorage } from '../../plan/kinds/table.ts'
import { array, type Code, call, type Entry, object, openObject, text } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'
import { columnExtras } from './column-extras.ts'
import { columnsInOrder } from './columns.ts'
import { settingEntries } from './storage.ts'
import type { TableParts } from './table-parts.ts'
import type { Writing } from './writing.ts'

/** What Drizzle's `pgTable` cannot say about a table; undefined where it has said everything. */
export function tableCompanion(table: TableObject, parts: TableParts, writing: Writing): Code | undefined {
  const { attributes, comment } = table
  const { partitioning, exclusions, triggers } = parts
  const storage = settingEntries(partitioning ? partitioning.storage : storageOf(table))
  const columns = columnsInOrder(table, writing).flatMap((column) => columnExtras(column, writing))
  const constraints = [...parts.primaryKeys, ...parts.foreignKeys, ...parts.uniques, ...parts.checks]
  const entries: Entry[] = [
    ...(comment === null ? [] : [['comment', stringLiteral(comment)] as const]),
    ...(attributes.persistence === 'unlogged' ? [['unlogged', text('true')] as const] : []),
    ...records('storage', storage ?? []),
    ...replicaIdentityEntry(table),
    ...(attributes.rowSecurity && attributes.forceRowSecurity
      ? [['forceRowLevelSecurity', text('true')] as const]
      : []),
    ...(partitioning ? [['partitionBy', partitioning.code] as const] : []),
    ...records('columns', columns),
    ...records('constraints', extrasOf(constraints)),
    ...records('indexes', extrasOf(parts.indexes)),
    ...(exclusions.length > 0
      ? [['exclusions', array(exclusions.map(({ exclusion }) => exclusion))] as const]
      : []),
    ...(triggers.length > 0 ? [['triggers', array(triggers.map(({ trigger }) => trigger))] as const] : []),
  ]
  if (entries.length === 0) return undefined
  return call(writing.companion('extend'), text(writing.names.of(table.id)), openObject(entries))
}

/** Settings of a table that neither Drizzle nor the companion can say. */
export function tableAdditions(table: TableObject, parts: TableParts): Action[] {
  const { rowSecurity, forceRowSecurity } = table.attributes
  const options = tableStorage(table)
  const { replicaIdentity, partitionKey } = table.attributes
  const settings = [
    ...(settingEntries(storageOf(table)) || parts.partitioning ? [] : [`SET (${options.join(', ')})`]),
    ...(forceRowSecurity && !rowSecurity ? ['FORCE ROW LEVEL SECURITY'] : []),
    ...(partitionKey !== null && (replicaIdentity === 'full' || replicaIdentity === 'nothing')
      ? [`REPLICA IDENTITY ${replicaIdentity.toUpperCase()}`]
      : []),
  ].map((setting) => action('alter', table.id, `ALTER TABLE ${pathOf(table.id)} ${setting}`, {}))
  const ofIndexes = indexSettings(table).filter(
    ({ sql }) => parts.partitioning || !sql.includes(' REPLICA IDENTITY '),
  )
  return [...settings, ...ofIndexes]
}

function storageOf({ attributes: { storage, toastStorage } }: TableObject): string[] {
  return [...storage, ...toastStorage.map((option) => `toast.${option}`)]
}

function records(key: string, entries: readonly Entry[]): Entry[] {
  return entries.length > 0 ? [[key, object(entries)]] : []
}

function extrasOf(parts: readonly { readonly extras?: Entry | undefined }[]): Entry[] {
  return parts.flatMap(({ extras }) => (extras ? [extras] : []))
}

/** Of a partitioned table the companion means the partitions, not the table itself. */
function replicaIdentityEntry({ attributes: { replicaIdentity, partitionKey } }: TableObject): Entry[] {
  if (replicaIdentity === 'default' || partitionKey !== null) return []
  const value =
    typeof replicaIdentity === 'string'
      ? stringLiteral(replicaIdentity)
      : object([['index', stringLiteral(replicaIdentity.index)]])
  return [['replicaIdentity', value]]
}
