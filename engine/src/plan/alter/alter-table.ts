import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { indexSettings } from '../create-table.ts'
import { notNullConstraint } from './alter-column.ts'
import type { Alteration, AlterationOf } from './alteration.ts'
import { differsIn } from './alteration.ts'
import { rebuildTable } from './rebuild-table.ts'
import { optionChanges } from './storage-options.ts'

/** What a table has beside its columns and parts. */
export function alterTable(alteration: AlterationOf<'table'>): Alteration {
  const { from, to, differences, toIndex } = alteration
  if (differsIn(differences, 'partitionKey')) return rebuildTable(alteration)
  const clauses = differences.flatMap(({ attribute }) =>
    clausesFor(attribute as keyof TableObject['attributes'], from, to),
  )
  const needs = to.needs
  return {
    kind: 'in-place',
    actions: [
      ...clauses.map((clause) => action('alter', to.id, `ALTER TABLE ${pathOf(to.id)} ${clause}`, { needs })),
      ...partitionMoves(from, to, toIndex),
      ...(from.attributes.partitionOf && !to.attributes.partitionOf ? ownNotNullNames(alteration) : []),
      ...(differsIn(differences, 'replicaIdentity', 'clusterOn') ? indexSettings(to) : []),
    ],
  }
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
    case 'inherits':
      return [
        ...without(before.inherits, after.inherits).map((parent) => `NO INHERIT ${pathOf(parent)}`),
        ...without(after.inherits, before.inherits).map((parent) => `INHERIT ${pathOf(parent)}`),
      ]
    case 'ofType':
      return [after.ofType ? `OF ${pathOf(after.ofType)}` : 'NOT OF']
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
    case 'partitionOf':
    case 'partitionBound':
    case 'partitionKey':
      return []
  }
}

/** A partition that changes its parent or its bounds is detached and attached again; its rows stay where they are. */
function partitionMoves(from: TableObject, to: TableObject, toIndex: CatalogIndex): Action[] {
  const before = from.attributes
  const after = to.attributes
  if (before.partitionOf === after.partitionOf && before.partitionBound === after.partitionBound) return []
  const path = pathOf(to.id)
  const detached = `detached:${to.id}`
  return [
    ...(before.partitionOf
      ? [
          action('alter', to.id, `ALTER TABLE ${pathOf(before.partitionOf)} DETACH PARTITION ${path}`, {
            makes: [detached],
            frees: [before.partitionOf],
          }),
        ]
      : []),
    ...(after.partitionOf
      ? [
          action(
            'alter',
            to.id,
            `ALTER TABLE ${pathOf(after.partitionOf)} ATTACH PARTITION ${path} ${after.partitionBound}`,
            {
              needs: [
                detached,
                after.partitionOf,
                to.id,
                ...toIndex.partsOf(to.id).map(({ id }) => `unattached:${id}`),
              ],
              makes: [`attached:${to.id}`],
            },
          ),
        ]
      : []),
  ]
}

/** On its own again, a partition keeps the names that its NOT NULL constraints had from its parent (PostgreSQL 18). */
function ownNotNullNames({ from, to, fromIndex, toIndex }: AlterationOf<'table'>): Action[] {
  return fromIndex.partsOfKind(from.id, 'column').flatMap((column) => {
    const wanted = toIndex.get(column.id)
    const name = column.facts.notNullConstraint
    if (wanted?.kind !== 'column' || !wanted.attributes.notNull || name === null) return []
    const wantedName = notNullConstraint(wanted)
    if (name === wantedName || toIndex.catalog.serverVersion < 180000) return []
    const sql = `ALTER TABLE ${pathOf(to.id)} RENAME CONSTRAINT ${quoteIdentifier(name)} TO ${quoteIdentifier(wantedName)}`
    return [action('alter', to.id, sql, { needs: [`detached:${to.id}`] })]
  })
}

function without(ids: readonly ObjectId[], others: readonly ObjectId[]): ObjectId[] {
  return ids.filter((id) => !others.includes(id))
}
