import type { CatalogObject } from '../../catalog/catalog.ts'
import { kindOf, pathOf } from '../../catalog/identify.ts'
import { type CatalogIndex, parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { attachedId, untiedId } from '../alter/table-ties.ts'
import { parkedName } from '../online/reserved-name.ts'
import { asideId } from './hidden-columns.ts'
import type { NumberedThing, ParkedThing } from './parked-thing.ts'

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

/** What is about a thing or one of its parts comes before it is parked, and after it has come back. */
export function aroundParking(
  actions: readonly Action[],
  things: { readonly parked: readonly ParkedThing[]; readonly unparked: readonly ParkedThing[] },
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  if (things.parked.length + things.unparked.length === 0) return [...actions]
  const parked = new Map(things.parked.flatMap((each) => each.kept.map(({ id }) => [id, each])))
  const unparked = new Map(things.unparked.flatMap((each) => each.kept.map(({ id }) => [id, each])))
  return actions.map((each) => {
    const above = [...ownersOf(each.target, from), ...ownersOf(each.target, to)]
    const [goes, comes] = [parked, unparked].map((known) =>
      above.flatMap((id) => known.get(id)?.object ?? []),
    )
    // a child must have every column of its parents before it is tied to them
    const inherited = parentsOf(each.target, to).flatMap((parent) => columnsOf(parent, things.unparked))
    return {
      ...each,
      frees: [...each.frees, ...(goes ?? []).map(wholeId)],
      needs: [...each.needs, ...[...(comes ?? []), ...inherited].map(backId)],
    }
  })
}

function parentsOf(id: ObjectId, index: CatalogIndex): readonly ObjectId[] {
  const object = index.get(id)
  return object?.kind === 'table' ? parentTables(object) : []
}

function columnsOf(table: ObjectId, things: readonly ParkedThing[]): ObjectId[] {
  return things.flatMap(({ object, kept: [whole] }) =>
    whole?.kind === 'column' && whole.parent === table ? [object] : [],
  )
}

function ownersOf(id: ObjectId, index: CatalogIndex): ObjectId[] {
  const parent = index.get(id)?.parent
  return parent ? [id, ...ownersOf(parent, index)] : [id]
}

function wholeId(object: ObjectId): ObjectId {
  return `whole:${object}`
}

function backId(object: ObjectId): ObjectId {
  return `back:${object}`
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

interface BothWays {
  readonly id: ObjectId
  readonly there: string
  readonly back: string
}

/** Indexes and sequences have names in their schema, and move along to another one. */
function renamedParts({ object, name, kept }: ParkedThing, number: number): BothWays[] {
  const isColumn = kindOf(object) === 'column'
  const parts = kept.flatMap(
    (part): (readonly [kind: string, path: string, name: string, id: ObjectId])[] => {
      switch (part.kind) {
        case 'index':
          return [['INDEX', part.schema ?? '', part.name, part.id]]
        case 'constraint':
          return part.attributes.type === 'check' ? [] : [['INDEX', part.schema ?? '', part.name, part.id]]
        case 'sequence':
          return part.id === object ? [] : [['SEQUENCE', part.schema ?? '', part.name, part.id]]
        case 'column': {
          const { identity } = part.attributes
          const isOwn = identity && !isCopyOf(part, object, isColumn)
          return isOwn
            ? [['SEQUENCE', identity.sequenceSchema, identity.sequenceName, `${part.id}#identity`]]
            : []
        }
        default:
          return []
      }
    },
  )
  return parts.map(([kind, schema, own, id]) => {
    const aside = parkedName(`${name} ${id}`, number)
    const there = `ALTER ${kind} ${quoteQualified(schema, own)} RENAME TO ${aside}`
    const back = `ALTER ${kind} ${quoteQualified(schema, aside)} RENAME TO ${quoteIdentifier(own)}`
    return { id, there, back }
  })
}

/** Partitions share the sequence of their table's identity. */
function isCopyOf(part: CatalogObject, object: ObjectId, isColumn: boolean): boolean {
  return isColumn && part.id !== object
}

/** @param index in which tables have the parents that they have then */
function moves(
  { object, name, kept }: ParkedThing,
  index: CatalogIndex | undefined,
): {
  readonly there: readonly string[]
  readonly back: readonly string[]
} {
  const path = pathOf(object)
  const [whole] = kept
  if (whole?.kind === 'column') {
    const tables = index ? holdersOf({ kept }, index) : [whole.parent ?? '']
    const rename = (a: string, b: string) =>
      tables.map((table) => `ALTER TABLE ${pathOf(table)} RENAME COLUMN ${a} TO ${b}`)
    const own = quoteIdentifier(whole.name)
    return { there: rename(own, name), back: rename(name, own) }
  }
  const kind = words[kindOf(object)] ?? 'TABLE'
  const schema = whole?.schema ?? ''
  const own = quoteIdentifier(whole?.name ?? '')
  return {
    there: [
      `ALTER ${kind} ${path} RENAME TO ${name}`,
      `ALTER ${kind} ${quoteQualified(schema, name)} SET SCHEMA ${parkedSchema}`,
    ],
    back: [
      `ALTER ${kind} ${parkedSchema}.${name} SET SCHEMA ${quoteIdentifier(schema)}`,
      `ALTER ${kind} ${quoteQualified(schema, name)} RENAME TO ${own}`,
    ],
  }
}

/**
 * A name that a table has from its parent is not its own to change: those that change theirs have left, and the others
 * are there, though they had to leave for a while.
 */
function tiesBefore(thing: Pick<ParkedThing, 'kept'>, to: CatalogIndex): string[] {
  const holders = holdersOf(thing, to)
  const [whole] = thing.kept
  const tables = whole?.kind === 'column' ? thing.kept.flatMap(({ parent }) => parent ?? []) : []
  return [...holders.map(untiedId), ...tables.filter((id) => !holders.includes(id)).map(attachedId)]
}

/** Of a column: its table, and those that have left it with a copy, the highest of each tree. */
function holdersOf({ kept }: Pick<ParkedThing, 'kept'>, index: CatalogIndex): ObjectId[] {
  const [whole] = kept
  if (whole?.kind !== 'column' || !whole.parent) return []
  const table = whole.parent
  const holders = new Set(kept.flatMap(({ kind, parent }) => (kind === 'column' && parent ? [parent] : [])))
  const isUnder = (id: ObjectId): boolean => parentsOf(id, index).some((above) => holders.has(above))
  return [table, ...[...holders].filter((id) => id !== table && index.has(id) && !isUnder(id))]
}

const words: Readonly<Record<string, string>> = {
  table: 'TABLE',
  sequence: 'SEQUENCE',
  enum: 'TYPE',
  domain: 'DOMAIN',
  composite: 'TYPE',
}

/** Parts that are dropped; the journal's catalog has their definitions. */
function liftedFrom({ kept }: ParkedThing, ids: ReadonlySet<ObjectId>, from: CatalogIndex): ObjectId[] {
  const around = kept.flatMap(({ id }) => [...from.partsOf(id), ...from.dependentsOf(id)])
  return [...new Set(around.map(({ id }) => id))].filter((id) => !ids.has(id))
}
