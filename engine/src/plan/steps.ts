import { kindOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Rename } from '../decide/renames.ts'
import type { Action } from './action.ts'
import { findHazards } from './hazards/rules.ts'
import { isStronger, type Lock } from './lock.ts'
import { lockOf, relationOf } from './locks.ts'
import type { Plan, Step } from './plan.ts'

export interface PlanParts {
  readonly actions: readonly Action[]
  /** The way back, in order. */
  readonly undo: readonly Action[]
  readonly renames: readonly Rename[]
  readonly from: CatalogIndex
  readonly to: CatalogIndex
}

/** Ordered actions as a plan; new names come last, so every statement before speaks of things as they are called now. */
export function asPlan(parts: PlanParts): Plan {
  const { actions, undo, renames, from } = parts
  const first = new Set(actions.filter((each) => mustCommit(each, actions)))
  const shared = actions.filter((each) => !first.has(each))
  return {
    format: 1,
    fromFingerprint: from.catalog.fingerprint,
    steps: [
      ...[...first].map((each) => asStep(each, 'own', parts)),
      ...shared.map((each) => asStep(each, 'shared', parts)),
      ...renames.map((rename) => renameStep(rename, from)),
    ],
    undo: [...renames.toReversed().map(({ inverse }) => inverse), ...undo.map(({ sql }) => sql)],
  }
}

/** A new enum value can be used only after its commit (manual: ALTER TYPE); unused, it shares the transaction. */
function mustCommit(action: Action, actions: readonly Action[]): boolean {
  if (!action.commitsFirst) return false
  return actions.some(({ commitsFirst, needs }) => !commitsFirst && needs.includes(action.target))
}

function asStep(action: Action, transaction: Step['transaction'], { from, to }: PlanParts): Step {
  const { verb, target, sql } = action
  const lock = lockOf(action, from, to)
  const rows = (table: ObjectId) => {
    const object = from.get(table)
    return object?.kind === 'table' ? Math.max(0, object.facts.rows) : 0
  }
  const hazards = findHazards({ action, lock, from, to, rows })
  return { kind: `${verb}-${kindOf(target)}`, target, sql, transaction, lock, ...timeouts(lock), hazards }
}

function renameStep({ object, sql }: Rename, from: CatalogIndex): Step {
  const relation = relationOf(object, from)
  const lock: Lock = { mode: relation ? 'access-exclusive' : 'none', relations: relation ? [relation] : [] }
  const kind = `rename-${kindOf(object)}`
  return { kind, target: object, sql, transaction: 'shared', lock, ...timeouts(lock), hazards: [] }
}

/** Others queue behind whoever waits for a strong lock: a short wait is a short stall. */
function timeouts({ mode }: Lock) {
  return { lockTimeoutMs: isStronger(mode, 'row-exclusive') ? 5_000 : 0, statementTimeoutMs: 0 }
}
