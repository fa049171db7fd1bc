import type { Catalog } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { type Action, action } from '../../plan/action.ts'
import { createObjects } from '../../plan/create-objects.ts'
import { commentStatements } from '../../plan/kinds/comments.ts'
import { orderActions } from '../../plan/order.ts'
import { groupOf } from './group-of.ts'
import { readingOrder } from './reading-order.ts'

/** Statements that a reader expects together: a table with all that hangs on it, or one other object. */
export interface Block {
  readonly group: ObjectId
  readonly statements: readonly string[]
}

/** All statements that make a catalog from an empty database, in an order that works. */
export function catalogBlocks(catalog: Catalog): Block[] {
  const index = indexCatalog(catalog)
  return blocksOf(
    [...createObjects(withoutPublic(catalog.objects.keys()), index), ...commentOnPublic(index)],
    index,
  )
}

/** Every database is made with a schema `public`; what users may have added is its comment. */
export function withoutPublic(ids: Iterable<ObjectId>): Set<ObjectId> {
  const rest = new Set(ids)
  rest.delete('schema:public')
  return rest
}

export function commentOnPublic(index: CatalogIndex): Action[] {
  const schema = index.get('schema:public')
  return schema ? commentStatements(schema).map((sql) => action('comment', schema.id, sql, {})) : []
}

/**
 * Actions in an order that works, cut into blocks. A statement joins the last block of its group whenever all that it
 * needs stands in that block or before it: so a foreign key stands with its table unless it refers to a later one.
 */
export function blocksOf(actions: readonly Action[], index: CatalogIndex): Block[] {
  const blocks: { readonly group: ObjectId; readonly statements: string[] }[] = []
  const lastOf = new Map<ObjectId, number>()
  const madeIn = new Map<ObjectId, number>()
  for (const each of orderActions(actions, readingOrder(actions, index))) {
    const group = groupOf(each.target, index)
    const last = lastOf.get(group)
    const earliest = Math.max(-1, ...each.needs.map((id) => madeIn.get(id) ?? -1))
    const place = last !== undefined && earliest <= last ? last : blocks.length
    if (place === blocks.length) blocks.push({ group, statements: [] })
    if (each.sql !== '') blocks[place]!.statements.push(each.sql)
    lastOf.set(group, place)
    for (const id of each.makes) madeIn.set(id, Math.max(place, madeIn.get(id) ?? -1))
  }
  return blocks.filter(({ statements }) => statements.length > 0)
}
