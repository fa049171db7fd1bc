import type { CatalogObject } from '../../catalog/catalog.ts'
import { nameOf, pathOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { compressionName, identityClause, storageNames } from '../kinds/column.ts'
import { needsExplicitCast } from '../type-cast.ts'
import type { Alteration, AlterationOf } from './alteration.ts'
import { differsIn, replace } from './alteration.ts'
import { identityChanges } from './identity-changes.ts'
import { foreignOptionChanges, optionChanges } from './storage-options.ts'

/** A column of a table that stays; only a column whose values are computed may be dropped and made anew. */
export function alterColumn(alteration: AlterationOf<'column'>): Alteration {
  const { from, to, differences, fromIndex, values } = alteration
  if (differsIn(differences, 'generated')) {
    const gentle = generationChange(from, to, fromIndex.catalog.serverVersion)
    if (!gentle) return replace
  }
  const isRetyped = differsIn(differences, 'type', 'collation')
  if (isRetyped && to.attributes.generated) return replace
  const table = to.parent ?? ''
  const verb = table.startsWith('foreign-table:') ? 'ALTER FOREIGN TABLE' : 'ALTER TABLE'
  const statement = (clause: string) => `${verb} ${pathOf(table)} ${clause}`
  const backfill = values.backfill(to.id)
  const filled = `filled:${to.id}`
  const fill =
    differsIn(differences, 'notNull') && to.attributes.notNull && backfill !== undefined
      ? [fillNulls(to, backfill, filled)]
      : []
  const retype = isRetyped
    ? [statement(`ALTER COLUMN ${quoteIdentifier(to.name)} ${typeClause(from, to, values.using(to.id))}`)]
    : []
  return {
    kind: 'in-place',
    actions: [
      ...retype.map((sql) =>
        // as the remover of the old and the maker of the new column, it stands between what must go and what comes back
        action('alter', to.id, sql, { needs: to.needs, frees: from.needs, removes: [to.id], makes: [to.id] }),
      ),
      ...fill,
      ...differences.flatMap(({ attribute }) =>
        clausesFor(attribute, alteration).map((clause) =>
          action('alter', to.id, statement(clause), {
            needs: [
              ...to.needs,
              ...(isRetyped ? [to.id] : []),
              ...stateNeeded(attribute, alteration),
              filled,
            ],
            frees: from.needs,
            makes: stateMade(attribute, alteration),
          }),
        ),
      ),
    ],
    ...(isRetyped ? { pushesAside: cannotSeeRetyping } : {}),
  }
}

/** Values for the rows that are already there. */
export function fillNulls(column: ColumnObject, expression: string, made: string): Action {
  const name = quoteIdentifier(column.name)
  const sql = `UPDATE ${pathOf(column.parent ?? '')} SET ${name} = ${expression} WHERE ${name} IS NULL`
  return action('alter', column.id, sql, { needs: [column.id], makes: [made] })
}

/** NOT NULL comes before identity and key, and goes after them: what a clause waits for, and what waits for it. */
function stateNeeded(attribute: string, { from, to }: AlterationOf<'column'>): string[] {
  if (attribute === 'notNull' && !to.attributes.notNull) return [`keyless:${to.id}`, `plain:${to.id}`]
  if (attribute === 'identity' && !from.attributes.identity)
    return [`not-null:${to.id}`, `defaultless:${to.id}`, `sequence-free:${to.id}`]
  if (attribute === 'identity' && !to.attributes.identity) return [`positioned:${to.id}`]
  return []
}

function stateMade(attribute: string, { to }: AlterationOf<'column'>): string[] {
  if (attribute === 'notNull' && to.attributes.notNull) return [`not-null:${to.id}`]
  if (attribute === 'identity') return [to.attributes.identity ? `identity:${to.id}` : `plain:${to.id}`]
  return []
}

/** PostgreSQL itself carries indexes, keys and statistics over a change of type; it refuses for these. */
export function cannotSeeRetyping(dependent: CatalogObject): boolean {
  switch (dependent.kind) {
    case 'view':
    case 'materialized-view':
    case 'rule':
    case 'policy':
    case 'trigger':
    case 'function':
    case 'default':
      return true
    case 'column':
      return dependent.attributes.generated !== null
    default:
      return false
  }
}

function typeClause(from: ColumnObject, to: ColumnObject, decided: string | undefined): string {
  const { type, collation } = to.attributes
  const cast = needsExplicitCast(from.attributes.type, type)
    ? `${quoteIdentifier(to.name)}::${type}`
    : undefined
  const using = decided ?? cast
  return `TYPE ${type}${collation ? ` COLLATE ${collation}` : ''}${using ? ` USING ${using}` : ''}`
}

function clausesFor(attribute: string, { from, to, fromIndex }: AlterationOf<'column'>): string[] {
  const before = from.attributes
  const after = to.attributes
  const column = `ALTER COLUMN ${quoteIdentifier(to.name)}`
  switch (attribute) {
    case 'notNull':
      return notNullClauses(to)
    case 'notNullName':
      if (!before.notNull || !after.notNull) return []
      return [renamedNotNull(from, to)]
    case 'notNullValid':
      return after.notNullValid && before.notNull
        ? [`VALIDATE CONSTRAINT ${quoteIdentifier(notNullConstraint(to))}`]
        : []
    case 'identity':
      if (!after.identity) return [`${column} DROP IDENTITY`]
      if (!before.identity) return [`${column} ADD ${identityClause(after.identity, to)}`]
      return identityChanges(before.identity, after.identity, before.type !== after.type).map(
        (clause) => `${column} ${clause}`,
      )
    case 'generated':
      return [`${column} ${generationChange(from, to, fromIndex.catalog.serverVersion)}`]
    case 'storage':
      return [`${column} SET STORAGE ${storageNames[after.storage ?? to.facts.typeStorage]}`]
    case 'compression':
      return [
        `${column} SET COMPRESSION ${after.compression ? compressionName(after.compression) : 'default'}`,
      ]
    case 'statistics':
      return [`${column} SET STATISTICS ${after.statistics ?? -1}`]
    case 'options':
      return optionChanges(before.options, after.options).map((clause) => `${column} ${clause}`)
    case 'foreignOptions':
      return [`${column} ${foreignOptionChanges(before.foreignOptions, after.foreignOptions)}`]
    default:
      return []
  }
}

function notNullClauses({ name, attributes }: ColumnObject): string[] {
  const column = quoteIdentifier(name)
  if (!attributes.notNull) return [`ALTER COLUMN ${column} DROP NOT NULL`]
  if (attributes.notNullName === null && attributes.notNullValid && !attributes.notNullNoInherit)
    return [`ALTER COLUMN ${column} SET NOT NULL`]
  const name_ = attributes.notNullName ? `CONSTRAINT ${quoteIdentifier(attributes.notNullName)} ` : ''
  const suffix = `${attributes.notNullNoInherit ? ' NO INHERIT' : ''}${attributes.notNullValid ? '' : ' NOT VALID'}`
  return [`ADD ${name_}NOT NULL ${column}${suffix}`]
}

function renamedNotNull(from: ColumnObject, to: ColumnObject): string {
  return `RENAME CONSTRAINT ${quoteIdentifier(notNullConstraint(from))} TO ${quoteIdentifier(notNullConstraint(to))}`
}

export function notNullConstraint(column: ColumnObject): string {
  return column.attributes.notNullName ?? chosenName(nameOf(column.parent ?? ''), column.name, 'not_null')
}

/** The clause that changes how a column is computed without making it anew; undefined where there is none. */
function generationChange(from: ColumnObject, to: ColumnObject, serverVersion: number): string | undefined {
  const before = from.attributes.generated
  const after = to.attributes.generated
  if (before?.kind === 'stored' && !after) return 'DROP EXPRESSION'
  if (before && after && before.kind === after.kind && serverVersion >= 170000)
    return `SET EXPRESSION AS (${after.expression})`
  return undefined
}
