import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { changedTies, type Tie } from '../ties.ts'
import { type AlterationOf, differsIn } from './alteration.ts'

/**
 * A table leaves its parents, is altered on its own, and joins others; its rows stay where they are. Parents come in
 * the order of INHERIT: one that would come too early is left and joined again.
 */
export function retie({ from, to, differences, fromIndex, toIndex }: AlterationOf<'table'>): Action[] {
  if (!isRetied({ from, to, differences })) return []
  const { leaving, joining } = changedTies(from, to)
  const leavings = leaving.map((tie) => {
    const comesBack = joining.some(({ parent }) => parent === tie.parent)
    const together = comesBack ? indexesDroppedTogether(to.id, tie.parent, fromIndex, toIndex) : []
    return action('alter', to.id, leave(tie, from), {
      does: tie.bound === null ? null : 'detach',
      needs: together.map((id) => `gone:${id}`),
      makes: [untiedId(to.id), roomId(tie.parent)],
      removes: joining.length > 0 ? [tiedId(to.id)] : [], // away for one transaction only
      frees: [tie.parent, ...partsOf(tie.parent, fromIndex).filter((id) => !together.includes(id))],
    })
  })
  const joinings = joining.map((tie, i) =>
    action('alter', to.id, join(tie, to.id), {
      does: tie.bound === null ? null : 'attach',
      needs: [
        to.id,
        tie.parent,
        untiedId(to.id),
        namedId(to.id),
        roomId(tie.parent),
        i === 0 ? '' : `joined:${i - 1}:${to.id}`,
        ...[to.id, tie.parent].flatMap((table) => readyParts(table, fromIndex, toIndex)),
      ],
      makes: [attachedId(to.id), `joined:${i}:${to.id}`, tiedId(to.id)],
    }),
  )
  const typing = differsIn(differences, 'ofType') ? retype(from, to, fromIndex, toIndex) : []
  return [...leavings, ...ownNotNullNames(from, to, fromIndex, toIndex), ...joinings, ...typing]
}

/** A typed table is freed of its type while either changes: so the type need not carry the change to the table. */
function retype(
  from: TableObject,
  to: TableObject,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): Action[] {
  const [before, after] = [from.attributes.ofType, to.attributes.ofType]
  const table = `ALTER TABLE ${pathOf(to.id)}`
  return [
    ...(before
      ? [action('alter', to.id, `${table} NOT OF`, { makes: [untiedId(to.id)], frees: [before] })]
      : []),
    ...(after
      ? [
          action('alter', to.id, `${table} OF ${pathOf(after)}`, {
            needs: [after, untiedId(to.id), ...readyParts(to.id, fromIndex, toIndex)],
          }),
        ]
      : []),
  ]
}

/** Whether a table leaves or joins a parent or a type, or becomes another part of its parent. */
export function isRetied({ from, to, differences }: TableChange): boolean {
  const { leaving, joining } = changedTies(from, to)
  return leaving.length + joining.length > 0 || differsIn(differences, 'ofType')
}

type TableChange = Pick<AlterationOf<'table'>, 'from' | 'to' | 'differences'>

/** Made once a table has left the parents that it is to leave. */
export function untiedId(table: ObjectId): string {
  return `untied:${table}`
}

/** Made once a table has joined its parents. */
export function attachedId(table: ObjectId): string {
  return `attached:${table}`
}

/** Made by whoever leaves a partitioned table: its bounds are free for others. */
export function roomId(parent: ObjectId): string {
  return `room:${parent}`
}

function tiedId(table: ObjectId): string {
  return `tied:${table}`
}

function namedId(table: ObjectId): string {
  return `named:${table}`
}

function leave({ parent, bound }: Tie, { id, facts }: TableObject): string {
  return bound === null
    ? `ALTER TABLE ${pathOf(id)} NO INHERIT ${pathOf(parent)}`
    : `ALTER TABLE ${pathOf(parent)} DETACH PARTITION ${pathOf(id)}${facts.isLeaving ? ' FINALIZE' : ''}`
}

function join({ parent, bound }: Tie, table: ObjectId): string {
  return bound === null
    ? `ALTER TABLE ${pathOf(table)} INHERIT ${pathOf(parent)}`
    : `ALTER TABLE ${pathOf(parent)} ATTACH PARTITION ${pathOf(table)} ${bound}`
}

/** Columns, keys and indexes of a table that is left: they may go once nobody has them from there. */
function partsOf(table: ObjectId, index: CatalogIndex): ObjectId[] {
  return index.partsOf(table).map(({ id }) => id)
}

/** Indexes of the parent that, should they be dropped, take those of the table along only while it is attached. */
function indexesDroppedTogether(
  table: ObjectId,
  parent: ObjectId,
  from: CatalogIndex,
  to: CatalogIndex,
): ObjectId[] {
  const above = new Set(partsOf(parent, from))
  return from.partsOf(table).flatMap((part) => {
    const whole = attachedTo(part)
    if (!whole || !above.has(whole)) return []
    const after = to.get(part.id)
    return after && attachedTo(after) === null ? [] : [whole]
  })
}

function attachedTo(part: CatalogObject): ObjectId | null {
  return part.kind === 'index' || part.kind === 'constraint' ? part.attributes.attachedTo : null
}

/** Both tables must have the shape that they are to have together. */
function readyParts(table: ObjectId, from: CatalogIndex, to: CatalogIndex): string[] {
  const columns = to
    .partsOfKind(table, 'column')
    .flatMap(({ id }) => [id, `not-null:${id}`, `nullable:${id}`])
  const checks = to
    .partsOfKind(table, 'constraint')
    .flatMap(({ id, attributes }) => (attributes.type === 'check' ? [id] : []))
  const gone = partsOf(table, from).flatMap((id) => (to.has(id) ? [] : [`gone:${id}`]))
  const unattached = partsOf(table, to).map((id) => `unattached:${id}`)
  return [...columns, ...checks, ...gone, ...unattached]
}

/** A NOT NULL can have another name only while its table is on its own (PostgreSQL 18). */
function ownNotNullNames(from: TableObject, to: TableObject, fromIndex: CatalogIndex, toIndex: CatalogIndex) {
  return fromIndex.partsOfKind(from.id, 'column').flatMap(({ id, attributes, facts }) => {
    const wanted = toIndex.get(id)
    if (wanted?.kind !== 'column' || !attributes.notNull || !wanted.attributes.notNull) return []
    const [before, after] = [facts.notNullConstraint, wanted.facts.notNullConstraint]
    if (before === null || after === null || before === after) return []
    const sql = `ALTER TABLE ${pathOf(to.id)} RENAME CONSTRAINT ${quoteIdentifier(before)} TO ${quoteIdentifier(after)}`
    return [action('alter', to.id, sql, { needs: [untiedId(to.id)], makes: [namedId(to.id)] })]
  })
}
