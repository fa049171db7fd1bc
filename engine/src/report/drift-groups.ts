import { indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Change, changedObject } from '../diff/change.ts'
import type { Drift } from '../drift/find-drift.ts'
import type { LastState } from '../journal/journal-head.ts'
import type { UnfinishedChange } from '../journal/recorded-state.ts'
import { ownerOf } from './plan-groups.ts'
import type { ReportedTarget } from './terminal/creation.ts'

/** What has changed behind the journal's back, and since when. */
export interface DriftReport {
  readonly target: ReportedTarget
  readonly since: LastState
  readonly drift: Drift
  /** SQL that does the same, in an order that works. */
  readonly statements: readonly DriftStatement[]
  /** Done by later runs that never came to their end: not by hand. */
  readonly unfinished: readonly UnfinishedChange[]
}

/** Which of the differences from the models are drift; the others are what the models want since. */
export interface DriftAmong {
  readonly since: LastState
  readonly objects: readonly ObjectId[]
}

export interface DriftStatement {
  readonly target: ObjectId
  readonly sql: string
}

/** All that has become of one table, view, type or function. */
export interface DriftGroup {
  readonly object: ObjectId
  readonly changes: readonly Change[]
  readonly statements: readonly string[]
  /** Runs that had a part in it. */
  readonly runs: readonly number[]
}

export function groupDrift({ drift, statements, unfinished }: DriftReport): DriftGroup[] {
  const [then, now] = [indexCatalog(drift.left), indexCatalog(drift.now)]
  const groups = new Map<ObjectId, { changes: Change[]; statements: string[]; runs: Set<number> }>()
  const groupOf = (id: ObjectId) => {
    const object = ownerOf(id, then, now)
    const group = groups.get(object) ?? { changes: [], statements: [], runs: new Set<number>() }
    groups.set(object, group)
    return group
  }
  for (const change of drift.changes) groupOf(changedObject(change).id).changes.push(change)
  for (const { target, sql } of statements) groupOf(target).statements.push(sql)
  for (const { target, run } of unfinished)
    if (groups.has(ownerOf(target, then, now))) groupOf(target).runs.add(run)
  return [...groups].map(([object, group]) => ({ object, ...group, runs: [...group.runs] }))
}
