import { kindOf, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Action, action } from './action.ts'

/**
 * A base type needs functions that read and write it, and they need the type: so it begins as a shell, which is
 * enough for the functions, and is filled afterwards (manual: CREATE TYPE). The same for a range type with a
 * canonical function.
 */
export function throughShells(actions: readonly Action[], to: CatalogIndex): Action[] {
  const routines = new Map(
    actions
      .filter(({ verb, makes, target }) => verb === 'create' && makes.includes(target) && hasShell(target))
      .map(({ target }) => [target, routinesOf(target, to)] as const)
      .filter(([, ids]) => ids.length > 0),
  )
  if (routines.size === 0) return [...actions]
  const shells = [...routines.keys()].map((id) =>
    action('create', id, `CREATE TYPE ${pathOf(id)}`, {
      makes: [`shell:${id}`],
      needs: [to.get(id)?.parent ?? ''],
    }),
  )
  return [
    ...shells,
    ...actions.map((each) => {
      if (each.verb === 'create' && routines.has(each.target))
        return { ...each, needs: [...each.needs, `shell:${each.target}`] }
      const needs = each.needs.map((id) => (routines.get(id)?.includes(each.target) ? `shell:${id}` : id))
      return { ...each, needs }
    }),
  ]
}

/** With such a type its functions go as well, by CASCADE: everything else that needs it has gone before. */
export function dropWithRoutines(actions: readonly Action[], from: CatalogIndex): Action[] {
  const carried = new Map<ObjectId, Action[]>()
  for (const each of actions) {
    if (each.verb !== 'drop' || !hasShell(each.target)) continue
    const routines = routinesOf(each.target, from)
    const drops = actions.filter(({ verb, target }) => verb === 'drop' && routines.includes(target))
    if (drops.length > 0) carried.set(each.target, drops)
  }
  const gone = new Set([...carried.values()].flat())
  return actions
    .filter((each) => !gone.has(each))
    .map((each) => {
      const drops = each.verb === 'drop' ? carried.get(each.target) : undefined
      if (!drops) return each
      const removes = [...each.removes, ...drops.flatMap((drop) => drop.removes)]
      const frees = [...each.frees, ...drops.flatMap((drop) => drop.frees)].filter(
        (id) => !removes.includes(id),
      )
      return { ...each, sql: `${each.sql} CASCADE`, removes, frees }
    })
}

function hasShell(id: ObjectId): boolean {
  const kind = kindOf(id)
  return kind === 'base-type' || kind === 'range'
}

/** Functions that a type needs and that need it. */
export function routinesOf(type: ObjectId, index: CatalogIndex): ObjectId[] {
  const needs = index.get(type)?.needs ?? []
  return needs.filter((id) => kindOf(id) === 'function' && index.get(id)?.needs.includes(type))
}
