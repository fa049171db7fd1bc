import { partId, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject, TriggerObject } from '../../catalog/relations.ts'
import { createObjects } from '../../plan/create-objects.ts'
import { tableStorage } from '../../plan/kinds/table.ts'
import { settingEntries } from './storage.ts'
import type { Writing } from './writing.ts'

/** The partitions of a table that have nothing of their own but a name, bounds, and storage that all of them share. */
export interface PlainPartitions {
  readonly tables: readonly TableObject[]
  /** Whether these are all there are. */
  readonly areAll: boolean
  readonly storage: readonly string[]
  /** The statement trigger of the table as it stands on each of its partitions; none unless all have it. */
  copiesOf(trigger: TriggerObject): readonly TriggerObject[]
}

export function plainPartitions(table: TableObject, writing: Writing): PlainPartitions {
  const { index } = writing
  const all = index.childrenOf(table.id).filter((child) => child.kind === 'table')
  const copies = new Map(
    index.partsOfKind(table.id, 'trigger').map((trigger) => [trigger, copiesOn(trigger, all, writing)]),
  )
  const handedDown = new Set([...copies.values()].flat().map(({ id }) => id))
  const plain = all.filter(
    (partition) =>
      partition.schema === table.schema &&
      isPlain(partition, handedDown, writing) &&
      settingEntries(storageOf(partition)),
  )
  const storage = plain[0] ? storageOf(plain[0]) : []
  const tables = plain.filter((partition) => String(storageOf(partition)) === String(storage))
  return {
    tables,
    areAll: tables.length === all.length,
    storage,
    copiesOf: (trigger) => copies.get(trigger) ?? [],
  }
}

function copiesOn(
  trigger: TriggerObject,
  partitions: readonly TableObject[],
  writing: Writing,
): TriggerObject[] {
  const details = writing.details.triggers.get(trigger.id)
  if (details?.forEach !== 'statement') return []
  const copies = partitions.flatMap(({ id }) => {
    const copy = writing.index.get(partId('trigger', id, trigger.name))
    const isSame =
      copy?.kind === 'trigger' &&
      copy.attributes.enabled === trigger.attributes.enabled &&
      copy.comment === null &&
      JSON.stringify(writing.details.triggers.get(copy.id)) === JSON.stringify(details)
    return isSame ? [copy] : []
  })
  return copies.length === partitions.length ? copies : []
}

/** Nothing but `PARTITION OF` is needed to make it as it is. */
function isPlain(partition: TableObject, handedDown: ReadonlySet<ObjectId>, { index }: Writing): boolean {
  const ids = new Set<ObjectId>()
  const gather = (id: ObjectId) => {
    if (handedDown.has(id)) return
    ids.add(id)
    for (const part of index.partsOf(id)) gather(part.id)
  }
  gather(partition.id)
  const { partitionOf, partitionBound } = partition.attributes
  const storage = tableStorage(partition)
  const expected = [
    `CREATE TABLE ${pathOf(partition.id)} PARTITION OF ${pathOf(partitionOf ?? '')} ${partitionBound}`,
    ...(storage.length > 0 ? [`WITH (${storage.join(', ')})`] : []),
  ].join(' ')
  const statements = createObjects(ids, index).filter(({ sql }) => sql !== '')
  return statements.length === 1 && statements[0]?.sql === expected
}

function storageOf({ attributes: { storage, toastStorage } }: TableObject): string[] {
  return [...storage, ...toastStorage.map((option) => `toast.${option}`)]
}
