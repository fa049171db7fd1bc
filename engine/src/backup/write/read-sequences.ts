import type { Catalog } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Database } from '../../postgres/database.ts'
import { quoteLiteral, quoteQualified } from '../../sql/quote.ts'
import type { SequenceEntry } from '../format/manifest.ts'

/**
 * Where all sequences stand, those behind identity columns too. Sequences know no snapshots: what is read now is at
 * or past the state that is backed up, so no value comes twice.
 */
export async function readSequences(database: Database, catalog: Catalog): Promise<SequenceEntry[]> {
  const known = sequencesOf(catalog)
  const names = [...known.keys()]
  const entries: SequenceEntry[] = []
  for (let i = 0; i < names.length; i += batch) {
    const selects = names
      .slice(i, i + batch)
      .map((name) => `SELECT ${quoteLiteral(name)}, last_value, is_called FROM ${name}`)
    const [result] = await database.query(selects.join(' UNION ALL '))
    for (const [sequence, lastValue, isCalled] of result?.rows ?? [])
      entries.push({
        sequence: sequence ?? '',
        table: known.get(sequence ?? '') ?? null,
        lastValue: lastValue ?? '',
        isCalled: isCalled === 't',
      })
  }
  return entries
}

const batch = 200

/** By name, with the table of each; partitions may share the sequence of their table. */
function sequencesOf({ objects }: Catalog): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  const tableOf = (column: ObjectId | null) => {
    const parent = column && objects.get(column)?.parent
    return parent ? pathOf(parent) : null
  }
  for (const object of objects.values()) {
    if (object.kind === 'sequence') found.set(pathOf(object.id), tableOf(object.attributes.ownedBy))
    const identity = object.kind === 'column' ? object.attributes.identity : null
    const name = identity && quoteQualified(identity.sequenceSchema, identity.sequenceName)
    if (name && !found.has(name)) found.set(name, tableOf(object.id))
  }
  return found
}
