import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { indexSettings } from '../index-settings.ts'
import { ownerId } from './alter-sequence.ts'
import type { Alteration, AlterationOf } from './alteration.ts'
import { differsIn } from './alteration.ts'
import { rebuildTable } from './rebuild-table.ts'
import { optionChanges } from './storage-options.ts'
import { retie } from './table-ties.ts'

/** What a table has beside its columns and parts. */
export function alterTable(alteration: AlterationOf<'table'>): Alteration {
  const { from, to, differences } = alteration
  if (differsIn(differences, 'partitionKey') || isOutOfOrder(alteration)) return rebuildTable(alteration)
  const clauses = differences.flatMap(({ attribute }) =>
    clausesFor(attribute as keyof TableObject['attributes'], from, to),
  )
  const needs = to.needs
  return {
    kind: 'in-place',
    actions: [
      ...clauses.map((clause) =>
        action('alter', to.id, `ALTER TABLE ${pathOf(to.id)} ${clause}`, {
          needs: [
            ...needs,
            ...(isPersistence(clause) ? [...neighboursFirst(alteration), ...sequencesFirst(alteration)] : []),
          ],
          makes: isPersistence(clause) ? [persistenceId(to.id)] : [],
        }),
      ),
      ...retie(alteration),
      ...(differsIn(differences, 'replicaIdentity', 'clusterOn')
        ? indexSettings(to, alteration.toIndex)
        : []),
    ],
  }
}

/** A typed table has its type's columns in the order of the type, and new columns go to the end. */
function isOutOfOrder({ to, differences, fromIndex, toIndex }: AlterationOf<'table'>): boolean {
  if (to.attributes.ofType === null || !differsIn(differences, 'ofType')) return false
  const [before, after] = [fromIndex, toIndex].map((index) =>
    index
      .partsOfKind(to.id, 'column')
      .toSorted((a, b) => a.facts.position - b.facts.position)
      .map(({ name }) => name),
  ) as [string[], string[]]
  const kept = before.filter((name) => after.includes(name))
  const added = after.filter((name) => !before.includes(name))
  return [...kept, ...added].some((name, i) => name !== after[i])
}

function isPersistence(clause: string): boolean {
  return clause === 'SET LOGGED' || clause === 'SET UNLOGGED'
}

/** Made once a table is logged, or unlogged, as it should be. */
export function persistenceId(table: ObjectId): string {
  return `persistence:${table}`
}

/** A logged table cannot refer to an unlogged one: who is referred to becomes logged first, and unlogged last. What is
 * published must be logged. */
function neighboursFirst({ to, fromIndex, toIndex }: AlterationOf<'table'>): string[] {
  if (to.attributes.persistence === 'permanent')
    return toIndex
      .partsOfKind(to.id, 'constraint')
      .flatMap(({ facts: { references } }) =>
        references && references !== to.id ? [persistenceId(references)] : [],
      )
  const published = fromIndex.dependentsOf(to.id).filter(({ kind }) => kind === 'publication-table')
  const referring = fromIndex
    .partsOf(to.id)
    .flatMap(({ id }) => fromIndex.dependentsOf(id))
    .flatMap((object) =>
      object.kind === 'constraint' &&
      object.facts.references === to.id &&
      object.parent &&
      object.parent !== to.id
        ? [persistenceId(object.parent)]
        : [],
    )
  return [...published.map(({ id }) => `gone:${id}`), ...referring]
}

/** Sequences of the table become what it becomes, so one that leaves it goes before (PostgreSQL 15). */
function sequencesFirst({ from, fromIndex }: AlterationOf<'table'>): string[] {
  return fromIndex
    .partsOfKind(from.id, 'column')
    .flatMap(({ id }) => fromIndex.sequencesOf(id))
    .map(({ id }) => ownerId(id))
}

function clausesFor(
  attribute: keyof TableObject['attributes'],
  from: TableObject,
  to: TableObject,
): string[] {
  const before = from.attributes
  const after = to.attributes
  switch (attribute) {
    case 'persistence':
      return [after.persistence === 'unlogged' ? 'SET UNLOGGED' : 'SET LOGGED']
    case 'storage':
      return optionChanges(before.storage, after.storage)
    case 'toastStorage':
      return optionChanges(before.toastStorage, after.toastStorage, 'toast.')
    case 'accessMethod':
      return [`SET ACCESS METHOD ${quoteIdentifier(after.accessMethod ?? 'heap')}`]
    case 'tablespace':
      return [`SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`]
    case 'rowSecurity':
      return [`${after.rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`]
    case 'forceRowSecurity':
      return [`${after.forceRowSecurity ? '' : 'NO '}FORCE ROW LEVEL SECURITY`]
    case 'replicaIdentity':
      return typeof after.replicaIdentity === 'string'
        ? [`REPLICA IDENTITY ${after.replicaIdentity.toUpperCase()}`]
        : []
    case 'clusterOn':
      return after.clusterOn === null ? ['SET WITHOUT CLUSTER'] : []
    case 'inherits':
    case 'ofType':
    case 'partitionOf':
    case 'partitionBound':
    case 'partitionKey':
      return []
  }
}
