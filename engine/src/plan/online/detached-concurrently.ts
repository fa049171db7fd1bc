import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import type { Kitchen, Recipe } from './recipe.ts'

/**
 * DETACH PARTITION CONCURRENTLY lets reads and writes of the partitioned table pass. It knows no default partition
 * (manual: ALTER TABLE), and what it does is committed by itself: so not where the partition, or its room, is given
 * to another in the same plan.
 */
export const detachedConcurrently: Recipe = (each, kitchen) => {
  const { from, to } = kitchen
  const [before, after] = [from.get(each.target), to.get(each.target)]
  if (each.does !== 'detach' || before?.kind !== 'table' || after?.kind !== 'table') return undefined
  const parent = before.attributes.partitionOf ?? ''
  if (before.facts.isLeaving || after.attributes.partitionOf !== null || !kitchen.isBusy(parent))
    return undefined
  if (hasDefault(parent, from) || takesRoom(parent, kitchen)) return undefined
  const [gone] = each.makes
  const check = checkLeftBehind(before, from)
  return [
    { ...each, sql: `${each.sql} CONCURRENTLY`, transaction: 'none' },
    action('alter', each.target, `ALTER TABLE ${pathOf(before.id)} DROP CONSTRAINT IF EXISTS ${check}`, {
      needs: [gone ?? ''],
    }),
  ]
}

function hasDefault(parent: ObjectId, index: CatalogIndex): boolean {
  return index
    .childrenOf(parent)
    .some((each) => each.kind === 'table' && each.attributes.partitionBound === 'DEFAULT')
}

/** Whether a partition comes, or is another part than before. */
function takesRoom(parent: ObjectId, { from, to }: Kitchen): boolean {
  return to.childrenOf(parent).some((each) => {
    const before = from.get(each.id)
    if (each.kind !== 'table' || before?.kind !== 'table') return true
    const [old, now] = [before.attributes, each.attributes]
    return old.partitionOf !== now.partitionOf || old.partitionBound !== now.partitionBound
  })
}

/** A detached partition keeps its bounds as a check, under the name that PostgreSQL chooses for one without. */
function checkLeftBehind(table: TableObject, from: CatalogIndex): string {
  const columns = [...new Set(keysAbove(table, from))]
  const column = columns.length === 1 ? (columns[0] ?? null) : null
  const taken = new Set(
    [...from.catalog.objects.values()].flatMap(({ kind, schema, name }) =>
      kind === 'constraint' && schema === table.schema ? [name] : [],
    ),
  )
  let [name, number] = [chosenName(table.name, column, 'check'), 0]
  while (taken.has(name)) name = chosenName(table.name, column, `check${++number}`)
  return quoteIdentifier(name)
}

function keysAbove({ attributes: { partitionOf } }: TableObject, from: CatalogIndex): string[] {
  const parent = from.get(partitionOf ?? '')
  if (parent?.kind !== 'table') return []
  return [...parent.facts.partitionColumns, ...keysAbove(parent, from)]
}
