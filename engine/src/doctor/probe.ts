import type { Database } from '../postgres/database.ts'
import { quoteLiteral } from '../sql/quote.ts'
import type { TableName } from './finding.ts'

/** What one message learns from a database. */
export interface Probe {
  readonly processId: number
  readonly replica: boolean
  readonly readOnly: boolean
  readonly user: string
  readonly database: string
  readonly mayCreateSchemas: boolean
  readonly neon: boolean
  readonly schemas: readonly SchemaFacts[]
  readonly tables: readonly TableFacts[]
}

export interface SchemaFacts {
  readonly name: string
  readonly exists: boolean
  readonly usage: boolean
  readonly create: boolean
}

export interface TableFacts extends TableName {
  /** pg_class.relkind, undefined where nothing has the name. */
  readonly relationKind: string | undefined
  /** Is the user the owner, or a member of the role that is? */
  readonly owned: boolean
}

/** Asks everything at once: who answers, what the user may do, which of the tables are there. */
export async function probe(database: Database, tables: readonly TableName[]): Promise<Probe> {
  const schemas = [...new Set(['public', ...tables.map((table) => table.schema)])]
  const statements = [
    serverStatement,
    schemaStatement(schemas),
    ...(tables.length > 0 ? [tableStatement(tables)] : []),
  ]
  const [server, schemaTable, tableTable] = await database.query(statements.join(';\n'))
  const [processId, replica, readOnly, user, name, mayCreateSchemas, neon] = server?.rows[0] ?? []
  return {
    processId: Number(processId),
    replica: replica === 't',
    readOnly: readOnly === 'on',
    user: user ?? '',
    database: name ?? '',
    mayCreateSchemas: mayCreateSchemas === 't',
    neon: neon === 't',
    schemas: (schemaTable?.rows ?? []).map(([schema, exists, usage, create]) => ({
      name: schema ?? '',
      exists: exists === 't',
      usage: usage === 't',
      create: create === 't',
    })),
    tables: (tableTable?.rows ?? []).map(([schema, table, kind, owned]) => ({
      schema: schema ?? '',
      name: table ?? '',
      relationKind: kind ?? undefined,
      owned: owned === 't',
    })),
  }
}

const serverStatement = `SELECT pg_backend_pid(), pg_is_in_recovery(), current_setting('transaction_read_only'),
  current_user, current_database(), has_database_privilege(current_database(), 'CREATE'),
  current_setting('neon.timeline_id', true) IS NOT NULL`

function schemaStatement(schemas: readonly string[]): string {
  return `SELECT wanted.name, n.oid IS NOT NULL, has_schema_privilege(n.oid, 'USAGE'), has_schema_privilege(n.oid, 'CREATE')
  FROM (VALUES ${schemas.map((schema) => `(${quoteLiteral(schema)})`).join(', ')}) AS wanted (name)
  LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.name`
}

function tableStatement(tables: readonly TableName[]): string {
  const values = tables.map(({ schema, name }) => `(${quoteLiteral(schema)}, ${quoteLiteral(name)})`)
  return `SELECT wanted.schema, wanted.name, c.relkind, pg_has_role(c.relowner, 'USAGE')
  FROM (VALUES ${values.join(', ')}) AS wanted (schema, name)
  LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
  LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name`
}
