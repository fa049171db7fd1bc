import { pathOf } from '../catalog/identify.ts'
import type { Action } from './action.ts'

/**
 * The order among actions that could run in any: what locks other tables (foreign keys) last, so that their locks
 * are held for the shortest time; otherwise all of one object together, by name.
 */
export function precedes(a: Action, b: Action): number {
  return (
    compare(Number(a.locksOthers), Number(b.locksOthers)) ||
    compare(pathOf(a.target), pathOf(b.target)) ||
    compare(verbs.indexOf(a.verb), verbs.indexOf(b.verb)) ||
    compare(a.target, b.target) ||
    compare(a.sql, b.sql)
  )
}

const verbs = ['drop', 'alter', 'create', 'comment']

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
