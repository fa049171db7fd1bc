import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ColumnObject, SequenceObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier, quoteQualified } from '../sql/quote.ts'
import { type Action, action } from './action.ts'

/**
 * A serial column that becomes an identity, or the other way round, changes its sequence. The new one must go on
 * where the old one was, and often has its name: so the old one is renamed aside, read, and only then goes.
 */
export function carrySequences(changes: readonly Change[], from: CatalogIndex, to: CatalogIndex) {
  const actions: Action[] = []
  const handled = new Set<ObjectId>()
  for (const change of changes) {
    if (change.kind !== 'altered' || change.from.kind !== 'column' || change.to.kind !== 'column') continue
    const before = change.from.attributes.identity
    const after = change.to.attributes.identity
    if (!before && after) {
      const [old] = from.sequencesOf(change.from.id).filter(({ id }) => !to.has(id))
      if (old?.kind !== 'sequence') continue
      handled.add(old.id)
      actions.push(...toIdentity(old, change.to))
    } else if (before && !after) {
      const next = sequenceAfterIdentity(change.to, from, to)
      if (next) actions.push(...fromIdentity(change.from, next))
    }
  }
  return { actions, handled }
}

/** The new sequence that goes on where the identity of a column was. */
export function sequenceAfterIdentity(column: ColumnObject, from: CatalogIndex, to: CatalogIndex) {
  const [next] = to.sequencesOf(column.id).filter(({ id }) => !from.has(id))
  return next?.kind === 'sequence' ? next : undefined
}

function toIdentity(old: SequenceObject, column: ColumnObject): Action[] {
  const { schema, name } = old
  const aside = asideName(name)
  const renamed = `aside:${old.id}`
  const positioned = `positioned:${column.id}`
  const { identity } = column.attributes
  const next = quoteQualified(identity?.sequenceSchema ?? '', identity?.sequenceName ?? '')
  const path = quoteQualified(schema ?? '', aside)
  return [
    action(
      'alter',
      old.id,
      `ALTER SEQUENCE ${quoteQualified(schema ?? '', name)} RENAME TO ${quoteIdentifier(aside)}`,
      {
        removes: [old.id],
        makes: [renamed, `sequence-free:${column.id}`],
      },
    ),
    action('alter', column.id, position(next, path), {
      needs: [`identity:${column.id}`],
      makes: [positioned],
    }),
    action('drop', old.id, `DROP SEQUENCE ${path}`, {
      needs: [renamed, positioned, `defaultless:${column.id}`],
    }),
  ]
}

function fromIdentity(column: ColumnObject, next: SequenceObject): Action[] {
  const { identity } = column.attributes
  const schema = identity?.sequenceSchema ?? ''
  const name = identity?.sequenceName ?? ''
  const aside = asideName(name)
  const sql = `ALTER SEQUENCE ${quoteQualified(schema, name)} RENAME TO ${quoteIdentifier(aside)}`
  return [
    action('alter', column.id, sql, {
      removes: [`relation-name:${quoteQualified(schema, name)}`],
      makes: [`aside:${column.id}`],
    }),
    action(
      'alter',
      next.id,
      position(quoteQualified(next.schema ?? '', next.name), quoteQualified(schema, aside)),
      {
        needs: [next.id, `aside:${column.id}`],
        makes: [`positioned:${column.id}`],
      },
    ),
  ]
}

function position(next: string, old: string): string {
  return `SELECT setval('${next.replaceAll("'", "''")}', last_value, is_called) FROM ${old}`
}

function asideName(name: string): string {
  return `${name.slice(0, 40)}__old`
}
