import { firstUserOid } from './address.ts'
import { ownSchemas } from './managed.ts'
import { connectionAsHex, ofThisDatabase, subscriptionOptions } from './subscription-cells.ts'

/**
 * One hash over everything that a reading looks at, computed by the server in one pass over each of its catalogs:
 * no definition is spelled out, nothing is sent. Whoever changes a row of a catalog leaves a new version of it with
 * a transaction of its own (`xmin`), so the rows' keys and versions stand for what is in them; sums need no sorting.
 * Equal fingerprints of one database mean that nothing has changed; unequal ones mean nothing (a dump and restore
 * changes all oids, REINDEX CONCURRENTLY some). The engine's own schemas do not count, nor do temporary tables.
 */
export function fingerprintQuery(serverVersion: number): string {
  const parts = [
    ...versionedTables(serverVersion).map(versions),
    ...contentTables(serverVersion).map(content),
  ]
  return `WITH ${own} SELECT md5(concat_ws(',', ${parts.join(', ')},
    (SELECT count(*) FROM pg_largeobject_metadata)))`
}

const bySchema = [
  ['pg_type', 'typnamespace'],
  ['pg_constraint', 'connamespace'],
  ['pg_proc', 'pronamespace'],
  ['pg_statistic_ext', 'stxnamespace'],
] as const
const byRelation = [
  ['pg_attrdef', 'adrelid'],
  ['pg_trigger', 'tgrelid'],
  ['pg_rewrite', 'ev_class'],
  ['pg_policy', 'polrelid'],
] as const

/**
 * Everything in the engine's schemas and in those of temporary tables, which come and go with every application that
 * uses some; in whichever catalog: one counter gives all catalogs their oids. Tables kept aside may have parts of any
 * kind.
 */
const own = `schemas AS MATERIALIZED (
    SELECT oid FROM pg_namespace WHERE nspname IN (${ownSchemas}) OR nspname ~ '^pg_(toast_)?temp_'),
  relations AS MATERIALIZED (
    SELECT oid, reltoastrelid AS toast FROM pg_class WHERE relnamespace IN (SELECT oid FROM schemas)),
  own AS MATERIALIZED (
    SELECT oid FROM relations UNION ALL SELECT toast FROM relations
    UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT toast FROM relations WHERE toast <> 0)
    ${[
      ...bySchema.map(
        ([table, column]) =>
          `UNION ALL SELECT oid FROM ${table} WHERE ${column} IN (SELECT oid FROM schemas)`,
      ),
      ...byRelation.map(
        ([table, column]) =>
          `UNION ALL SELECT oid FROM ${table} WHERE ${column} IN (SELECT oid FROM relations)`,
      ),
    ].join('\n    ')})`

interface Table {
  readonly table: string
  /** The oid that tells users' rows from PostgreSQL's own; with `number` the key of a row. */
  readonly user?: string
  readonly number?: string
  readonly where?: string
}

function versions({ table, user = 't.oid', number = '0', where = 'true' }: Table): string {
  return `(SELECT sum(hashint8extended(${user}::int8 * 65536 + ${number}, t.xmin::text::int8))
    FROM ${table} t WHERE ${user} >= ${firstUserOid} AND ${user} NOT IN (SELECT oid FROM own) AND ${where})`
}

function versionedTables(serverVersion: number): Table[] {
  const withOid = [
    ...['attrdef', 'constraint', 'type', 'enum', 'proc', 'trigger', 'rewrite', 'policy', 'statistic_ext'],
    ...[
      'operator',
      'opclass',
      'opfamily',
      'amop',
      'amproc',
      'cast',
      'collation',
      'conversion',
      'language',
      'am',
    ],
    ...['event_trigger', 'default_acl', 'transform', 'ts_config', 'ts_dict', 'ts_parser', 'ts_template'],
    ...['foreign_data_wrapper', 'foreign_server', 'publication', 'publication_rel'],
    ...(serverVersion >= 150000 ? ['publication_namespace'] : []),
  ]
  return [
    { table: 'pg_attribute', user: 't.attrelid', number: 't.attnum', where: 't.attnum > 0' },
    { table: 'pg_index', user: 't.indexrelid' },
    { table: 'pg_inherits', user: 't.inhrelid', number: 't.inhseqno' },
    { table: 'pg_partitioned_table', user: 't.partrelid' },
    { table: 'pg_sequence', user: 't.seqrelid' },
    { table: 'pg_range', user: 't.rngtypid' },
    { table: 'pg_aggregate', user: 't.aggfnoid::oid' },
    { table: 'pg_foreign_table', user: 't.ftrelid' },
    { table: 'pg_ts_config_map', user: 't.mapcfg', number: 't.maptokentype * 64 + t.mapseqno' },
    { table: 'pg_description', user: 't.objoid', number: 't.objsubid' },
    { table: 'pg_seclabel', user: 't.objoid', number: 't.objsubid' },
    {
      table: 'pg_depend', // members of extensions, and what goes with one
      user: 't.objid',
      where: `t.deptype IN ('e', 'x')`,
    },
    ...withOid.map((name) => ({ table: `pg_${name}` })),
  ]
}

/** Where versions say nothing: rows that statistics and files are written into, rows shared by databases, views. */
interface Content {
  readonly table: string
  readonly columns: string
  readonly order: string
  readonly where: string
}

function content({ table, columns, order, where }: Content): string {
  return `(SELECT md5(string_agg(${columns}, E'\\n' ORDER BY ${order})) FROM ${table} t WHERE ${where})`
}

function contentTables(serverVersion: number): Content[] {
  return [
    {
      table: 'pg_class',
      columns: `concat_ws('|', t.oid, t.relname, t.relnamespace, t.reltype, t.reloftype, t.relowner, t.relam,
        t.reltablespace, t.relpersistence, t.relkind, t.relrowsecurity, t.relforcerowsecurity,
        t.relispopulated, t.relreplident, t.relispartition, t.relacl, t.reloptions, t.relpartbound)`,
      order: 't.oid',
      where: `t.oid >= ${firstUserOid} AND t.oid NOT IN (SELECT oid FROM own) AND (t.relkind <> 't' OR t.reloptions IS NOT NULL)`,
    },
    {
      table: 'pg_namespace',
      columns: 't::text',
      order: 't.oid',
      where: `t.nspname !~ '^pg_(toast_)?temp_' AND t.nspname NOT IN (${ownSchemas})`,
    },
    { table: 'pg_extension', columns: 't::text', order: 't.oid', where: 'true' },
    { table: 'pg_user_mappings', columns: 't::text', order: 't.umid', where: `t.umid >= ${firstUserOid}` },
    {
      table: 'pg_subscription',
      columns: `concat_ws('|', t.oid, t.subname, t.subowner, t.subpublications, t.subslotname, t.subenabled,
        ${subscriptionOptions('t', serverVersion).join(', ')}, ${connectionAsHex('t')})`,
      order: 't.oid',
      where: ofThisDatabase('t'),
    },
  ]
}
