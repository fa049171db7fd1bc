import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { TableModel } from '../model.ts'

/** What CREATE TABLE has no words for, or has them only in newer majors. */
export function tableSettings(table: TableModel): readonly string[] {
  const parent = quoteQualified(table.schema, table.name)
  const partitions = table.partitioning?.partitions ?? []
  const stored =
    partitions.length === 0 ? [parent] : partitions.map(({ name }) => quoteQualified(table.schema, name))
  return [
    ...columnSettings(table).map((setting) => `ALTER TABLE ${parent} ${setting}`),
    ...replicaIdentity(table).flatMap((setting) => stored.map((name) => `ALTER TABLE ${name} ${setting}`)),
  ]
}

/** Handed down to partitions by ALTER TABLE itself. */
function columnSettings({ columns }: TableModel): readonly string[] {
  return columns.flatMap(({ name, storage, statistics }) => {
    const alter = `ALTER COLUMN ${quoteIdentifier(name)}`
    return [
      ...(storage === undefined ? [] : [`${alter} SET STORAGE ${storage.toUpperCase()}`]),
      ...(statistics === undefined ? [] : [`${alter} SET STATISTICS ${statistics}`]),
    ]
  })
}

function replicaIdentity({ replicaIdentity }: TableModel): readonly string[] {
  if (replicaIdentity === undefined) return []
  const identity =
    typeof replicaIdentity === 'string'
      ? replicaIdentity.toUpperCase()
      : `USING INDEX ${quoteIdentifier(replicaIdentity.index)}`
  return [`REPLICA IDENTITY ${identity}`]
}
