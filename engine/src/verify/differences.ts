import type { Catalog } from '../catalog/catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Change } from '../diff/change.ts'
import { changesMeant } from '../diff/changes-meant.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { type KeptPartitions, scopeOf } from '../diff/scope.ts'
import type { Desired } from '../sources/desired.ts'

/** All in which a database is not what the models say, where they speak for it. */
export function differences(actual: Catalog, desired: Desired): Change[] {
  const { catalog, extent, grants = false, ignored } = desired
  const scope = scopeOf(actual, catalog, keptPartitions(desired), extent)
  const changes = diffCatalogs(actual, catalog, scope, { grants })
  if (!ignored) return changes
  const meant = changesMeant(changes, ignored.isMeant, [indexCatalog(actual)])
  return changes.filter((change) => change.kind !== 'removed' || !meant.has(change))
}

function keptPartitions({ tables }: Desired): KeptPartitions[] {
  return tables.flatMap(({ schema, name, partitionPolicy }) =>
    partitionPolicy ? [{ schema, table: name, prefix: partitionPolicy.prefix }] : [],
  )
}
