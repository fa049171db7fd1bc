import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { changedObject } from '../diff/change.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { scopeOf } from '../diff/scope.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { pathLike } from '../sql/search-path.ts'
import { withoutSpelling } from './respell.ts'

/** What came of the way back, run on the copy after the plan. */
export type WayBack =
  | { readonly kind: 'exact' }
  /** These are not what they were before the plan. */
  | { readonly kind: 'differs'; readonly objects: readonly ObjectId[] }
  | { readonly kind: 'failed'; readonly object: ObjectId; readonly problem: string }

/** The copy after the way back, not compared yet; or where it failed. */
export type Back = Catalog | Extract<WayBack, { readonly kind: 'failed' }>

/** Statement by statement: a new enum value can be used only after its commit. */
export async function goBack({ undo }: Plan, scratch: Database, copied: Catalog): Promise<Back> {
  await scratch.query(`${pathLike(copied)}; SET check_function_bodies = off; SET client_min_messages = error`)
  for (const { target, sql } of undo) {
    try {
      await scratch.query(sql)
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      return { kind: 'failed', object: target, problem: error.message }
    }
  }
  await scratch.query('RESET search_path; RESET check_function_bodies; RESET client_min_messages')
  return readCatalog(scratch)
}

/** A way back that does not lead back stops nobody, but is told before anybody goes. */
export async function compareBack(start: Catalog, back: Back, cache: string): Promise<WayBack> {
  if ('kind' in back) return back
  const changes = diffCatalogs(back, start, scopeOf(back, start, [], 'whole-database'))
  const left = await withoutSpelling(changes, back, start, cache)
  if (left.length === 0) return { kind: 'exact' }
  return { kind: 'differs', objects: left.map((change) => changedObject(change).id) }
}
