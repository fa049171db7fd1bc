import { TrueupError } from '../errors/trueup-error.ts'
import type { Database } from '../postgres/database.ts'
import type { ParsedConnection } from '../postgres/url/parsed-connection.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { FindingOf, PrivilegeFacts, ServerFacts, TableName } from './finding.ts'
import type { Probe, SchemaFacts } from './probe.ts'

/** Where a server was reached, and the process it named at login; undefined for an embedded database. */
export interface Reached {
  readonly connection: ParsedConnection
  readonly processId: number
}

export function serverFinding(
  database: Database,
  probe: Probe,
  reached: Reached | undefined,
): FindingOf<'server'> {
  const facts: ServerFacts = {
    version: database.serverVersion,
    product: reached ? (reached.connection.provider ?? (probe.neon ? 'neon' : 'postgresql')) : 'pglite',
    pooler: reached ? poolerOf(reached, probe) : 'none',
    replica: probe.replica,
    readOnly: probe.readOnly,
  }
  if (facts.replica || facts.readOnly) {
    const error = new TrueupError(facts.replica ? 'DOCTOR-REPLICA' : 'DOCTOR-READ-ONLY', {
      user: probe.user,
      database: probe.database,
    })
    return { check: 'server', outcome: 'failed', facts, error }
  }
  if (reached && facts.pooler === 'by-probe') {
    const error = new TrueupError('DOCTOR-HIDDEN-POOLER', { host: reached.connection.host })
    return { check: 'server', outcome: 'warning', facts, error }
  }
  return { check: 'server', outcome: 'ok', facts }
}

/** A pooler invents a process number; so does Neon's proxy on direct hosts, whose names tell enough. */
function poolerOf({ connection, processId }: Reached, probe: Probe): ServerFacts['pooler'] {
  if (connection.pooled) return 'by-name'
  return processId !== probe.processId && connection.provider === undefined ? 'by-probe' : 'none'
}

export function privilegesFinding(probe: Probe): FindingOf<'privileges'> {
  const wishes = probe.schemas.flatMap((schema) => wishesFor(schema, probe))
  const facts: PrivilegeFacts = {
    user: probe.user,
    held: wishes.filter((wish) => wish.held).map((wish) => wish.privilege),
    missing: wishes.filter((wish) => !wish.held).map((wish) => wish.privilege),
    foreignTables: probe.tables.filter((table) => isTable(table.relationKind) && !table.owned).map(nameOf),
  }
  const { user, missing, foreignTables } = facts
  if (missing.length > 0) {
    const error = new TrueupError('DOCTOR-PRIVILEGES', { user, missing })
    return { check: 'privileges', outcome: 'failed', facts, error }
  }
  if (foreignTables.length > 0) {
    const tables = foreignTables.map(spell)
    const error = new TrueupError('DOCTOR-FOREIGN-TABLES', { user, tables })
    return { check: 'privileges', outcome: 'warning', facts, error }
  }
  return { check: 'privileges', outcome: 'ok', facts }
}

/** A schema that is there must take tables; one that is not must be possible to make. */
function wishesFor(schema: SchemaFacts, probe: Probe): { privilege: string; held: boolean }[] {
  const name = quoteIdentifier(schema.name)
  if (!schema.exists)
    return [
      { privilege: `CREATE ON DATABASE ${quoteIdentifier(probe.database)}`, held: probe.mayCreateSchemas },
    ]
  return [
    { privilege: `USAGE ON SCHEMA ${name}`, held: schema.usage },
    { privilege: `CREATE ON SCHEMA ${name}`, held: schema.create },
  ]
}

export function tablesFinding(probe: Probe): FindingOf<'tables'> {
  const missing = probe.tables.filter((table) => table.relationKind === undefined).map(nameOf)
  const taken = probe.tables.filter((table) => table.relationKind && !isTable(table.relationKind)).map(nameOf)
  const facts = { expected: probe.tables.length, missing, taken }
  if (taken.length > 0) {
    const error = new TrueupError('DOCTOR-NAMES-TAKEN', { names: taken.map(spell) })
    return { check: 'tables', outcome: 'warning', facts, error }
  }
  if (missing.length > 0) {
    const error = new TrueupError('DOCTOR-TABLES-MISSING', {
      names: missing.map(spell),
      expected: facts.expected,
    })
    return { check: 'tables', outcome: 'warning', facts, error }
  }
  return { check: 'tables', outcome: 'ok', facts }
}

function isTable(relationKind: string | undefined): boolean {
  return relationKind === 'r' || relationKind === 'p'
}

function nameOf({ schema, name }: TableName): TableName {
  return { schema, name }
}

function spell({ schema, name }: TableName): string {
  return schema === 'public' ? name : `${schema}.${name}`
}
