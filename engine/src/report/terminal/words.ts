import { kindOf, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { LockMode } from '../../plan/lock.ts'

/** `table public.users` */
export function whatWords(id: ObjectId, texts: Messages): string {
  const kinds = texts.kinds as Readonly<Record<string, () => string>>
  return `${kinds[kindOf(id)]?.() ?? kindOf(id)} ${pathOf(id)}`
}

/** The manual's spelling: `SHARE UPDATE EXCLUSIVE`. */
export function lockWords(mode: LockMode): string {
  return mode.replaceAll('-', ' ').toUpperCase()
}

/** What an object holds, as far as counted: rows of a table, values of a column. */
export function heldWords(id: ObjectId, count: number | null | undefined, texts: Messages): string {
  if (count == null) return ''
  return kindOf(id) === 'table' ? texts.plan.heldRows({ count }) : texts.plan.heldValues({ count })
}
