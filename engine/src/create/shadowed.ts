import type { Catalog } from '../catalog/catalog.ts'
import { quoteQualified } from '../sql/quote.ts'

/** A table that queries without a schema would not find: another of its name comes earlier in the search path. */
export interface ShadowedTable {
  readonly table: string
  readonly schema: string
}

export function findShadowed(actual: Catalog, desired: Catalog): ShadowedTable[] {
  const shadowed: ShadowedTable[] = []
  for (const { kind, schema, name } of desired.objects.values()) {
    if (kind !== 'table' || schema === null) continue
    const position = actual.searchPath.indexOf(schema)
    const earlier = actual.searchPath
      .slice(0, position < 0 ? undefined : position)
      .find((other) =>
        ['table', 'view'].some((each) => actual.objects.has(`${each}:${quoteQualified(other, name)}`)),
      )
    if (earlier !== undefined) shadowed.push({ table: name, schema: earlier })
  }
  return shadowed
}
