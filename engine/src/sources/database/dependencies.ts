import type { ObjectId } from '../../catalog/object.ts'
import { type AddressBook, catalogs, firstUserOid } from './address.ts'
import { createByAddress } from './by-address.ts'

type DependencyRow = readonly [
  catalog: number,
  oid: number,
  position: number,
  neededCatalog: number,
  neededOid: number,
  neededPosition: number,
]

/**
 * What needs what, as PostgreSQL recorded it (pg_depend, manual 53.18), between objects that users made.
 * What the structure says anyway (schema of a table, own columns of a constraint, owned sequences) is left out.
 */
export const dependencyRows = `
  SELECT json_build_array(d.classid::int8, d.objid::int8, d.objsubid, d.refclassid::int8, d.refobjid::int8, d.refobjsubid)
  FROM pg_depend d
  WHERE d.deptype IN ('n', 'a') AND d.objid >= ${firstUserOid} AND d.refobjid >= ${firstUserOid}
    AND d.refclassid <> 'pg_namespace'::regclass
    AND NOT (d.classid = 'pg_constraint'::regclass AND d.deptype = 'a')
    AND NOT (d.classid = 'pg_attrdef'::regclass AND d.deptype = 'a')
    AND NOT (d.classid = 'pg_class'::regclass AND d.deptype = 'a' AND d.refobjsubid > 0
      AND d.objid IN (SELECT seqrelid FROM pg_sequence))`

type MemberRow = readonly [catalog: number, oid: number, extension: number]

/** Members of extensions: whoever needs one needs the extension. */
export const extensionMemberRows = `
  SELECT json_build_array(d.classid::int8, d.objid::int8, d.refobjid::int8)
  FROM pg_depend d WHERE d.deptype = 'e' AND d.objid >= ${firstUserOid}`

export function registerMembers(rows: readonly MemberRow[], addresses: AddressBook): void {
  for (const [catalog, oid, extension] of rows) {
    const id = addresses.find(catalogs.extension, extension)
    if (id) addresses.register(catalog, oid, id)
  }
}

export type NeedsOf = (catalog: number, oid: number, position: number) => readonly ObjectId[]

/** Needs are kept by address of the dependent, not by id: several addresses (index and constraint) are one object. */
export function indexDependencies(rows: readonly DependencyRow[], addresses: AddressBook): NeedsOf {
  const byDependent = createByAddress<ObjectId[]>()
  for (const [catalog, oid, position, neededCatalog, neededOid, neededPosition] of rows) {
    const needed = addresses.find(neededCatalog, neededOid, neededPosition)
    if (needed === undefined || needed === addresses.find(catalog, oid, position)) continue
    const needs = byDependent.get(catalog, oid, position)
    if (!needs) byDependent.set(catalog, oid, position, [needed])
    else if (!needs.includes(needed)) needs.push(needed)
  }
  return (catalog, oid, position) => byDependent.get(catalog, oid, position) ?? noNeeds
}

const noNeeds: readonly ObjectId[] = []
