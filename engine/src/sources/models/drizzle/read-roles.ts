import type { PgRole, PgRoleConfig } from 'drizzle-orm/pg-core'
import { quoteIdentifier, quoteLiteral } from '../../../sql/quote.ts'
import type { ModelRole } from '../desired-script.ts'
import type { TableModel } from '../model.ts'
import { isRoleWord } from '../role-words.ts'

/** The roles that the models describe, and those that only their policies name; predefined ones are always there. */
export function readRoles(roles: readonly PgRole[], tables: readonly TableModel[]): readonly ModelRole[] {
  const mentioned = tables.flatMap((table) => table.policies).flatMap((policy) => policy.roles)
  const all = new Map(mentioned.map((name) => [name, createRole(name, {})]))
  for (const role of roles) all.set(role.name, createRole(role.name, role as PgRoleConfig))
  return [...all]
    .map(([name, sql]) => ({ name, sql }))
    .filter(({ name }) => !isRoleWord(name) && !name.startsWith('pg_'))
}

/** Roles outlive the database they were made for, so one that is there already is no error. */
function createRole(name: string, { createDb, createRole, inherit }: PgRoleConfig): string {
  const options = [createDb && ' CREATEDB', createRole && ' CREATEROLE', inherit === false && ' NOINHERIT']
  const create = `CREATE ROLE ${quoteIdentifier(name)}${options.filter(Boolean).join('')}`
  return `DO ${quoteLiteral(`BEGIN ${create}; EXCEPTION WHEN duplicate_object THEN NULL; END`)}`
}
