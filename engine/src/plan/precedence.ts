import { evaluatedKinds } from '../catalog/calls.ts'
import { kindOf, pathOf } from '../catalog/identify.ts'
import type { Action } from './action.ts'

/**
 * The order among actions that could run in any: event triggers are away before and back after everything else, so
 * that none fires on the plan itself; what locks other tables (foreign keys) late, so that those locks are held for
 * the shortest time; otherwise all of one object together, by name.
 */
export function precedes(a: Action, b: Action): number {
  return (
    compare(turn(a), turn(b)) ||
    compare(pathOf(a.target), pathOf(b.target)) ||
    compare(verbs.indexOf(a.verb), verbs.indexOf(b.verb)) ||
    compare(a.target, b.target) ||
    compare(a.sql, b.sql)
  )
}

const verbs = ['unpark', 'drop', 'alter', 'create', 'comment', 'park']

function turn({ verb, target, sql, locksOthers }: Action): number {
  switch (kindOf(target)) {
    case 'event-trigger':
      return verb === 'drop' || sql.endsWith(' DISABLE') ? 0 : 3
    // what a publication takes away must be gone before it takes what may not stand beside it
    case 'publication-table':
    case 'publication-schema':
      return verb === 'drop' ? 0 : 1
    // new objects are not to get privileges that no object is to have yet, nor to lose those they still have
    case 'default-privilege':
      return 3
    default:
      return locksOthers ? 2 : 1
  }
}

/**
 * Casts, default operator classes and members of families are used by whatever speaks of their types, and PostgreSQL
 * records no need of them.
 */
export function isNeededUnseen({ verb, target }: Action): boolean {
  return verb === 'create' && unseenKinds.has(kindOf(target))
}

const unseenKinds: ReadonlySet<string> = new Set(['cast', 'operator-class', 'operator-family-member'])

/** Whether PostgreSQL computes the expressions of an object while it is made: for its rows, or to plan that. */
export function evaluatesAtOnce({ verb, target }: Action): boolean {
  return (verb === 'create' || verb === 'alter') && evaluatedKinds.has(kindOf(target))
}

export function isOfView({ target }: Action): boolean {
  const kind = kindOf(target)
  return kind === 'view' || kind === 'materialized-view'
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
