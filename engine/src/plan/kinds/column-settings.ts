import type { ColumnSettings } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { optionChanges } from '../alter/storage-options.ts'
import { compressionName, storageNames } from './column.ts'

/** Clauses of ALTER MATERIALIZED VIEW that bring the settings of its columns from one state to another. */
export function columnSettingChanges(
  from: readonly ColumnSettings[],
  to: readonly ColumnSettings[],
): string[] {
  const before = new Map(from.map((column) => [column.name, column]))
  const after = new Map(to.map((column) => [column.name, column]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const column = `ALTER COLUMN ${quoteIdentifier(name)}`
    return changes(before.get(name), after.get(name)).map((change) => `${column} ${change}`)
  })
}

function changes(before: ColumnSettings | undefined, after: ColumnSettings | undefined): string[] {
  const changed = (setting: 'storage' | 'compression' | 'statistics') =>
    (before?.[setting] ?? null) !== (after?.[setting] ?? null)
  const compression = after?.compression ? compressionName(after.compression) : 'default'
  return [
    ...(changed('storage')
      ? [`SET STORAGE ${storageNames[after?.storage ?? before?.typeStorage ?? '']}`]
      : []),
    ...(changed('compression') ? [`SET COMPRESSION ${compression}`] : []),
    ...(changed('statistics') ? [`SET STATISTICS ${after?.statistics ?? -1}`] : []),
    ...optionChanges(before?.options ?? [], after?.options ?? []),
  ]
}
