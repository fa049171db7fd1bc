import type { Catalog, CatalogObject, ObjectOf } from '../../catalog/catalog.ts'
import { kindOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { copiesOf, isOfPartition, originalsOf } from '../inheritance.ts'

/** What goes, and how the catalog is before that. */
export interface Loss {
  readonly removed: ReadonlySet<ObjectId>
  /** What goes or changes. */
  readonly touched: ReadonlySet<ObjectId>
  readonly from: CatalogIndex
  /** What is to be there afterwards, without what is parked. */
  readonly to: Catalog
}

/**
 * A table as it is while it is parked, with the parts that stay: nothing of it may act on others or hold them. So it
 * leaves its parents and its type, and foreign keys, triggers, rules, policies and whatever uses a function go. Values
 * that are computed are not kept. undefined when it cannot be parked.
 */
export function keptTable(table: ObjectOf<'table'>, loss: Loss): CatalogObject[] | undefined {
  const { removed, touched, from, to } = loss
  const parent = table.attributes.partitionOf
  const stays = (id: ObjectId | null) => id !== null && kindOf(id) === 'table' && removed.has(id)
  const isDetached = parent !== null && !stays(parent)
  const columns = from.partsOfKind(table.id, 'column').filter(({ attributes }) => !attributes.generated)
  if (![table, ...columns].every((object) => canStay(object, loss))) return undefined
  if (columns.some(({ id }) => to.objects.has(id))) return undefined // a foreign table takes its place, with its columns
  // one that is to outlive its column lets go of it
  const sequences = columns.flatMap(({ id }) => from.sequencesOf(id)).filter(({ id }) => removed.has(id))
  const own = new Set([table.id, ...columns.map(({ id }) => id), ...sequences.map(({ id }) => id)])
  const isFree = ({ needs }: CatalogObject) =>
    needs.every((id) => own.has(id) || isOfType(id) || kindOf(id) === 'schema' || isPartOf(id, parent, from))
  const defaults = columns.flatMap(({ id }) => from.partsOfKind(id, 'default')).filter(isFree)
  // an index that its table's index takes along goes with that
  const isOnItsOwn = ({ attributes }: ObjectOf<'index' | 'constraint'>) =>
    !isDetached || attributes.attachedTo === null || !touched.has(attributes.attachedTo)
  const constraints = from
    .partsOfKind(table.id, 'constraint')
    .filter((each) => each.attributes.type !== 'foreign-key' && isFree(each) && isOnItsOwn(each))
  const indexes = from.partsOfKind(table.id, 'index').filter((each) => isFree(each) && isOnItsOwn(each))
  const inherits = table.attributes.inherits.filter(stays)
  const isAlone = isDetached || inherits.length < table.attributes.inherits.length
  return [
    {
      ...table,
      attributes: {
        ...table.attributes,
        ...(isDetached ? { partitionOf: null, partitionBound: null } : {}),
        inherits,
        ofType: null,
      },
    },
    ...columns.map((each) => (isAlone ? ofItsOwn(each) : each)),
    ...sequences,
    ...defaults,
    ...constraints.map((each) =>
      isAlone ? { ...each, attributes: { ...each.attributes, inherited: false, attachedTo: null } } : each,
    ),
    ...indexes.map((each) =>
      isDetached ? { ...each, attributes: { ...each.attributes, attachedTo: null } } : each,
    ),
  ]
}

/** Its NOT NULL may still be called as its parent's: nothing gives it that name again. */
function ofItsOwn(column: ObjectOf<'column'>): ObjectOf<'column'> {
  const { attributes, facts } = column
  return {
    ...column,
    attributes: { ...attributes, local: true },
    facts: { ...facts, notNullConstraint: null },
  }
}

/**
 * A column, with its copies in partitions and children, as it is while it is parked. What gives new rows a value
 * stays, so that they have one when it comes back; without that it must allow NULL. undefined when it cannot be parked.
 */
export function keptColumn(column: ObjectOf<'column'>, loss: Loss): CatalogObject[] | undefined {
  const { removed, from, to } = loss
  const copies = copiesOf(column, from).filter(
    (each): each is ObjectOf<'column'> => each.kind === 'column' && !removed.has(each.parent ?? ''),
  )
  const table = to.objects.get(column.parent ?? '')
  if (table?.kind === 'table' && table.attributes.ofType !== null) return undefined // it must have its type's columns
  if (!copies.every(({ id }) => removed.has(id))) return undefined // a child would keep what its parent has lost
  if (![column, ...copies].every((object) => canStay(object, loss))) return undefined
  const filling = new Map([column, ...copies].map((each) => [each, whatFills(each, loss)]))
  // a partition has NOT NULL as long as its table has, and its rows mostly come through that
  const mayBeNull = (each: ObjectOf<'column'>) =>
    !filling.get(each)?.fills && !(isOfPartition(each, from) && filling.get(column)?.fills)
  const nullables = new Set([...filling.keys()].filter(mayBeNull).map(({ id }) => id))
  return [...filling].flatMap(([each, { defaults, sequences }]) => {
    const holdsOthers = copiesOf(each, from).some(({ id }) => nullables.has(id))
    const notNull = nullables.has(each.id) ? nullable : holdsOthers ? alone(each) : {}
    return [{ ...each, attributes: { ...each.attributes, ...notNull } }, ...defaults, ...sequences]
  })
}

const nullable = {
  notNull: false,
  notNullName: null,
  notNullNoInherit: false,
  notNullValid: true,
  notNullComment: null,
}

/** PG 18: a NOT NULL that children, who have nothing to fill it with, need not have. */
function alone({ attributes, facts }: ObjectOf<'column'>) {
  return attributes.notNull && facts.notNullConstraint !== null ? { notNullNoInherit: true } : {}
}

/** What gives new rows a value in a column, and whether anything does. */
function whatFills(column: ObjectOf<'column'>, { removed, from }: Loss) {
  const sequences = from.sequencesOf(column.id).filter(({ id }) => removed.has(id))
  const own = new Set([column.id, column.parent, ...sequences.map(({ id }) => id)])
  const defaults = from
    .partsOfKind(column.id, 'default')
    .filter(({ needs }) => needs.every((id) => own.has(id) || isOfType(id)))
  const fills = column.attributes.identity !== null || defaults.some(({ attributes }) => !isNull(attributes))
  return { sequences, defaults, fills }
}

/** A column whose original goes as well goes with it, unless that goes with its whole table. */
export function goesWithOriginal(column: CatalogObject, { removed, from }: Loss): boolean {
  return originalsOf(column, from).some((id) => removed.has(id) && !removed.has(from.get(id)?.parent ?? ''))
}

function isNull({ expression }: { readonly expression: string }): boolean {
  return /^NULL\b/i.test(expression)
}

/** What an object that is parked stands on must not go; types are parked along, if they can be. */
export function canStay(
  { needs, parent }: CatalogObject,
  { removed, from }: Pick<Loss, 'removed' | 'from'>,
): boolean {
  return needs.every((id) => {
    if (!removed.has(id) || id === parent || ['schema', 'table'].includes(kindOf(id))) return true
    const type = isOfType(id) ? from.get(id) : undefined
    return type !== undefined && [type, ...from.partsOf(id)].every((part) => canStay(part, { removed, from }))
  })
}

const typesOfValues: ReadonlySet<string> = new Set(['enum', 'domain', 'composite'])

export function isOfType(id: ObjectId): boolean {
  return typesOfValues.has(kindOf(id))
}

/** An index of a partition needs that of its table. */
function isPartOf(id: ObjectId, table: ObjectId | null, from: CatalogIndex): boolean {
  return table !== null && from.get(id)?.parent === table
}
