import type { CatalogObject } from '../../catalog/catalog.ts'
import { schemaId } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnSettings } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { foreignOptions } from './foreign-options.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'
import { withoutParkedColumns } from './without-parked-columns.ts'

type Extras = readonly [
  partitionKey: string | null,
  partitionBound: string | null,
  parents: readonly number[] | null,
  ofType: number | null,
  storage: readonly string[] | null,
  toastStorage: readonly string[] | null,
  accessMethod: string | null,
  tablespace: string | null,
  rowSecurity: boolean,
  forceRowSecurity: boolean,
  replicaIdentity: 'd' | 'n' | 'f' | 'i',
  replicaIndex: string | null,
  clusterOn: string | null,
  partitionColumns: readonly string[] | null,
  foreign: readonly [server: string, options: readonly string[] | null] | null,
  partition: readonly [constraint: string | null, isLeaving: boolean] | null,
]

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  kind: 'r' | 'p' | 'v' | 'm' | 'f' | 'c' | 'S' | 'i',
  persistence: 'p' | 'u' | 't',
  owner: string,
  grants: Grants,
  rowType: number,
  rowArrayType: number,
  rows: number,
  pages: number,
  view: readonly [rule: number, definition: string | null] | null,
  populated: boolean,
  extras: Extras | null,
]

/** Everything in pg_class but indexes; sequences and composite types only announce themselves here. */
export const relations: Reader<Row> = {
  name: 'relations',
  rows: () => `
    SELECT json_build_array(c.oid::int8, c.relnamespace::int8, c.relname, c.relkind, c.relpersistence,
      pg_get_userbyid(c.relowner), to_json(c.relacl::text[]), c.reltype::int8,
      coalesce((SELECT t.typarray::int8 FROM pg_type t WHERE t.oid = c.reltype), 0), c.reltuples, c.relpages,
      CASE WHEN c.relkind IN ('v', 'm') THEN json_build_array((
        SELECT r.oid::int8 FROM pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename = '_RETURN'),
        pg_get_viewdef(c.oid)) END, c.relispopulated,
      CASE WHEN c.relkind IN ('p', 'f', 'm') OR c.relispartition OR c.reloptions IS NOT NULL OR c.reloftype <> 0
          OR c.reltablespace <> 0 OR c.relrowsecurity OR c.relforcerowsecurity OR c.relreplident <> 'd'
          OR am.amname <> 'heap' OR toast.reloptions IS NOT NULL OR clustered.name IS NOT NULL OR parents.oids IS NOT NULL
      THEN json_build_array(
        CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
        CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END,
        parents.oids, nullif(c.reloftype, 0)::int8, to_json(c.reloptions), to_json(toast.reloptions),
        CASE WHEN am.amname <> 'heap' THEN am.amname END, space.spcname, c.relrowsecurity, c.relforcerowsecurity,
        c.relreplident,
        CASE WHEN c.relreplident = 'i' THEN (
          SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
          WHERE i.indrelid = c.oid AND i.indisreplident) END,
        clustered.name,
        CASE WHEN c.relkind = 'p' THEN (
          SELECT json_agg(a.attname ORDER BY a.attnum)
          FROM pg_depend d JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid > 0 AND d.refobjid = c.oid
            AND d.refobjsubid = 0 AND d.deptype = 'i') END,
        CASE WHEN c.relkind = 'f' THEN (
          SELECT json_build_array(quote_ident(s.srvname), to_json(ft.ftoptions))
          FROM pg_foreign_table ft JOIN pg_foreign_server s ON s.oid = ft.ftserver WHERE ft.ftrelid = c.oid) END,
        CASE WHEN c.relispartition THEN json_build_array(pg_get_partition_constraintdef(c.oid), parents.pending) END) END)
    FROM pg_class c
    LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
    LEFT JOIN pg_am am ON am.oid = c.relam
    LEFT JOIN pg_tablespace space ON space.oid = c.reltablespace
    LEFT JOIN (
      SELECT inhrelid, json_agg(inhparent::int8 ORDER BY inhseqno) AS oids, bool_or(inhdetachpending) AS pending FROM pg_inherits GROUP BY inhrelid
    ) parents ON parents.inhrelid = c.oid
    LEFT JOIN (
      SELECT i.indrelid, x.relname AS name FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
      WHERE i.indisclustered AND i.indrelid >= 16384
    ) clustered ON clustered.indrelid = c.oid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S') AND ${inManagedSchema('c.relnamespace')}
      AND ${isUsers('pg_class', 'c.oid')}`,
  register(rows, context) {
    for (const row of rows) {
      const [oid, , , kind, , , , rowType, rowArrayType, , , view, , extras] = row
      const id = relationId(row, context)
      if (view) context.addresses.register(catalogs.rewrite, view[0], id)
      context.addresses.register(catalogs.class, oid, id)
      if (extras?.[2]) context.addParents(oid, extras[2])
      if (kind === 'S') continue
      for (const type of [rowType, rowArrayType])
        if (type) context.addresses.register(catalogs.type, type, id)
    }
  },
  *build(rows, context) {
    for (const row of rows) {
      const object = build(row, context)
      if (object) yield object
    }
  },
}

const prefixes = {
  r: 'table',
  p: 'table',
  v: 'view',
  m: 'materialized-view',
  f: 'foreign-table',
  c: 'composite',
  S: 'sequence',
  i: 'index',
} as const

function relationId(row: Row, context: ReadingContext): ObjectId {
  return `${prefixes[row[3]]}:${quoteQualified(context.schemaName(row[1]), row[2])}`
}

function build(row: Row, context: ReadingContext): CatalogObject | undefined {
  const [oid, schemaOid, name, kind, persistence, owner, grants, , , tuples, pages, view, populated, extras] =
    row
  const schema = context.schemaName(schemaOid)
  const parents = context.parentsOf(oid)
  const isPartition = extras?.[1] != null
  const base = {
    id: relationId(row, context),
    schema,
    name,
    parent: schemaId(schema),
    needs: [
      schemaId(schema),
      ...parents,
      ...context.needs(catalogs.class, oid),
      ...(view ? context.needs(catalogs.rewrite, view[0]) : []),
    ],
    comment: context.comment(catalogs.class, oid),
    owner,
    grants,
  }
  const partitionOf = isPartition ? (parents[0] ?? null) : null
  const inherits = isPartition ? [] : parents
  const storage = extras?.[4] ?? []
  const facts = { rows: tuples, pages }
  switch (kind) {
    case 'r':
    case 'p': {
      const ofType = extras?.[3] ? (context.addresses.find(catalogs.type, extras[3]) ?? null) : null
      return {
        ...base,
        kind: 'table',
        attributes: {
          persistence: persistence === 'u' ? 'unlogged' : 'permanent',
          partitionKey: extras?.[0] ?? null,
          partitionOf,
          partitionBound: extras?.[1] ?? null,
          inherits,
          ofType,
          storage,
          toastStorage: extras?.[5] ?? [],
          accessMethod: extras?.[6] ?? null,
          tablespace: extras?.[7] ?? null,
          rowSecurity: extras?.[8] ?? false,
          forceRowSecurity: extras?.[9] ?? false,
          replicaIdentity: replicaIdentity(extras),
          clusterOn: extras?.[12] ?? null,
        },
        facts: {
          ...facts,
          partitionColumns: extras?.[13] ?? [],
          partitionConstraint: extras?.[15]?.[0] ?? null,
          isLeaving: extras?.[15]?.[1] ?? false,
        },
      }
    }
    case 'v':
    case 'm': {
      const columns = {
        definition: withoutParkedColumns(view ? present(view[1]) : ''),
        options: storage,
        ...viewColumns(oid, context),
      }
      if (kind === 'v')
        return { ...base, kind: 'view', grants: viewGrants(row, context), attributes: columns, facts: {} }
      const attributes = {
        ...columns,
        populated,
        accessMethod: extras?.[6] ?? null,
        tablespace: extras?.[7] ?? null,
        clusterOn: extras?.[12] ?? null,
        columnSettings: columnSettings(oid, context),
      }
      return { ...base, kind: 'materialized-view', grants: viewGrants(row, context), attributes, facts }
    }
    case 'f': {
      const [server = '', options = null] = extras?.[14] ?? []
      const partitionBound = extras?.[1] ?? null
      return {
        ...base,
        kind: 'foreign-table',
        attributes: {
          server,
          options: foreignOptions(options, base.id, context),
          inherits,
          partitionOf,
          partitionBound,
        },
        facts: {},
      }
    }
    case 'c': // completed by the reader of types
    case 'S':
    case 'i':
      return undefined
  }
}

function viewColumns(oid: number, context: ReadingContext) {
  const columns = context.columnsOf(oid)
  return {
    columns: columns.map(({ name, type }) => [name, type] as const),
    columnComments: columns.flatMap(({ name, position }) => {
      const comment = context.comment(catalogs.class, oid, position)
      return comment === null ? [] : [[name, comment] as const]
    }),
  }
}

function columnSettings(oid: number, context: ReadingContext): ColumnSettings[] {
  return context
    .columnsOf(oid)
    .filter(
      ({ storage, compression, statistics, options }) =>
        storage !== null || compression !== null || statistics !== null || options.length > 0,
    )
    .map(({ name, typeStorage, storage, compression, statistics, options }) => ({
      name,
      typeStorage,
      storage,
      compression,
      statistics,
      options,
    }))
}

/** Its own, and those of its columns, which are no objects (catalog/privileges.ts). */
function viewGrants(row: Row, context: ReadingContext): Grants {
  const ofColumns = context
    .columnsOf(row[0])
    .flatMap(({ name, grants }) => (grants ?? []).map((item) => `(${quoteIdentifier(name)}) ${item}`))
  return row[6] || ofColumns.length > 0 ? [...(row[6] ?? []), ...ofColumns] : null
}

function replicaIdentity(extras: Extras | null): 'default' | 'nothing' | 'full' | { readonly index: string } {
  switch (extras?.[10]) {
    case 'n':
      return 'nothing'
    case 'f':
      return 'full'
    case 'i':
      return extras[11] ? { index: extras[11] } : 'nothing'
    default:
      return 'default'
  }
}
