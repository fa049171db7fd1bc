import type { CatalogObject } from '../../../catalog/catalog.ts'
import type { CatalogIndex } from '../../../catalog/index-catalog.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { ColumnObject, ConstraintObject, IndexObject } from '../../../catalog/relations.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import type { Action } from '../../action.ts'
import { keepsFile } from '../../keeps-file.ts'
import { keyParts } from '../concurrent-key.ts'
import { isPartitioned } from '../index-build.ts'
import { isWholeReference } from '../partitioned-reference.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { columnCopies } from './column-copies.ts'
import { isRemade, type MovedType, movedType, withHelperType } from './moved-type.ts'

/** A column that gets its new type by way of a second one beside it. */
export interface RetypedColumn {
  readonly action: Action
  readonly from: ColumnObject
  readonly to: ColumnObject
  readonly table: ObjectId
  /** Name of the column that grows beside the old one, and its type. */
  readonly helper: string
  readonly type: string
  /** Where that type is made anew itself. */
  readonly moved: MovedType | undefined
  /** The new value, as an expression over the row. */
  readonly expression: string
  /** What stands on the column and is there before and after: made again on the new one. */
  readonly dependents: readonly Dependent[]
  /** The column in the partitions of its table, and what stands on it there: all of it follows the table's. */
  readonly below: readonly CatalogObject[]
}

export type Dependent = ConstraintObject | IndexObject | Extract<CatalogObject, { kind: 'statistics' }>

/**
 * The column, where growing a second one is a way: undefined where the type changes without touching the rows, where
 * nobody waits, and where something stands on it that cannot be made beside the old one (keys without overlaps, which
 * have no concurrent form, stored generated columns, which are written anew anyway).
 */
export function retypedColumn(action: Action, kitchen: Kitchen): RetypedColumn | undefined {
  if (action.does !== 'retype') return undefined
  const [from, to] = [kitchen.from.get(action.target), kitchen.to.get(action.target)]
  if (from?.kind !== 'column' || to?.kind !== 'column' || !kitchen.isBusy(to.parent)) return undefined
  const table = to.parent ?? ''
  const using = /\bUSING (.*)$/s.exec(action.sql)?.[1]
  if (using === undefined && sameCollation(from, to) && keepsFile(from.attributes.type, to.attributes.type))
    return undefined
  const copies = columnCopies(from, kitchen)
  if (!copies || from.grants !== null) return undefined
  const moved = movedType(to, kitchen)
  if (!moved && to.needs.some((id) => isRemade(id, kitchen))) return undefined
  const dependents = standingOn(from, kitchen.from).filter((each) => stays(each, kitchen))
  if (!dependents.every(canBeRemade(table, kitchen))) return undefined
  const below = copies.flatMap((copy) =>
    standingOn(copy, kitchen.from).filter((each) => stays(each, kitchen)),
  )
  if (!below.every(comesWithParents)) return undefined
  const type = withHelperType(`::${to.attributes.type}`, moved).slice(2)
  const value = withHelperType(using ?? quoteIdentifier(from.name), moved)
  return {
    action,
    from,
    to,
    table,
    helper: helperName('new', to.id),
    type,
    moved,
    // an expression of a person's own may still end in the old type
    expression: !moved || value.endsWith(`::text::${type}`) ? value : `(${value})::text::${type}`,
    dependents: dependents.filter(isDependent),
    below: [...copies, ...below],
  }
}

/** With the foreign keys that stand on its keys. */
function standingOn(column: ColumnObject, index: CatalogIndex): CatalogObject[] {
  const direct = index.dependentsOf(column.id)
  const indirect = direct
    .filter(({ kind }) => kind === 'constraint')
    .flatMap(({ id }) => index.dependentsOf(id).filter(isReference))
  return [...new Set([...direct, ...indirect])]
}

function sameCollation(from: ColumnObject, to: ColumnObject): boolean {
  return from.attributes.collation === to.attributes.collation
}

/** What the plan drops or makes anew by itself needs no help, but for indexes that only follow a type. */
function stays(each: CatalogObject, kitchen: Kitchen): boolean {
  return kitchen.to.has(each.id) && (kitchen.removerOf(each.id) === undefined || followsType(each, kitchen))
}

/** An index that goes and comes only because it speaks of a type that is made anew: it is built before the swap. */
export function followsType({ id, kind, needs }: CatalogObject, kitchen: Kitchen): boolean {
  if (kind !== 'index' || !isRemade(id, kitchen)) return false
  return needs.every((need) => {
    const remover = kitchen.removerOf(need)
    return remover === undefined || remover.does === 'retype' || kitchen.to.get(need)?.kind === 'enum'
  })
}

function canBeRemade(table: ObjectId, kitchen: Kitchen) {
  return (each: CatalogObject): boolean => {
    switch (each.kind) {
      case 'constraint':
        return each.attributes.attachedTo === null && hasSecondForm(each, kitchen)
      case 'index':
        return each.parent === table && isInPlace(each) && !each.attributes.attachedTo
      case 'statistics':
      case 'sequence':
        return true
      default:
        return false
    }
  }
}

function hasSecondForm(each: ConstraintObject, kitchen: Kitchen): boolean {
  const { from } = kitchen
  switch (each.attributes.type) {
    case 'check':
      return true
    case 'foreign-key':
      return (
        !isPartitioned(each.parent, from) ||
        from.catalog.serverVersion >= 180000 ||
        isWholeReference(each, kitchen)
      )
    case 'exclusion':
      return !isPartitioned(each.parent, from)
    default:
      return keyParts(each) !== undefined
  }
}

/** One in a tablespace of its own would be moved there, which takes as long as building it. */
function isInPlace({ attributes: { valid, tablespace } }: IndexObject): boolean {
  return valid && tablespace === null
}

function isReference(each: CatalogObject): boolean {
  return each.kind === 'constraint' && each.attributes.type === 'foreign-key'
}

export function isCheck(each: CatalogObject): each is ConstraintObject {
  return each.kind === 'constraint' && each.attributes.type === 'check'
}

function comesWithParents(each: CatalogObject): boolean {
  if (each.kind === 'index') return each.attributes.attachedTo !== null && isInPlace(each)
  if (each.kind !== 'constraint') return false
  return isKey(each) ? each.attributes.attachedTo !== null : isCheck(each) && each.attributes.inherited
}

export function isKey({ attributes: { type } }: ConstraintObject): boolean {
  return type === 'primary-key' || type === 'unique'
}

function isDependent(each: CatalogObject): each is Dependent {
  return each.kind === 'constraint' || each.kind === 'index' || each.kind === 'statistics'
}
