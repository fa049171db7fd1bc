import { kindOf } from '../catalog/identify.ts'
import type { Rename } from '../decide/renames.ts'
import type { Action } from './action.ts'
import type { Plan, Step } from './plan.ts'

/** Ordered actions as a plan; new names come last, so every statement before speaks of things as they are called now. */
export function asPlan(actions: readonly Action[], renames: readonly Rename[]): Plan {
  const first = actions.filter((each) => mustCommit(each, actions))
  const own = new Set(first)
  return {
    steps: [
      ...first.map((each): Step => ({ ...step(each), transaction: 'own' })),
      ...actions
        .filter((each) => !own.has(each))
        .map((each): Step => ({ ...step(each), transaction: 'shared' })),
      ...renames.map(
        ({ object, sql }): Step => ({
          kind: `rename-${kindOf(object)}`,
          target: object,
          sql,
          transaction: 'shared',
        }),
      ),
    ],
  }
}

/** A new enum value can be used only after its commit (manual: ALTER TYPE); unused, it shares the transaction. */
function mustCommit(action: Action, actions: readonly Action[]): boolean {
  if (!action.commitsFirst) return false
  return actions.some(({ commitsFirst, needs }) => !commitsFirst && needs.includes(action.target))
}

function step({ verb, target, sql }: Action) {
  return { kind: `${verb}-${kindOf(target)}`, target, sql }
}
