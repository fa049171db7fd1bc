import type { PolicyObject } from '../../catalog/relations.ts'
import { action } from '../../plan/action.ts'
import { commentStatements } from '../../plan/kinds/comments.ts'
import { array, type Code, call, type Entry, object } from '../code/code.ts'
import { stringLiteral, strings } from '../code/literals.ts'
import type { TablePart, Writing } from './writing.ts'

/** A policy of a table whose row level security is on: Drizzle turns it on with the first one. */
export function policyPart(policy: PolicyObject, writing: Writing): TablePart {
  const { command, permissive, roles } = policy.attributes
  const { using = null, check = null } = writing.details.policies.get(policy.id) ?? {}
  const entries: Entry[] = [
    ...(permissive ? [] : [['as', stringLiteral('restrictive')] as const]),
    ...(command === 'ALL' ? [] : [['for', stringLiteral(command.toLowerCase())] as const]),
    ...(isForAll(roles) ? [] : [['to', rolesCode(roles)] as const]),
    ...(using === null ? [] : [['using', writing.sql(using)] as const]),
    ...(check === null ? [] : [['withCheck', writing.sql(check)] as const]),
  ]
  return {
    says: [policy.id],
    item: call(
      writing.pg('pgPolicy'),
      stringLiteral(policy.name),
      ...(entries.length > 0 ? [object(entries)] : []),
    ),
    additions: commentStatements(policy).map((sql) => action('comment', policy.id, sql, {})),
  }
}

function isForAll(roles: readonly string[]): boolean {
  return roles.length === 1 && roles[0] === 'PUBLIC'
}

/** The catalog has names of roles quoted as SQL wants them, and PUBLIC, which is none. */
function rolesCode(roles: readonly string[]): Code {
  const names = roles.map((role) => {
    if (role === 'PUBLIC') return 'public'
    return role.startsWith('"') ? role.slice(1, -1).replaceAll('""', '"') : role
  })
  return names.length === 1 ? stringLiteral(names[0] ?? '') : array(strings(names))
}
