import type { ObjectId } from '../../catalog/object.ts'

/** Fixed oids of PostgreSQL's own catalogs (src/include/catalog/*.h; they never change between majors). */
export const catalogs = {
  am: 2601,
  amop: 2602,
  amproc: 2603,
  attrdef: 2604,
  cast: 2605,
  class: 1259,
  collation: 3456,
  constraint: 2606,
  conversion: 2607,
  defaultAcl: 826,
  eventTrigger: 3466,
  extension: 3079,
  foreignDataWrapper: 2328,
  foreignServer: 1417,
  language: 2612,
  namespace: 2615,
  opclass: 2616,
  operator: 2617,
  opfamily: 2753,
  policy: 3256,
  proc: 1255,
  publication: 6104,
  publicationNamespace: 6237,
  publicationRel: 6106,
  rewrite: 2618,
  statisticExt: 3381,
  subscription: 6100,
  transform: 3576,
  trigger: 2620,
  tsConfig: 3602,
  tsDict: 3600,
  tsParser: 3601,
  tsTemplate: 3764,
  type: 1247,
  userMapping: 1418,
} as const

/** Objects made by users have oids from here on (FirstNormalObjectId, access/transam.h). */
export const firstUserOid = 16384

/** oid → id, one table per system catalog: the only place where oids become names. */
export interface AddressBook {
  register(catalog: number, oid: number, id: ObjectId): void
  registerColumn(relation: number, position: number, id: ObjectId): void
  /** The object at an address; a column that is no object of its own stands for its relation. */
  find(catalog: number, oid: number, position?: number): ObjectId | undefined
}

export function createAddressBook(): AddressBook {
  const tables = new Map<number, Map<number, ObjectId>>()
  const columns = new Map<number, ObjectId[]>()
  return {
    register(catalog, oid, id) {
      const table = tables.get(catalog) ?? new Map<number, ObjectId>()
      tables.set(catalog, table.set(oid, id))
    },
    registerColumn(relation, position, id) {
      const positions = columns.get(relation) ?? []
      positions[position] = id
      columns.set(relation, positions)
    },
    find(catalog, oid, position = 0) {
      const column = position > 0 && catalog === catalogs.class ? columns.get(oid)?.[position] : undefined
      return column ?? tables.get(catalog)?.get(oid)
    },
  }
}
