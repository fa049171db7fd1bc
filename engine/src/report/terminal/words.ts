import { kindOf, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { LockMode } from '../../plan/lock.ts'

/** `table public.users` */
export function whatWords(id: ObjectId, texts: Messages): string {
  return `${kindWord(kindOf(id), texts)} ${pathOf(id)}`
}

export function kindWord(kind: string, texts: Messages): string {
  const kinds: Readonly<Record<string, () => string>> = texts.kinds
  return kinds[kind]?.() ?? kind
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
