import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { nameOf, partId, pathOf } from '../../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { sortById } from '../../catalog/sort.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { dropConcurrently, isPartitioned } from './index-build.ts'
import { isHelperName } from './reserved-name.ts'

/** The comment of a column whose rows do not all have their values yet: a run that died here is gone on with. */
export const beingFilled = 'trueup: rows are being filled'

/**
 * A catalog without the helpers of a run that died, and those helpers by themselves.
 * @param wanted a column that is being filled counts among them only where it is wanted still, as it is
 */
export function splitLeftovers(
  catalog: Catalog,
  wanted?: Catalog,
): { readonly own: Catalog; readonly leftovers: Catalog } {
  const helpers = new Map<ObjectId, CatalogObject>()
  const own = new Map<ObjectId, CatalogObject>()
  for (const [id, object] of catalog.objects) {
    const isHelper =
      isHelperName(object.name) ||
      (object.kind === 'column' && isHalfFilled(object, catalog, wanted)) ||
      helpers.has(object.parent ?? '') ||
      isHelperName(nameOf(object.parent ?? ''))
    ;(isHelper ? helpers : own).set(id, object)
  }
  if (helpers.size === 0) return { own: catalog, leftovers: { ...catalog, objects: helpers } }
  return { own: { ...catalog, objects: own }, leftovers: { ...catalog, objects: helpers } }
}

/** What splitLeftovers took apart. */
export function withLeftovers(own: Catalog, { objects: helpers }: Catalog): Catalog {
  if (helpers.size === 0) return own
  return { ...own, objects: sortById([...own.objects.values(), ...helpers.values()]) }
}

/** Partitions and children have theirs from their parent, without the mark. */
function isHalfFilled(column: ColumnObject, catalog: Catalog, wanted: Catalog | undefined): boolean {
  if (column.comment === beingFilled) return isWantedStill(column, wanted)
  const table = column.attributes.local ? undefined : catalog.objects.get(column.parent ?? '')
  return (table ? parentTables(table) : []).some((parent) => {
    const above = catalog.objects.get(partId('column', parent, column.name))
    return above?.kind === 'column' && isHalfFilled(above, catalog, wanted)
  })
}

function isWantedStill({ id, attributes }: ColumnObject, wanted: Catalog | undefined): boolean {
  const object = wanted?.objects.get(id)
  if (object?.kind !== 'column' || object.attributes.type !== attributes.type) return false
  return object.attributes.identity !== null || wanted?.objects.has(`default:${pathOf(id)}`) === true
}

/** Helpers that no recipe goes on with are nobody's: no consent is needed to take them away. */
export function dropLeftovers(
  leftovers: CatalogIndex,
  reused: ReadonlySet<ObjectId>,
  from: CatalogIndex,
): Action[] {
  return [...leftovers.catalog.objects.values()]
    .filter(({ id, parent }) => !reused.has(id) && !leftovers.has(parent ?? ''))
    .filter((object) => !goesWithParents(object, leftovers, from))
    .flatMap((object) => {
      const sql = dropStatement(object)
      return sql === undefined
        ? []
        : [object.kind === 'index' ? dropIndex(object, leftovers, from) : dropOther(object, sql)]
    })
}

/** What a partition has from its parent goes, and stays, with the parent's. */
function goesWithParents(object: CatalogObject, leftovers: CatalogIndex, from: CatalogIndex): boolean {
  const { kind, name, parent } = object
  if (kind === 'index') return leftovers.has(object.attributes.attachedTo ?? '')
  const table = from.get(parent ?? '')
  const parents = table ? parentTables(table) : []
  return parents.some((above) => leftovers.has(partId(kind, above, name)))
}

/** That of a partitioned table takes those of its partitions along, and has no concurrent form. */
function dropIndex(
  { id, needs, parent }: CatalogObject,
  leftovers: CatalogIndex,
  from: CatalogIndex,
): Action {
  if (!isPartitioned(parent, from))
    return { ...dropConcurrently(id, pathOf(id), { removes: [id], frees: needs }), verb: 'alter' }
  return action('alter', id, `DROP INDEX ${pathOf(id)}`, {
    removes: [id, ...attachedTo(id, leftovers)],
    frees: needs,
  })
}

function attachedTo(index: ObjectId, leftovers: CatalogIndex): ObjectId[] {
  return [...leftovers.catalog.objects.values()].flatMap((each) =>
    each.kind === 'index' && each.attributes.attachedTo === index
      ? [each.id, ...attachedTo(each.id, leftovers)]
      : [],
  )
}

function dropOther({ id, needs }: CatalogObject, sql: string): Action {
  return action('alter', id, sql, { removes: [id], frees: needs })
}

function dropStatement({ id, kind, name, parent }: CatalogObject): string | undefined {
  const table = pathOf(parent ?? '')
  switch (kind) {
    case 'constraint':
      return `ALTER TABLE ${table} DROP CONSTRAINT ${quoteIdentifier(name)}`
    case 'column':
      return `ALTER TABLE ${table} DROP COLUMN ${quoteIdentifier(name)} CASCADE`
    case 'trigger':
      return `DROP TRIGGER ${quoteIdentifier(name)} ON ${table}`
    case 'function':
      return `DROP FUNCTION ${pathOf(id)} CASCADE`
    case 'sequence':
      return `DROP SEQUENCE ${pathOf(id)} CASCADE`
    case 'enum':
      return `DROP TYPE ${pathOf(id)} CASCADE`
    case 'index':
      return ''
    default:
      return undefined
  }
}
