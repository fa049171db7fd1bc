import { kindOf } from '../catalog/identify.ts'
import type { Action } from './action.ts'

/**
 * Which turn of a plan each action gets. Turns of work outside the shared transaction (even) and shared transactions
 * (odd) alternate; most plans have turn 1 alone. An action goes as early as what it waits for allows, with three
 * exceptions: what is dropped to be made anew is away for one transaction only where that can be, indexes are dropped late, and what
 * holds rows goes last of all, when nothing can fail any more.
 * @returns undefined where actions wait for each other
 */
export function turnsOf(
  actions: readonly Action[],
  successors: readonly ReadonlySet<number>[],
): readonly number[] | undefined {
  const together = madeAnew(actions)
  const turns =
    earliestTurns(actions, successors, together) ??
    earliestTurns(
      actions,
      successors,
      together.filter((pair) => !isParted(pair, actions, successors)),
    ) ??
    earliestTurns(actions, successors, [])
  return turns && lossesLast(turns, actions, successors)
}

type Pair = readonly [drop: number, create: number]

/** undefined when a pair that is to be in one turn has work of another turn between its two. */
function earliestTurns(
  actions: readonly Action[],
  successors: readonly ReadonlySet<number>[],
  together: readonly Pair[],
): number[] | undefined {
  const turns = actions.map(firstTurn)
  const last = 2 * actions.length + 2
  for (let changed = true; changed; ) {
    changed = false
    const raise = (position: number, least: number) => {
      const turn = isShared(actions[position]!) === (least % 2 === 1) ? least : least + 1
      if (turns[position]! >= turn) return
      turns[position] = turn
      changed = true
    }
    successors.forEach((after, before) => {
      for (const each of after) raise(each, turns[before]!)
    })
    for (const [drop, create] of together) raise(drop, turns[create]!)
    if (turns.some((turn) => turn > last)) return undefined
  }
  return turns
}

/** Is there work outside the shared transactions that waits for the drop, and the creation for it? */
function isParted(
  [drop, create]: Pair,
  actions: readonly Action[],
  successors: readonly ReadonlySet<number>[],
): boolean {
  const [within, beyond] = [new Set<number>(), new Set<number>()]
  const open: (readonly [position: number, isBeyond: boolean])[] = [[drop, false]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [position, wasBeyond] = next
    const isBeyond = wasBeyond || !isShared(actions[position]!)
    if (isBeyond && position === create) return true
    const seen = isBeyond ? beyond : within
    if (seen.has(position)) continue
    seen.add(position)
    for (const each of successors[position]!) open.push([each, isBeyond])
  }
  return false
}

/** Each loss as late as those that wait for it allow: after the last work outside the shared transactions. */
function lossesLast(
  turns: readonly number[],
  actions: readonly Action[],
  successors: readonly ReadonlySet<number>[],
): readonly number[] {
  const losses = [...actions.keys()].filter((i) => isLoss(actions[i]!))
  const latest = turns.reduce((one, other) => Math.max(one, other), 1)
  const late = [...turns]
  if (latest === 1) return late
  for (let changed = true; changed; ) {
    changed = false
    for (const i of losses) {
      const waiting = [...successors[i]!].map((each) => late[each]!)
      const turn = Math.min(odd(latest, 1), ...waiting.map((each) => odd(each, -1)))
      if (turn <= late[i]!) continue
      late[i] = turn
      changed = true
    }
  }
  return late
}

function odd(turn: number, step: 1 | -1): number {
  return turn % 2 === 1 ? turn : turn + step
}

function isLoss({ verb, target, transaction }: Action): boolean {
  return (
    (verb === 'drop' || verb === 'park') &&
    transaction === 'shared' &&
    ['table', 'column'].includes(kindOf(target))
  )
}

function firstTurn(action: Action): number {
  if (isShared(action)) return 1
  return action.verb === 'drop' ? 2 : 0
}

function isShared({ transaction }: Action): boolean {
  return transaction === 'shared'
}

/** Pairs of positions: what drops an object in a shared transaction, and what makes it again in one. */
function madeAnew(actions: readonly Action[]): Pair[] {
  const drops = new Map<string, number>()
  actions.forEach((each, i) => {
    if (isShared(each)) for (const id of each.removes) drops.set(id, i)
  })
  return actions.flatMap((each, i) =>
    isShared(each)
      ? each.makes.flatMap((id): Pair[] => {
          const drop = drops.get(id)
          return drop === undefined || drop === i ? [] : [[drop, i]]
        })
      : [],
  )
}
