import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { alterAlone, copiesOf, originalsOf } from '../inheritance.ts'
import { compressionName, identityClause, storageNames } from '../kinds/column.ts'
import { nullTest } from '../kinds/null-test.ts'
import { settledId } from '../settled.ts'
import { alterNotNull } from './alter-not-null.ts'
import type { Alteration, AlterationOf } from './alteration.ts'
import { differsIn, replace } from './alteration.ts'
import { convertValue } from './convert-value.ts'
import { identityChanges } from './identity-changes.ts'
import { rebuiltIndexes } from './rebuilt-indexes.ts'
import { losesIdentity, nameFreed, renamedSequence, sequenceNames } from './sequence-of-identity.ts'
import { foreignOptionChanges, optionChanges } from './storage-options.ts'

/** A column of a table that stays; only a column whose values are computed may be dropped and made anew. */
export function alterColumn(alteration: AlterationOf<'column'>): Alteration {
  const { from, to, differences, fromIndex, toIndex, values } = alteration
  if (differsIn(differences, 'generated')) {
    const gentle = generationChange(from, to, fromIndex.catalog.serverVersion)
    if (!gentle) return replace
  }
  const keepsRows = differsIn(differences, 'keptRows')
  const isRetyped = keepsRows || differsIn(differences, 'type', 'collation')
  if (isRetyped && to.attributes.generated) return replace
  const table = to.parent ?? ''
  const verb = table.startsWith('foreign-table:') ? 'ALTER FOREIGN TABLE' : 'ALTER TABLE'
  const statement = (clause: string) => `${verb} ${pathOf(table)} ${clause}`
  const copies = copiesThatStay(alteration)
  const alone = alterAlone(table, fromIndex, toIndex)
  const backfill = values.backfill(to.id)
  const filled = `filled:${to.id}`
  const fill =
    differsIn(differences, 'notNull') && to.attributes.notNull && backfill !== undefined
      ? [fillNulls(to, backfill, filled)]
      : []
  const column = `ALTER COLUMN ${quoteIdentifier(to.name)}`
  // as the remover of the old and the maker of the new column, it stands between what must go and what comes back
  const retype = action('alter', to.id, statement(`${column} ${typeClause(alteration)}`), {
    needs: [
      ...to.needs,
      ...(losesIdentity(alteration) || losesExpression(alteration) ? [`plain:${to.id}`] : []),
      ...untilOwn(alteration),
    ],
    frees: from.needs,
    removes: [from.id, ...copies],
    makes: [to.id, ...copies],
    does: 'retype',
  })
  const asText = statement(`${column} TYPE text USING ${quoteIdentifier(to.name)}::text`)
  return {
    kind: 'in-place',
    actions: [
      ...(isRetyped ? (keepsRows ? throughText(retype, asText) : [retype]) : []),
      ...(isRetyped ? rebuiltIndexes(alteration) : []),
      ...fill,
      ...(differsIn(differences, 'notNull', 'notNullName', 'notNullNoInherit', 'notNullValid')
        ? alterNotNull(alteration, filled)
        : []),
      ...renamedSequence(from, to),
      ...differences.flatMap(({ attribute }) =>
        clausesFor(attribute, alteration).map((clause) =>
          action('alter', to.id, isOwn(attribute) ? `${alone} ${clause}` : statement(clause), {
            needs: [
              ...to.needs,
              ...((isRetyped && !comesFirst(attribute, alteration)) || isOwn(attribute) ? [to.id] : []),
              ...stateNeeded(attribute, alteration),
            ],
            frees: from.needs,
            makes: stateMade(attribute, alteration),
            removes: attribute === 'identity' ? nameFreed(alteration) : [],
          }),
        ),
      ),
    ],
    ...(isRetyped
      ? { pushesAside: (dependent) => cannotSeeRetyping(dependent) || isReference(dependent) }
      : {}),
  }
}

/** Lets go of the row type of a table, which changes meanwhile, only to be of that type again. */
function throughText(retype: Action, asText: string): Action[] {
  const state = `text:${retype.target}`
  return [
    { ...retype, sql: asText, needs: [], makes: [state], does: null },
    { ...retype, needs: [...retype.needs, state], removes: [], does: null },
  ]
}

/** Copies in partitions and children, which a change of type reaches as well. */
function copiesThatStay({ from, to, fromIndex, toIndex }: AlterationOf<'column'>): ObjectId[] {
  const after = new Set(copiesOf(to, toIndex).map(({ id }) => id))
  return copiesOf(from, fromIndex).flatMap(({ id }) => (after.has(id) ? [id] : []))
}

/** Settings that each table of a tree has for itself, though ALTER TABLE would spread them. */
function isOwn(attribute: string): boolean {
  return ['storage', 'compression', 'statistics', 'options'].includes(attribute)
}

/** Values for the rows that are already there. */
export function fillNulls(column: ColumnObject, expression: string, made: string): Action {
  const name = quoteIdentifier(column.name)
  const sql = `UPDATE ${pathOf(column.parent ?? '')} SET ${name} = ${expression} WHERE ${nullTest(column)}`
  return action('alter', column.id, sql, { needs: [column.id], makes: [made], does: 'fill' })
}

/** While a parent has the column as well, nobody may change its type here. */
function untilOwn({ from, fromIndex, toIndex }: AlterationOf<'column'>): string[] {
  return originalsOf(from, fromIndex).flatMap((id) => (toIndex.has(id) ? [] : [`gone:${id}`]))
}

function losesExpression({ from, to }: AlterationOf<'column'>): boolean {
  return from.attributes.generated !== null && to.attributes.generated === null
}

/**
 * Only whole numbers can be an identity: the column is none any more when it gets another type. And what is computed
 * takes no USING.
 */
function comesFirst(attribute: string, alteration: AlterationOf<'column'>): boolean {
  if (attribute === 'generated') return losesExpression(alteration)
  return attribute === 'identity' && losesIdentity(alteration)
}

/** NOT NULL comes before identity, and goes after it: what a clause waits for, and what waits for it. */
function stateNeeded(attribute: string, { from, to, toIndex }: AlterationOf<'column'>): string[] {
  if (attribute === 'identity' && !from.attributes.identity) {
    const numbered = [to, ...copiesOf(to, toIndex)] // since 17 partitions are numbered by the identity as well
    return [`not-null:${to.id}`, `sequence-free:${to.id}`, ...numbered.map(({ id }) => `defaultless:${id}`)]
  }
  if (attribute === 'identity' && !to.attributes.identity) return [`positioned:${to.id}`]
  return []
}

function stateMade(attribute: string, { from, to }: AlterationOf<'column'>): string[] {
  if (attribute === 'storage' || attribute === 'compression') return [settledId(to.parent ?? '')]
  if (attribute === 'generated') return to.attributes.generated ? [] : [`plain:${to.id}`]
  if (attribute === 'identity')
    return to.attributes.identity
      ? [`identity:${to.id}`, ...(from.attributes.identity ? [] : sequenceNames(to, from))]
      : [`plain:${to.id}`]
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
    case 'publication-table':
      return true
    case 'column':
      return dependent.attributes.generated !== null
    default:
      return false
  }
}

/** Both ends of a foreign key must be comparable at any moment: it comes back when both have changed. */
function isReference(dependent: CatalogObject): boolean {
  return dependent.kind === 'constraint' && dependent.attributes.type === 'foreign-key'
}

function typeClause({ from, to, fromIndex, toIndex, values }: AlterationOf<'column'>): string {
  const decided = values.using(to.id)
  const { type, collation } = to.attributes
  const isForeign = to.parent?.startsWith('foreign-table:')
  const using = decided ?? (isForeign ? undefined : convertValue(from, to, fromIndex, toIndex))
  return `TYPE ${type}${collation ? ` COLLATE ${collation}` : ''}${using ? ` USING ${using}` : ''}`
}

function clausesFor(attribute: string, { from, to, fromIndex }: AlterationOf<'column'>): string[] {
  const before = from.attributes
  const after = to.attributes
  const column = `ALTER COLUMN ${quoteIdentifier(to.name)}`
  switch (attribute) {
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

/** The clause that changes how a column is computed without making it anew; undefined where there is none. */
function generationChange(from: ColumnObject, to: ColumnObject, serverVersion: number): string | undefined {
  const before = from.attributes.generated
  const after = to.attributes.generated
  if (before?.kind === 'stored' && !after) return 'DROP EXPRESSION'
  if (before && after && before.kind === after.kind && serverVersion >= 170000)
    return `SET EXPRESSION AS (${after.expression})`
  return undefined
}
