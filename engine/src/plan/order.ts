import type { ObjectId } from '../catalog/object.ts'
import type { Action } from './action.ts'
import { isName } from './names-taken.ts'
import { evaluatesAtOnce, isNeededUnseen, isOfView } from './precedence.ts'
import { turnsOf } from './turns.ts'

/**
 * Puts actions into an order in which each finds what it needs. The edges say why:
 * - an action that needs an object runs after the one that makes it;
 * - an action that stops using an object runs before the one that removes it;
 * - an object is removed before another of the same id is made; what is parked, though, goes last, and what
 *   comes back is there first.
 * Work that must be committed apart goes before or after the shared transaction it belongs to (turns.ts).
 * What is needed without being recorded as needed (a cast, a default operator class) runs as early as these allow,
 * and what calls functions at once (an index on their results) as late: their bodies need more than is recorded.
 * What is only preferred is given up as a whole when it would make actions wait for each other.
 * Ties break by `precedes`, so the same actions give the same bytes. A cycle is a mistake of ours and throws.
 */
export function orderActions(
  actions: readonly Action[],
  precedes: (a: Action, b: Action) => number,
): Action[] {
  const sorted = [...actions].sort(precedes)
  const ordered = inOrder(sorted, true) ?? inOrder(sorted, false)
  if (ordered) return ordered
  throw new Error(`actions wait for each other: ${waitingForEachOther(sorted)}`)
}

/** undefined when the edges close a circle. */
function inOrder(sorted: readonly Action[], withPreferences: boolean): Action[] | undefined {
  const { successors, waitingFor } = edges(sorted, withPreferences)
  const early = ancestors(sorted, successors)
  const turns = turnsOf(sorted, successors)
  if (!turns) return undefined
  const late = callers(sorted)
  const rank = (i: number) => (3 * turns[i]! + (early.has(i) ? 0 : late.has(i) ? 2 : 1)) * sorted.length + i
  const ordered = drain(sorted, successors, waitingFor, rank)
  return ordered.length === sorted.length ? ordered : undefined
}

function edges(sorted: readonly Action[], withPreferences: boolean) {
  const successors = sorted.map(() => new Set<number>())
  const waitingFor = sorted.map(() => 0)
  const mustRun = (before: number, after: number) => {
    if (before === after || successors[before]!.has(after)) return
    successors[before]!.add(after)
    waitingFor[after]!++
  }
  const makers = indexBy(sorted, (a) => a.makes)
  const removers = indexBy(sorted, (a) => a.removes)
  sorted.forEach((current, i) => {
    const wanted = withPreferences ? [...current.needs, ...current.prefers] : current.needs
    for (const id of wanted) for (const maker of makers.get(id) ?? []) mustRun(maker, i)
    for (const id of current.frees) for (const remover of removers.get(id) ?? []) mustRun(i, remover)
    for (const id of current.removes) {
      const isOfName = isName(id)
      if (current.verb === 'park' && !isOfName) continue
      for (const maker of makers.get(id) ?? []) {
        const { removes, verb } = sorted[maker]!
        if (!removes.includes(id) && (verb !== 'unpark' || isOfName)) mustRun(i, maker)
      }
    }
  })
  return { successors, waitingFor }
}

function waitingForEachOther(sorted: readonly Action[]): string {
  const { successors, waitingFor } = edges(sorted, false)
  const ordered = new Set(drain(sorted, successors, waitingFor, (i) => i))
  const stuck = sorted.filter((each) => !ordered.has(each)).map(({ verb, target }) => `${verb} ${target}`)
  return stuck.slice(0, 20).join(', ')
}

/** Positions of what is needed unseen, and of all that must run before that. */
function ancestors(sorted: readonly Action[], successors: readonly Set<number>[]): ReadonlySet<number> {
  const found = new Set<number>()
  const open = sorted.flatMap((each, i) => (isNeededUnseen(each) ? [i] : []))
  if (open.length === 0) return found
  const predecessors = sorted.map((): number[] => [])
  successors.forEach((after, before) => {
    for (const each of after) predecessors[each]!.push(before)
  })
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (found.has(i)) continue
    found.add(i)
    open.push(...predecessors[i]!)
  }
  return found
}

/** Positions of what makes PostgreSQL call functions, directly or by a view. */
function callers(sorted: readonly Action[]): ReadonlySet<number> {
  const views = new Map(
    sorted.filter(isOfView).flatMap((each) => each.makes.map((id) => [id, each] as const)),
  )
  const known = new Map<Action, boolean>()
  const calls = (current: Action): boolean => {
    const answer = known.get(current)
    if (answer !== undefined) return answer
    known.set(current, false)
    const found = current.needs.some((id) => {
      const view = views.get(id)
      return id.startsWith('function:') || (view !== undefined && calls(view))
    })
    known.set(current, found)
    return found
  }
  return new Set(sorted.flatMap((each, i) => (evaluatesAtOnce(each) && calls(each) ? [i] : [])))
}

function indexBy(
  actions: readonly Action[],
  ids: (a: Action) => readonly ObjectId[],
): Map<ObjectId, number[]> {
  const index = new Map<ObjectId, number[]>()
  actions.forEach((current, i) => {
    for (const id of ids(current)) {
      const known = index.get(id)
      if (known) known.push(i)
      else index.set(id, [i])
    }
  })
  return index
}

/** Kahn's algorithm; the free position of the lowest rank goes first, kept in a binary heap. */
function drain(
  sorted: readonly Action[],
  successors: readonly Set<number>[],
  waitingFor: number[],
  rank: (position: number) => number,
): Action[] {
  const free = createHeap()
  waitingFor.forEach((count, i) => {
    if (count === 0) free.push(rank(i))
  })
  const ordered: Action[] = []
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    const position = next % sorted.length
    ordered.push(sorted[position]!)
    for (const successor of successors[position]!) {
      if (--waitingFor[successor]! === 0) free.push(rank(successor))
    }
  }
  return ordered
}

function createHeap() {
  const items: number[] = []
  return {
    push(item: number) {
      let child = items.push(item) - 1
      while (child > 0) {
        const parent = (child - 1) >> 1
        if (items[parent]! <= items[child]!) break
        ;[items[parent], items[child]] = [items[child]!, items[parent]!]
        child = parent
      }
    },
    pop(): number | undefined {
      const top = items[0]
      const last = items.pop()
      if (items.length === 0 || last === undefined) return top
      items[0] = last
      let parent = 0
      for (;;) {
        const left = 2 * parent + 1
        if (left >= items.length) break
        const child = left + 1 < items.length && items[left + 1]! < items[left]! ? left + 1 : left
        if (items[parent]! <= items[child]!) break
        ;[items[parent], items[child]] = [items[child]!, items[parent]!]
        parent = child
      }
      return top
    },
  }
}
