import type { Catalog } from '../catalog/catalog.ts'
import type { Change } from '../diff/change.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { type KeptPartitions, scopeOf } from '../diff/scope.ts'
import type { Desired } from '../sources/desired.ts'

/** All in which a database is not what the models say, in the schemas they speak of. */
export function differences(actual: Catalog, desired: Desired): Change[] {
  return diffCatalogs(actual, desired.catalog, scopeOf(actual, desired.catalog, keptPartitions(desired)))
}

function keptPartitions({ tables }: Desired): KeptPartitions[] {
  return tables.flatMap(({ schema, name, partitionPolicy }) =>
    partitionPolicy ? [{ schema, table: name, prefix: partitionPolicy.prefix }] : [],
  )
}
