import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { type Action, action } from '../action.ts'
import { untiedId } from '../alter/table-ties.ts'
import { backId, wholeId } from './around-parking.ts'
import { asideId } from './hidden-columns.ts'
import { tiesBefore } from './holders.ts'
import { moves } from './moves.ts'
import type { NumberedThing, ParkedThing } from './parked-thing.ts'
import { renamedParts } from './renamed-parts.ts'

/** Changes of catalogs only, whatever the size: names that others may want, then the thing itself. */
export function parkActions(
  things: readonly NumberedThing[],
  isThere: boolean,
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  if (things.length === 0) return []
  const place = `schema:${parkedSchema}`
  const makePlace = action('create', place, `CREATE SCHEMA IF NOT EXISTS ${parkedSchema}`, { makes: [place] })
  return [
    ...(isThere ? [] : [makePlace]),
    ...things.flatMap((thing) => {
      const kept = new Set(thing.kept.map(({ id }) => id))
      const lifted = liftedFrom(thing, kept, from)
      return chain(thing, stepsOfParking(thing, to), 'park', {
        needs: [`schema:${parkedSchema}`, ...tiesBefore(thing, to)],
        frees: [...new Set(thing.kept.flatMap(({ needs }) => needs))].filter((id) => !kept.has(id)),
        parking: { kind: 'park', ...thing, lifted },
      })
    }),
  ]
}

/** In the order in which they work: nothing of another schema may be called the same. */
export function parkStatements(thing: NumberedThing, index?: CatalogIndex): string[] {
  return stepsOfParking(thing, index).map(({ sql }) => sql)
}

interface ChainStep {
  readonly sql: string
  /** What is no longer found under its name. */
  readonly removes: readonly ObjectId[]
}

/** Parts first: whoever wants the name of an index need not wait for its table to go. */
function stepsOfParking({ number, ...thing }: NumberedThing, index?: CatalogIndex): ChainStep[] {
  const parts = renamedParts(thing, number).map(({ id, there }) => ({ sql: there, removes: [id] }))
  const gone = new Set(parts.flatMap(({ removes }) => removes))
  const removes = thing.kept.flatMap(({ id }) => (gone.has(id) ? [] : [id]))
  return [...parts, ...moves(thing, index).there.map((sql) => ({ sql, removes }))]
}

/** The same statements backwards. */
export function unparkActions(things: readonly NumberedThing[], from: CatalogIndex): Action[] {
  return things.flatMap(({ number, ...thing }) => {
    const parts = renamedParts(thing, number).map(({ back }) => back)
    const statements = [...moves(thing, from).back, ...parts].map((sql) => ({ sql, removes: [] }))
    const kept = new Set(thing.kept.map(({ id }) => id))
    const needs = new Set([...thing.kept.flatMap((part) => part.needs), ...namesakesBelow(thing, from)])
    return chain(thing, statements, 'unpark', {
      makes: [...kept],
      needs: [...needs].filter((id) => !kept.has(id)),
      parking: { kind: 'unpark', object: thing.object, name: thing.name },
    })
  })
}

/** Children with a column of their own of the same name must have left: the new name would reach them. */
function namesakesBelow({ kept }: ParkedThing, from: CatalogIndex): string[] {
  const [whole, ...copies] = kept
  if (whole?.kind !== 'column') return []
  const below = (table: ObjectId): ObjectId[] =>
    from.childrenOf(table).flatMap(({ id }) => [id, ...below(id)])
  return below(whole.parent ?? '')
    .filter((table) => !copies.some(({ parent }) => parent === table))
    .map(untiedId)
}

/** One after the other; the effects are those of the last one. */
function chain(
  { object }: ParkedThing,
  statements: readonly ChainStep[],
  verb: 'park' | 'unpark',
  effects: Partial<Action>,
): Action[] {
  const last = statements.length - 1
  return statements.map(({ sql, removes }, i) => {
    const own = i === last ? effects : {}
    const done = (at: number) => `${verb}ed:${at}:${object}`
    return action(verb, object, sql, {
      ...own,
      needs: i > 0 ? [done(i - 1)] : (effects.needs ?? []),
      makes: [
        ...(own.makes ?? []),
        done(i),
        ...(i === last ? [verb === 'unpark' ? backId(object) : asideId(object)] : []),
      ],
      // what is about the thing or its parts comes before the first of them
      removes: [...removes, ...(i === 0 && verb === 'park' ? [wholeId(object)] : [])],
    })
  })
}

/** Parts that are dropped; the journal's catalog has their definitions. */
function liftedFrom({ kept }: ParkedThing, ids: ReadonlySet<ObjectId>, from: CatalogIndex): ObjectId[] {
  const around = kept.flatMap(({ id }) => [...from.partsOf(id), ...from.dependentsOf(id)])
  return [...new Set(around.map(({ id }) => id))].filter((id) => !ids.has(id))
}
