import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { attachedId } from '../alter/table-ties.ts'
import { buildKeyIndex, type KeyParts, keyParts } from './concurrent-key.ts'
import { builtIndex, isPartitioned } from './index-build.ts'
import type { Kitchen } from './recipe.ts'
import { helperName } from './reserved-name.ts'

export type Partitionable = IndexObject | ConstraintObject

/** How the indexes below one of a partitioned table are made. */
export interface Below {
  /** Columns of a primary key that must be NOT NULL, in all partitions, before it is made. */
  readonly ready: readonly ObjectId[]
  /** The index of a key, where its columns go by other names until it is the key's. */
  readonly keyIndex?: (part: ConstraintObject, parts: KeyParts) => Action
}

export function isPartitionable(object: { readonly kind: string } | undefined): object is Partitionable {
  return object?.kind === 'index' || object?.kind === 'constraint'
}

/** The indexes of partitions that are parts of one. */
export function partsBelow({ parent, id }: Partitionable, kitchen: Kitchen): Partitionable[] {
  return kitchen.to
    .childrenOf(parent ?? '')
    .flatMap((partition) => kitchen.to.partsOf(partition.id).filter(isPartitionable))
    .filter((part) => part.attributes.attachedTo === id)
}

export function onlyStatement(object: Partitionable): string {
  if (object.kind === 'index') return object.attributes.definition
  return `ALTER TABLE ONLY ${pathOf(object.parent ?? '')} ADD CONSTRAINT ${quoteIdentifier(object.name)} ${object.attributes.definition}`
}

/** The index of a partition, those of its own partitions, and what makes it a part of the whole. */
export function attachedPart(
  part: Partitionable,
  whole: Partitionable,
  below: Below,
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
      needs: [
        ...tableNeeds(part, whole),
        ...below.ready,
        `gone:${part.id}`,
        ...whenAttached(part.parent, kitchen),
      ],
      makes: [only, apart],
      does: 'online',
    })
    return [
      own,
      attach,
      ...partsBelow(part, kitchen).flatMap((next) => attachedPart(next, part, below, kitchen)),
    ]
  }
  return [...built(part, whole, below, kitchen), attach]
}

/** A partition that comes back to a table with an index gets one at once: so the index waits for it. */
export function whenAttached(table: ObjectId | null, { to }: Kitchen): ObjectId[] {
  return to.childrenOf(table ?? '').map(({ id }) => attachedId(id))
}

/** The index of a partition without partitions of its own; one that is there until then keeps its name as long. */
function built(part: Partitionable, whole: Partitionable, below: Below, kitchen: Kitchen): Action[] {
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
    below.keyIndex?.(part, parts) ?? {
      ...buildKeyIndex(part, parts, name, mark, kitchen),
      needs: each.needs,
    },
    action('create', part.id, sql, {
      needs: [...each.needs, ...below.ready, mark, `gone:${part.id}`],
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
