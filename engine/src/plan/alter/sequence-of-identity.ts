import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { sequenceAfterIdentity } from '../carry-sequences.ts'
import { namesTaken } from '../names-taken.ts'
import type { AlterationOf } from './alteration.ts'

export function losesIdentity({ from, to }: AlterationOf<'column'>): boolean {
  return from.attributes.identity !== null && to.attributes.identity === null
}

/** The name of the sequence that only the first of both has for its identity. */
export function sequenceNames(column: ColumnObject, other: ColumnObject): string[] {
  const taken = namesTaken(other)
  return namesTaken(column).filter((name) => name.startsWith('relation-name:') && !taken.includes(name))
}

/** By DROP IDENTITY, unless the sequence is put aside before, to be read. */
export function nameFreed(alteration: AlterationOf<'column'>): string[] {
  const { from, to, fromIndex, toIndex } = alteration
  const isAside = sequenceAfterIdentity(to, fromIndex, toIndex) !== undefined
  return losesIdentity(alteration) && !isAside ? sequenceNames(from, to) : []
}

/** The sequence of an identity that stays, under its new name. */
export function renamedSequence(from: ColumnObject, to: ColumnObject): Action[] {
  const [before, after] = [from.attributes.identity, to.attributes.identity]
  if (!before || !after || before.sequenceName === after.sequenceName) return []
  const sql = `ALTER SEQUENCE ${quoteQualified(before.sequenceSchema, before.sequenceName)} RENAME TO ${quoteIdentifier(after.sequenceName)}`
  const makes = [`sequence-name:${to.id}`, ...sequenceNames(to, from)]
  return [action('alter', to.id, sql, { makes, removes: sequenceNames(from, to) })]
}
