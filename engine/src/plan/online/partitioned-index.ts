import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { attachedId } from '../alter/table-ties.ts'
import { buildKeyIndex, keyParts } from './concurrent-key.ts'
import { builtIndex, isPartitioned } from './index-build.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { helperName } from './reserved-name.ts'

type Partitionable = IndexObject | ConstraintObject

/**
 * CREATE INDEX CONCURRENTLY does not know partitioned tables: the index of the table itself is made without those of
 * its partitions, each of these is built while others write and attached, and with the last one it becomes valid
 * (manual: CREATE INDEX, ON ONLY; ALTER INDEX, ATTACH PARTITION).
 */
export const partitionedIndex: Recipe = (each, kitchen) => {
  const { to, isBusy } = kitchen
  const object = to.get(each.target)
  if (each.verb !== 'create' || !isPartitionable(object) || !isBusy(object.parent)) return undefined
  if (object.attributes.attachedTo || !isPartitioned(object.parent, to)) return undefined
  if (object.kind === 'constraint' && !keyParts(object)) return undefined
  const only = `only:${object.id}`
  return [
    {
      ...each,
      sql: onlyStatement(object),
      needs: [...each.needs, ...whenAttached(object.parent, kitchen)],
      makes: [...each.makes, only],
      does: 'online',
    },
    ...partsBelow(object, kitchen).flatMap((part) =>
      builtPart(
        part,
        object,
        each.needs.filter((id) => id.startsWith('not-null:')),
        kitchen,
      ),
    ),
  ]
}

/** The indexes of partitions come with the recipe above. */
export const partOfPartitionedIndex: Recipe = (each, kitchen) => {
  const part = kitchen.to.get(each.target)
  if (!isPartitionable(part) || !part.attributes.attachedTo) return undefined
  if (each.verb !== 'create' && !each.makes.includes(part.id)) return undefined
  let root: Partitionable = part
  for (let above = parentOf(root, kitchen); above; above = parentOf(root, kitchen)) root = above
  const isMade = kitchen.createOf(root.id) !== undefined && kitchen.isBusy(root.parent)
  return isMade && (root.kind === 'index' || keyParts(root)) ? [] : undefined
}

function isPartitionable(object: { readonly kind: string } | undefined): object is Partitionable {
  return object?.kind === 'index' || object?.kind === 'constraint'
}

function parentOf(part: Partitionable, { to }: Kitchen): Partitionable | undefined {
  const parent = to.get(part.attributes.attachedTo ?? '')
  return isPartitionable(parent) ? parent : undefined
}

/** The indexes of partitions that are parts of one. */
export function partsBelow({ parent, id }: Partitionable, kitchen: Kitchen): Partitionable[] {
  return kitchen.to
    .childrenOf(parent ?? '')
    .flatMap((partition) => kitchen.to.partsOf(partition.id).filter(isPartitionable))
    .filter((part) => part.attributes.attachedTo === id)
}

function onlyStatement(object: Partitionable): string {
  if (object.kind === 'index') return object.attributes.definition
  return `ALTER TABLE ONLY ${pathOf(object.parent ?? '')} ADD CONSTRAINT ${quoteIdentifier(object.name)} ${object.attributes.definition}`
}

/** @param ready columns of a primary key that must be NOT NULL, in all partitions, before it is made */
function builtPart(
  part: Partitionable,
  whole: Partitionable,
  ready: readonly ObjectId[],
  kitchen: Kitchen,
): Action[] {
  const [only, apart] = [`only:${part.id}`, `apart:${part.id}`]
  const attach = action(
    'alter',
    part.id,
    `ALTER INDEX ${indexPath(whole)} ATTACH PARTITION ${indexPath(part)}`,
    {
      needs: [`only:${whole.id}`, apart, ...part.needs.filter((id) => id !== whole.id)],
      makes: [part.id],
      does: 'online',
    },
  )
  if (isPartitioned(part.parent, kitchen.to)) {
    const own = action('create', part.id, onlyStatement(part), {
      needs: [...tableNeeds(part, whole), ...ready, `gone:${part.id}`, ...whenAttached(part.parent, kitchen)],
      makes: [only, apart],
      does: 'online',
    })
    return [
      own,
      attach,
      ...partsBelow(part, kitchen).flatMap((below) => builtPart(below, part, ready, kitchen)),
    ]
  }
  return [...built(part, whole, ready, kitchen), attach]
}

/** A partition that comes back to a table with an index gets one at once: so the index waits for it. */
function whenAttached(table: ObjectId | null, { to }: Kitchen): ObjectId[] {
  return to.childrenOf(table ?? '').map(({ id }) => attachedId(id))
}

/** The index of a partition without partitions of its own; one that is there until then keeps its name as long. */
function built(
  part: Partitionable,
  whole: Partitionable,
  ready: readonly ObjectId[],
  kitchen: Kitchen,
): Action[] {
  const apart = `apart:${part.id}`
  const each = action('create', part.id, '', { needs: tableNeeds(part, whole) })
  const name = helperName('new', part.id)
  const mark = `built:${part.id}`
  if (part.kind === 'index') {
    if (!kitchen.from.has(part.id)) return [builtIndex(each, part, part.name, [apart], kitchen)]
    const rename = `ALTER INDEX ${quoteQualified(part.schema ?? '', name)} RENAME TO ${quoteIdentifier(part.name)}`
    return [
      builtIndex(each, part, name, [mark], kitchen),
      action('alter', part.id, rename, { needs: [mark, `gone:${part.id}`], makes: [apart] }),
    ]
  }
  const parts = keyParts(part)
  if (!parts) throw new Error(`${part.id} is no key`)
  const sql = `ALTER TABLE ${pathOf(part.parent ?? '')} ADD CONSTRAINT ${quoteIdentifier(part.name)} ${parts.type} USING INDEX ${name}${parts.deferrable}`
  return [
    { ...buildKeyIndex(part, parts, name, mark, kitchen), needs: each.needs },
    action('create', part.id, sql, {
      needs: [...each.needs, ...ready, mark, `gone:${part.id}`],
      makes: [apart],
      does: 'online',
    }),
  ]
}

function tableNeeds(part: Partitionable, whole: Partitionable): ObjectId[] {
  return part.needs.filter((id) => id !== whole.id && id !== part.attributes.attachedTo)
}

function indexPath(object: Partitionable): string {
  return quoteQualified(object.schema ?? '', object.name)
}
