import type { QualifiedName } from '../../../models/trigger.ts'

/** `public.touch` or `touch` or a record, as parts. */
export function qualifiedName(name: QualifiedName): {
  readonly schema: string | undefined
  readonly name: string
} {
  if (typeof name !== 'string') return name
  const dot = name.indexOf('.')
  return dot < 0 ? { schema: undefined, name } : { schema: name.slice(0, dot), name: name.slice(dot + 1) }
}
