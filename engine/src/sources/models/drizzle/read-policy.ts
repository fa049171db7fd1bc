import { type PgPolicy, PgRole } from 'drizzle-orm/pg-core'
import type { PolicyModel } from '../model.ts'
import { present } from '../present.ts'
import { fragmentOfQuery } from './fragment.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'

/** Columns keep their table here: a bare name inside a subquery would mean the subquery's own table. */
export function readPolicy(policy: PgPolicy, origin: string, reading: Reading): PolicyModel {
  const { using, withCheck } = policy
  return {
    name: policy.name,
    restrictive: policy.as === 'restrictive',
    command: policy.for ?? 'all',
    roles: namesOfRoles(policy.to),
    ...present({
      using: using === undefined ? undefined : fragmentOfQuery(using, origin, reading),
      withCheck: withCheck === undefined ? undefined : fragmentOfQuery(withCheck, origin, reading),
    }),
  }
}

function namesOfRoles(to: PgPolicy['to']): readonly string[] {
  if (to === undefined) return ['public']
  if (Array.isArray(to)) return to.flatMap(namesOfRoles)
  return [isEntity(to, PgRole) ? to.name : to]
}
