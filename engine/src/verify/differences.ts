import type { Catalog } from '../catalog/catalog.ts'
import type { Change } from '../diff/change.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { type KeptPartitions, scopeOf } from '../diff/scope.ts'
import type { Desired } from '../sources/desired.ts'

/** All in which a database is not what the models say, where they speak for it. */
export function differences(actual: Catalog, desired: Desired): Change[] {
  const { catalog, extent, grants = false } = desired
  const scope = scopeOf(actual, catalog, keptPartitions(desired), extent)
  return diffCatalogs(actual, catalog, scope, { grants })
}

function keptPartitions({ tables }: Desired): KeptPartitions[] {
  return tables.flatMap(({ schema, name, partitionPolicy }) =>
    partitionPolicy ? [{ schema, table: name, prefix: partitionPolicy.prefix }] : [],
  )
}
