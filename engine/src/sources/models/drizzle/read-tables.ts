import type { PgPolicy, PgTable } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import type { TableModel } from '../model.ts'
import { attempt } from './attempt.ts'
import type { Exports } from './exports.ts'
import { readTable } from './read-table.ts'
import type { Reading } from './reading.ts'
import { configOf } from './table-config.ts'
import type { OwnExtras } from './table-reading.ts'

/** All tables, each with the companion and the linked policies that speak of it. */
export function readTables(exports: Exports, reading: Reading): readonly TableModel[] {
  // The tables' own callbacks run here, where it is known whose they are.
  for (const { origin, value } of exports.tables)
    attempt('MODELS-DEFINITION-FAILED', origin, () => configOf(value))
  const exported = new Set(exports.tables.map(({ value }) => value))
  const extras = extrasByTable(exports, exported)
  const policies = policiesByTable(exports, exported)
  const tables = exports.tables.map(({ origin, value }) => {
    const own = extras.get(value) ?? { origin, extras: {} }
    return readTable(value, origin, own, policies.get(value) ?? [], reading)
  })
  refuseIdlePolicies(exports, tables)
  return tables
}

function extrasByTable(exports: Exports, exported: ReadonlySet<PgTable>): ReadonlyMap<PgTable, OwnExtras> {
  const extras = new Map<PgTable, OwnExtras>()
  for (const { origin, value } of exports.extensions) {
    refuseStranger(value.table, origin, exported)
    const other = extras.get(value.table)?.origin
    if (other !== undefined)
      throw new TrueupError('MODELS-EXTENDED-TWICE', { origin, other, table: configOf(value.table).name })
    extras.set(value.table, { origin, extras: value.extras })
  }
  return extras
}

function policiesByTable(
  exports: Exports,
  exported: ReadonlySet<PgTable>,
): ReadonlyMap<PgTable, readonly PgPolicy[]> {
  const policies = new Map<PgTable, PgPolicy[]>()
  for (const { origin, value } of exports.policies) {
    const table = linkedTable(value)
    if (table === undefined || configOf(table).policies.includes(value)) continue
    refuseStranger(table, origin, exported)
    policies.set(table, [...(policies.get(table) ?? []), value])
  }
  return policies
}

/** `.link(table)` keeps the table in a field that Drizzle's types leave out. */
function linkedTable(policy: PgPolicy): PgTable | undefined {
  return (policy as { readonly _linkedTable?: PgTable })._linkedTable
}

function refuseStranger(table: PgTable, origin: string, exported: ReadonlySet<PgTable>): void {
  if (exported.has(table)) return
  throw new TrueupError('MODELS-TABLE-NOT-EXPORTED', { origin, table: configOf(table).name })
}

/** A policy that is exported and belongs to no table protects nothing: somebody believes otherwise. */
function refuseIdlePolicies(exports: Exports, tables: readonly TableModel[]): void {
  const used = new Set(tables.flatMap((table) => table.policies.map((policy) => policy.name)))
  const idle = exports.policies.find(({ value }) => !used.has(value.name))
  if (idle !== undefined)
    throw new TrueupError('MODELS-POLICY-WITHOUT-TABLE', { origin: idle.origin, policy: idle.value.name })
}
