import { nameOf, pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import { parkedSchema } from '../catalog/parked.ts'
import type { ParkedThing } from '../plan/park/parked-thing.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { RowCheck } from './row-check.ts'

/** Rows that are to come back are asked where they are parked: tables under another name, columns as well. */
export function whereParked(checks: readonly RowCheck[], things: readonly ParkedThing[]): RowCheck[] {
  const places = parkedPlaces(things)
  if (places.size === 0) return [...checks]
  const moved = (sql: string) =>
    [...places].reduce(
      (text, [table, place]) =>
        text.replaceAll(`${pathOf(table)} t`, `${place} t`).replaceAll(`${pathOf(table)} r`, `${place} r`),
      sql,
    )
  return checks.map(({ attempt, ...check }) => ({
    ...check,
    rows: moved(check.rows),
    ...(attempt === undefined ? {} : { attempt: moved(attempt) }),
  }))
}

/** What stands in a FROM clause for each table that is parked or has a parked column. */
function parkedPlaces(things: readonly ParkedThing[]): Map<ObjectId, string> {
  const places = new Map<ObjectId, string>()
  for (const { object, name } of things)
    if (object.startsWith('table:')) places.set(object, `${parkedSchema}.${name}`)
  const columns = new Map<ObjectId, string[]>()
  for (const { name, kept } of things)
    for (const part of kept) {
      if (part.kind !== 'column' || kept[0]?.kind !== 'column') continue
      const table = part.parent ?? ''
      const own = `${name} AS ${quoteIdentifier(nameOf(part.id))}`
      columns.set(table, [...(columns.get(table) ?? []), own])
    }
  for (const [table, own] of columns)
    places.set(table, `(SELECT *, ${own.join(', ')} FROM ${places.get(table) ?? pathOf(table)})`)
  return places
}
