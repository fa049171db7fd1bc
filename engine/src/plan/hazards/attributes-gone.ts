import type { CatalogObject, ObjectOf } from '../../catalog/catalog.ts'
import { partId } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Finding, StepFacts } from './hazard.ts'

/** What columns hold in attributes that their composite type is not to have. */
export function attributesGone({ step, from, to, usage }: StepFacts): Finding[] {
  const [before, after] = [from.get(step.target), to.get(step.target)]
  if (before?.kind !== 'composite' || after?.kind !== 'composite') return []
  const left = new Set(after.attributes.attributes.map(({ name }) => name))
  const gone = before.attributes.attributes.filter(({ name }) => !left.has(name))
  if (gone.length === 0) return []
  const tables = columnsOf(before.id, from).map(({ parent }) => usage.tables.get(parent ?? ''))
  if (tables.length === 0) return []
  const isEmpty = tables.every((table) => table?.exact && table.rows === 0)
  return gone.map(({ name }) => ({
    object: partId('attribute', before.id, name),
    ...(isEmpty ? { count: 0 } : {}),
  }))
}

/** Columns that hold values of a type, be it within others. */
function columnsOf(type: ObjectId, index: CatalogIndex): ObjectOf<'column'>[] {
  return index.dependentsOf(type).flatMap((object): ObjectOf<'column'>[] => {
    if (object.kind === 'column') return object.attributes.generated === null ? [object] : []
    return isMadeOfTypes(object) ? columnsOf(object.id, index) : []
  })
}

function isMadeOfTypes({ kind }: CatalogObject): boolean {
  return kind === 'composite' || kind === 'domain' || kind === 'range'
}
