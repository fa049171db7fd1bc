import { quoteIdentifier } from '../sql/quote.ts'
import type { ObjectId } from './object.ts'

/** `public.users` of `table:public.users`: the name as SQL writes it. */
export function pathOf(id: ObjectId): string {
  return id.slice(id.indexOf(':') + 1)
}

export function kindOf(id: ObjectId): string {
  return id.slice(0, id.indexOf(':'))
}

/** The bare last name of an id: `Full Name` of `column:public.users."Full Name"`. */
export function nameOf(id: ObjectId): string {
  const last = /(?:"(?:[^"]|"")*"|[^".:]+)$/.exec(id)?.[0] ?? ''
  return last.startsWith('"') ? last.slice(1, -1).replaceAll('""', '"') : last
}

/** The id of a part: a column, constraint, trigger, … of a table. */
export function partId(kind: string, owner: ObjectId, name: string): ObjectId {
  return `${kind}:${pathOf(owner)}.${quoteIdentifier(name)}`
}

export function schemaId(name: string): ObjectId {
  return `schema:${quoteIdentifier(name)}`
}
