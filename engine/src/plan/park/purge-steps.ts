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
  /** Of a column: the table that has it, as SQL writes it; it may have got another name since. */
  readonly table: string | null
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
  return { steps: ordered.map(purgeStep), staying: staying.map(({ object }) => object) }
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

function purgeStep(thing: PresentThing): Step {
  const { object, name, table } = thing
  const lock: Lock = table ? { mode: 'access-exclusive', relations: [`table:${table}`] } : noLock
  return {
    kind: `purge-${kindOf(object)}`,
    target: object,
    sql: statement(thing),
    transaction: 'own',
    lock,
    ...timeLimits('own', lock),
    cleanup: null,
    work: moment,
    estimateMs: 0,
    hazards: [],
    parking: { kind: 'purge', object, name },
  }
}

function statement({ object, name, table }: PresentThing): string {
  if (table) return `ALTER TABLE ${table} DROP COLUMN ${name}`
  const kind = kindOf(object)
  const word = kind === 'enum' || kind === 'composite' ? 'TYPE' : kind.toUpperCase()
  return `DROP ${word} ${parkedSchema}.${name}`
}
