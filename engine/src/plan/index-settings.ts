import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'

/**
 * What a relation says about one of its indexes (replica identity, CLUSTER ON) goes with the index: it is said again
 * for every index that is made.
 */
export function settingsOfNewIndexes(ids: Iterable<ObjectId>, to: CatalogIndex): Action[] {
  const relations = new Set<CatalogObject>()
  for (const id of ids) {
    const object = to.get(id)
    if (object?.kind === 'table' || object?.kind === 'materialized-view') relations.add(object)
    if (object?.kind !== 'index' && object?.kind !== 'constraint') continue
    const owner = to.get(object.parent ?? '')
    if (owner && namedIndexes(owner).includes(object.name)) relations.add(owner)
  }
  return [...relations].flatMap((relation) => indexSettings(relation, to))
}

/** Settings that name an index wait for it; columns of a replica identity cannot be null. */
export function indexSettings(relation: CatalogObject, to?: CatalogIndex): Action[] {
  const verb = relation.kind === 'table' ? 'ALTER TABLE' : 'ALTER MATERIALIZED VIEW'
  return settingsOf(relation).map(([index, setting]) =>
    action('alter', relation.id, `${verb} ${pathOf(relation.id)} ${setting} ${quoteIdentifier(index)}`, {
      needs: [
        relation.id,
        ...(to?.partsOfKind(relation.id, 'column') ?? []).map(({ id }) => `not-null:${id}`),
        partId('constraint', relation.id, index),
        `index:${quoteIdentifier(relation.schema ?? '')}.${quoteIdentifier(index)}`,
      ],
    }),
  )
}

function namedIndexes(relation: CatalogObject): string[] {
  return settingsOf(relation).map(([index]) => index)
}

function settingsOf(relation: CatalogObject): (readonly [index: string, setting: string])[] {
  if (relation.kind !== 'table' && relation.kind !== 'materialized-view') return []
  const settings: (readonly [string, string])[] = []
  if (relation.kind === 'table') {
    const { replicaIdentity } = relation.attributes
    if (typeof replicaIdentity === 'object')
      settings.push([replicaIdentity.index, 'REPLICA IDENTITY USING INDEX'])
  }
  const { clusterOn } = relation.attributes
  if (clusterOn !== null) settings.push([clusterOn, 'CLUSTER ON'])
  return settings
}
