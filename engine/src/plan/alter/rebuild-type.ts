import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { createStatements } from '../kinds/create.ts'
import { commentStatements } from '../kinds/statements.ts'
import type { Alteration, AlterationOf } from './alteration.ts'

type TypeAlteration =
  | AlterationOf<'enum'>
  | AlterationOf<'domain'>
  | AlterationOf<'composite'>
  | AlterationOf<'range'>

/**
 * Makes a type anew under its own name: the old one is renamed aside, every column that has it moves over by way of
 * its text form, and the old one goes. Views, functions, checks and defaults that speak of it are made again after.
 */
export function rebuildType(alteration: TypeAlteration): Alteration {
  const { from, to, fromIndex, toIndex } = alteration
  const aside = `${to.name.slice(0, 40)}__old`
  const asideId = `aside:${to.id}`
  const newId = `new:${to.id}`
  const columns = columnsOfType(from.id, fromIndex).filter((column) => staysOfType(column, to.id, toIndex))
  const moved = columns.map((column) => `moved:${column.id}`)
  const kind = from.kind === 'domain' ? 'DOMAIN' : 'TYPE'
  const [create, ...rest] = createStatements(to)
  const constraints = toIndex.partsOfKind(to.id, 'domain-constraint')
  const actions: Action[] = [
    action('alter', to.id, `ALTER ${kind} ${pathOf(from.id)} RENAME TO ${quoteIdentifier(aside)}`, {
      removes: [from.id, ...fromIndex.partsOf(from.id).map(({ id }) => id)],
      makes: [asideId],
    }),
    action('create', to.id, create!, { needs: [asideId, ...to.needs], makes: [newId] }),
    ...[...rest, ...commentStatements(to)].map((sql, i) =>
      action('alter', to.id, sql, { needs: [newId], makes: [`${newId}:${i}`] }),
    ),
    ...constraints.map((constraint) =>
      action('create', constraint.id, createStatements(constraint)[0]!, {
        needs: [newId],
        makes: [constraint.id],
      }),
    ),
    ...columns.map((column, i) =>
      moveColumn(
        column,
        toIndex,
        newId,
        constraints.map(({ id }) => id),
        moved[i]!,
      ),
    ),
    action('drop', to.id, `DROP ${kind} ${quoteQualified(from.schema ?? '', aside)}`, {
      needs: [newId, ...moved, ...constraints.map(({ id }) => id)],
      makes: [to.id],
    }),
  ]
  return {
    kind: 'in-place',
    actions,
    pushesAside: ({ kind: dependent, parent }) => dependent !== 'column' && parent !== from.id,
  }
}

function moveColumn(
  column: ColumnObject,
  toIndex: CatalogIndex,
  newId: ObjectId,
  needs: readonly ObjectId[],
  moved: ObjectId,
): Action {
  const wanted = toIndex.get(column.id)
  const type = wanted?.kind === 'column' ? wanted.attributes.type : column.attributes.type
  const name = quoteIdentifier(column.name)
  const sql = `ALTER TABLE ${pathOf(column.parent ?? '')} ALTER COLUMN ${name} TYPE ${type} USING ${name}::text::${type}`
  return action('alter', column.id, sql, { needs: [newId, ...needs], makes: [moved] })
}

/** Columns whose values are of the type; those that a parent table or a partitioned one hands down move with it. */
function columnsOfType(type: ObjectId, index: CatalogIndex): ColumnObject[] {
  return index
    .dependentsOf(type)
    .filter(
      (object): object is ColumnObject =>
        object.kind === 'column' && object.attributes.local && object.attributes.generated === null,
    )
}

function staysOfType(column: ColumnObject, type: ObjectId, toIndex: CatalogIndex): boolean {
  const wanted = toIndex.get(column.id)
  return wanted?.kind === 'column' && wanted.needs.includes(type)
}
