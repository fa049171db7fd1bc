import { kindOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { Rename } from '../decide/renames.ts'
import type { Action } from './action.ts'
import { assessSteps } from './assess-steps.ts'
import type { Lock } from './lock.ts'
import { lockOf, relationOf } from './locks.ts'
import type { Plan, StepDraft } from './plan.ts'
import { timeLimits } from './time-limits.ts'
import { noUsage, type Usage } from './usage.ts'

export interface PlanParts {
  readonly actions: readonly Action[]
  /** The way back, in order. */
  readonly undo: readonly Action[]
  readonly renames: readonly Rename[]
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  /** How full and how busy the relations are that the plan touches, as far as known. */
  readonly usage?: Usage
}

/** Ordered actions as a plan; new names come last, so every statement before speaks of things as they are called now. */
export function asPlan(parts: PlanParts): Plan {
  const { actions, undo, renames, from, to, usage = noUsage } = parts
  const steps = [
    ...actions.map((each) => asStep(each, parts)),
    ...renames.map((rename) => renameStep(rename, from)),
  ]
  return {
    format: 1,
    fromFingerprint: from.catalog.fingerprint,
    steps: assessSteps(steps, { from, to, usage }),
    undo: [
      ...renames.toReversed().map(({ object, inverse }) => ({ target: object, sql: inverse })),
      ...undo.map(({ target, sql }) => ({ target, sql })),
    ],
  }
}

function asStep(action: Action, { from, to }: PlanParts): StepDraft {
  const { verb, target, sql, transaction, cleanup, parking } = action
  const lock = lockOf(action, from, to)
  return {
    kind: `${verb}-${kindOf(target)}`,
    target,
    sql,
    transaction,
    lock,
    ...timeLimits(transaction, lock),
    cleanup,
    ...(parking ? { parking } : {}),
  }
}

function renameStep({ object, known, sql }: Rename, from: CatalogIndex): StepDraft {
  const relation = relationOf(known, from)
  const lock: Lock = { mode: relation ? 'access-exclusive' : 'none', relations: relation ? [relation] : [] }
  const kind = `rename-${kindOf(object)}`
  const limits = timeLimits('shared', lock)
  return { kind, target: object, sql, transaction: 'shared', lock, ...limits, cleanup: null }
}
