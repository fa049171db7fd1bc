import type { IdentityAttributes, SequenceAttributes } from '../../catalog/relations.ts'

/** Clauses of ALTER COLUMN that bring one identity to another. */
export function identityChanges(
  from: IdentityAttributes,
  to: IdentityAttributes,
  typeFollows: boolean,
): string[] {
  const clauses: string[] = []
  if (from.always !== to.always) clauses.push(`SET GENERATED ${to.always ? 'ALWAYS' : 'BY DEFAULT'}`)
  clauses.push(...sequenceChanges(from.sequence, to.sequence, typeFollows).map((option) => `SET ${option}`))
  return clauses
}

/** Options of ALTER SEQUENCE; with a type that follows its column, limits at the type's ends follow too. */
export function sequenceChanges(
  from: SequenceAttributes,
  to: SequenceAttributes,
  typeFollows = false,
): string[] {
  const options: string[] = []
  if (from.type !== to.type && !typeFollows) options.push(`AS ${to.type}`)
  if (from.increment !== to.increment) options.push(`INCREMENT BY ${to.increment}`)
  if (from.min !== to.min) options.push(`MINVALUE ${to.min}`)
  if (from.max !== to.max) options.push(`MAXVALUE ${to.max}`)
  if (from.start !== to.start) options.push(`START WITH ${to.start}`)
  if (from.cache !== to.cache) options.push(`CACHE ${to.cache}`)
  if (from.cycle !== to.cycle) options.push(to.cycle ? 'CYCLE' : 'NO CYCLE')
  return options
}
