import { kindOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { type Lock, noLock } from '../lock.ts'
import type { Step } from '../plan.ts'
import { timeLimits } from '../time-limits.ts'
import { moment } from '../work.ts'
import type { ParkedThing } from './parked-thing.ts'

/** A parked thing where it is now. */
export interface PresentThing extends ParkedThing {
  /**
   * Of a column: the tables that have it, as SQL writes them, without those that have it from one of these. One that has
   * left its parent has kept a copy.
   */
  readonly tables: readonly string[]
}

/**
 * Destroys what is parked, each thing in a transaction of its own so that nobody waits for two. Types go last; one that
 * a thing is made of which stays must stay as well: those are given back.
 * @param others what is parked and is to stay so
 */
export function purgeSteps(
  things: readonly PresentThing[],
  others: readonly ParkedThing[],
): { readonly steps: readonly Step[]; readonly staying: readonly ObjectId[] } {
  const used = new Set(others.flatMap(({ kept }) => kept.flatMap(({ needs }) => needs)))
  const staying = things.filter(({ object }) => used.has(object))
  const ordered = things
    .filter((thing) => !staying.includes(thing))
    .toSorted((a, b) => rank(a.object) - rank(b.object) || depth(b) - depth(a))
  return { steps: ordered.flatMap(stepsOf), staying: staying.map(({ object }) => object) }
}

function rank(object: ObjectId): number {
  return ['column', 'table', 'sequence', 'composite', 'domain', 'enum'].indexOf(kindOf(object))
}

/** Partitions go before their table. */
function depth({ kept: [whole] }: ParkedThing): number {
  return whole?.kind === 'table' && (whole.attributes.partitionOf || whole.attributes.inherits.length > 0)
    ? 1
    : 0
}

/** With the last of its copies it is gone. */
function stepsOf({ object, name, tables }: PresentThing): Step[] {
  const purged: Partial<Step> = { parking: { kind: 'purge', object, name } }
  if (kindOf(object) !== 'column')
    return [{ ...step(object, dropStatement(object, name), noLock), ...purged }]
  return tables.map((table, i) => {
    const lock: Lock = { mode: 'access-exclusive', relations: [`table:${table}`] }
    const sql = `ALTER TABLE ${table} DROP COLUMN ${name}`
    return { ...step(object, sql, lock), ...(i === tables.length - 1 ? purged : {}) }
  })
}

function step(object: ObjectId, sql: string, lock: Lock): Step {
  return {
    kind: `purge-${kindOf(object)}`,
    target: object,
    sql,
    transaction: 'own',
    lock,
    ...timeLimits('own', lock),
    cleanup: null,
    work: moment,
    estimateMs: 0,
    hazards: [],
  }
}

function dropStatement(object: ObjectId, name: string): string {
  const kind = kindOf(object)
  const word = kind === 'enum' || kind === 'composite' ? 'TYPE' : kind.toUpperCase()
  return `DROP ${word} ${parkedSchema}.${name}`
}
