import { firstUserOid } from './address.ts'

/**
 * One hash over everything that a reading looks at, computed by the server from the raw rows of its catalogs:
 * no definition is spelled out, nothing is sent. Equal fingerprints of one database mean that nothing has changed;
 * unequal ones mean nothing (a dump and restore changes all oids).
 */
export function fingerprintQuery(serverVersion: number): string {
  const parts = sources(serverVersion).map(
    ({ table, columns = 't::text', user = 't.oid', order = user }) =>
      `(SELECT md5(string_agg(${columns}, E'\\n' ORDER BY ${order})) FROM ${table} t WHERE ${user} >= ${firstUserOid})`,
  )
  return `SELECT md5(concat_ws(',', ${parts.join(', ')},
    (SELECT string_agg(t::text, E'\\n' ORDER BY t.oid) FROM pg_namespace t WHERE nspname !~ '^pg_(toast_)?temp_'),
    (SELECT string_agg(t::text, E'\\n' ORDER BY t.oid) FROM pg_extension t)))`
}

interface Source {
  readonly table: string
  /** What of a row counts; the whole row unless it holds statistics or physical addresses. */
  readonly columns?: string
  /** The oid that tells users' rows from PostgreSQL's own. */
  readonly user?: string
  readonly order?: string
}

function sources(serverVersion: number): Source[] {
  return [
    {
      table: 'pg_class',
      columns: `concat_ws('|', t.oid, t.relname, t.relnamespace, t.reltype, t.reloftype, t.relowner, t.relam,
        t.reltablespace, t.reltoastrelid, t.relpersistence, t.relkind, t.relrowsecurity, t.relforcerowsecurity,
        t.relispopulated, t.relreplident, t.relispartition, t.relacl, t.reloptions, t.relpartbound)`,
    },
    { table: 'pg_attribute', user: 't.attrelid', order: 't.attrelid, t.attnum' },
    { table: 'pg_attrdef' },
    { table: 'pg_constraint' },
    { table: 'pg_index', user: 't.indexrelid' },
    { table: 'pg_inherits', user: 't.inhrelid', order: 't.inhrelid, t.inhseqno' },
    { table: 'pg_partitioned_table', user: 't.partrelid' },
    { table: 'pg_sequence', user: 't.seqrelid' },
    { table: 'pg_type' },
    { table: 'pg_enum' },
    { table: 'pg_range', user: 't.rngtypid' },
    { table: 'pg_proc' },
    { table: 'pg_aggregate', user: 't.aggfnoid::oid' },
    { table: 'pg_trigger' },
    { table: 'pg_rewrite' },
    { table: 'pg_policy' },
    { table: 'pg_statistic_ext' },
    { table: 'pg_description', user: 't.objoid', order: 't.objoid, t.classoid, t.objsubid' },
    { table: 'pg_operator' },
    { table: 'pg_opclass' },
    { table: 'pg_opfamily' },
    { table: 'pg_amop' },
    { table: 'pg_amproc' },
    { table: 'pg_cast' },
    { table: 'pg_collation' },
    { table: 'pg_conversion' },
    { table: 'pg_language' },
    { table: 'pg_am' },
    { table: 'pg_event_trigger' },
    { table: 'pg_default_acl' },
    { table: 'pg_transform' },
    { table: 'pg_ts_config' },
    { table: 'pg_ts_config_map', user: 't.mapcfg', order: 't.mapcfg, t.maptokentype, t.mapseqno' },
    { table: 'pg_ts_dict' },
    { table: 'pg_ts_parser' },
    { table: 'pg_ts_template' },
    { table: 'pg_foreign_data_wrapper' },
    { table: 'pg_foreign_server' },
    { table: 'pg_foreign_table', user: 't.ftrelid' },
    { table: 'pg_publication' },
    { table: 'pg_publication_rel' },
    ...(serverVersion >= 150000 ? [{ table: 'pg_publication_namespace' }] : []),
  ]
}
