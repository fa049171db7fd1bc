import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

export const textSearchParsers = plainReader({
  name: 'text search parsers',
  kind: 'text-search-parser',
  catalog: 'tsParser',
  table: 'pg_ts_parser',
  columns: { name: 'o.prsname', schema: 'prsnamespace' },
  attributes: () => ({
    start: routineName('o.prsstart'),
    token: routineName('o.prstoken'),
    end: routineName('o.prsend'),
    headline: routineName('o.prsheadline'),
    lexTypes: routineName('o.prslextype'),
  }),
})

export const textSearchTemplates = plainReader({
  name: 'text search templates',
  kind: 'text-search-template',
  catalog: 'tsTemplate',
  table: 'pg_ts_template',
  columns: { name: 'o.tmplname', schema: 'tmplnamespace' },
  attributes: () => ({ init: routineName('o.tmplinit'), lexize: routineName('o.tmpllexize') }),
})

export const textSearchDictionaries = plainReader({
  name: 'text search dictionaries',
  kind: 'text-search-dictionary',
  catalog: 'tsDict',
  table: 'pg_ts_dict',
  columns: { name: 'o.dictname', schema: 'dictnamespace', owner: 'dictowner' },
  attributes: () => ({
    template: qualified('pg_ts_template', 'tmpl', 'o.dicttemplate'),
    options: 'o.dictinitoption',
  }),
})

export const textSearchConfigurations = plainReader({
  name: 'text search configurations',
  kind: 'text-search-configuration',
  catalog: 'tsConfig',
  table: 'pg_ts_config',
  columns: { name: 'o.cfgname', schema: 'cfgnamespace', owner: 'cfgowner' },
  attributes: () => ({
    parser: qualified('pg_ts_parser', 'prs', 'o.cfgparser'),
    mappings: `(
      SELECT coalesce(json_agg(json_build_array(m.alias, m.dictionaries) ORDER BY m.tokid), '[]') FROM (
        SELECT token.tokid, token.alias,
          json_agg(${qualified('pg_ts_dict', 'dict', 'map.mapdict')} ORDER BY map.mapseqno) AS dictionaries
        FROM pg_ts_config_map map JOIN ts_token_type(o.cfgparser) token ON token.tokid = map.maptokentype
        WHERE map.mapcfg = o.oid GROUP BY token.tokid, token.alias) m)`,
  }),
})

/** SQL: schema and name of a row of a text search catalog, whose columns all begin with the same letters. */
function qualified(table: string, prefix: string, oid: string): string {
  return `(SELECT quote_ident(tn.nspname) || '.' || quote_ident(t.${prefix}name)
    FROM ${table} t JOIN pg_namespace tn ON tn.oid = t.${prefix}namespace WHERE t.oid = ${oid})`
}
