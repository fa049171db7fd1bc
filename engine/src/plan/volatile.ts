import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { DefaultObject } from '../catalog/relations.ts'

/**
 * Does a default give every row a value of its own? Functions of users say so themselves (pg_get_functiondef leaves
 * VOLATILE out, because it is the usual); of PostgreSQL's own these are the volatile ones that defaults are made of.
 */
export function isVolatile({ attributes, needs }: DefaultObject, index: CatalogIndex): boolean {
  if (volatileFunctions.test(attributes.expression)) return true
  return needs.some((id) => {
    const object = index.get(id)
    if (object?.kind !== 'function') return false
    const header = object.attributes.definition.split(/^AS /m)[0] ?? ''
    return !/\b(?:IMMUTABLE|STABLE)\b/.test(header)
  })
}

const volatileFunctions =
  /\b(?:random|random_normal|gen_random_uuid|uuidv4|uuidv7|uuid_generate_v\w+|clock_timestamp|timeofday|nextval|setval|pg_snapshot_\w+|txid_current|pg_current_xact_id)\(/
