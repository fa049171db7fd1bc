import { nameOf, partId } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ConstraintObject } from '../../catalog/relations.ts'
import { action } from '../../plan/action.ts'
import { keyIndexSettings } from '../../plan/kinds/table.ts'
import type { ConstraintDetails, IndexDetails } from '../../sources/database/details/details.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { array, type Code, call, chain, type Entry, type Link, link, object, text } from '../code/code.ts'
import { member, objectKey, stringLiteral } from '../code/literals.ts'
import type { TablePart, Writing } from './writing.ts'

/** A primary or unique key: on its column where Drizzle can say it there, otherwise in the list behind the columns. */
export interface KeyPart extends TablePart {
  readonly inline?: { readonly column: string; readonly link: Link } | undefined
}

export function primaryKeyPart(key: ConstraintObject, writing: Writing): KeyPart | undefined {
  const parts = keyParts(key, writing)
  if (!parts) return undefined
  const [column, ...others] = key.facts.columns
  const isUnnamed = key.name === chosenName(nameOf(key.parent ?? ''), null, 'pkey')
  if (column !== undefined && others.length === 0 && isUnnamed)
    return { ...parts, inline: { column, link: link('primaryKey') } }
  const item = call(
    writing.pg('primaryKey'),
    object([
      ['name', stringLiteral(key.name)],
      ['columns', columnList(key, writing)],
    ]),
  )
  return { ...parts, item }
}

/** @param onColumn false when another unique key stands on the same column already */
export function uniquePart(key: ConstraintObject, onColumn: boolean, writing: Writing): KeyPart | undefined {
  const parts = keyParts(key, writing)
  if (!parts) return undefined
  const { nullsNotDistinct } = indexOf(key, writing)
  const [column, ...others] = key.facts.columns
  if (column !== undefined && others.length === 0 && onColumn) {
    const nulls = nullsNotDistinct ? [object([['nulls', stringLiteral('not distinct')]])] : []
    const isUnnamed = key.name === `${nameOf(key.parent ?? '')}_${column}_unique` && nulls.length === 0
    return {
      ...parts,
      inline: { column, link: link('unique', ...(isUnnamed ? [] : [stringLiteral(key.name), ...nulls])) },
    }
  }
  const item = chain(
    link(writing.pg('unique'), stringLiteral(key.name)),
    link('on', ...columnsOf(key.facts.columns, key.parent ?? '', writing)),
    ...(nullsNotDistinct ? [link('nullsNotDistinct')] : []),
  )
  return { ...parts, item }
}

/** What both kinds have in common; undefined where a key is more than Drizzle and companions know. */
function keyParts(key: ConstraintObject, writing: Writing): TablePart | undefined {
  const details = detailsOf(key, writing)
  if (details.period || key.attributes.attachedTo !== null) return undefined
  const { include } = indexOf(key, writing)
  const included: Entry[] =
    include.length > 0
      ? [
          [
            'include',
            array(
              include.map((name) =>
                stringLiteral(writing.names.key(partId('column', key.parent ?? '', name))),
              ),
            ),
          ],
        ]
      : []
  return {
    says: [key.id],
    extras: constraintExtras(key, [...deferrableEntry(details), ...included]),
    additions: indexAdditions(key),
  }
}

/** What the companion says about a constraint, under its name; undefined where it has nothing to say. */
export function constraintExtras(constraint: ConstraintObject, entries: readonly Entry[]): Entry | undefined {
  const { comment } = constraint
  const all: Entry[] = [
    ...entries,
    ...(comment === null ? [] : [['comment', stringLiteral(comment)] as const]),
  ]
  return all.length > 0 ? [objectKey(constraint.name), object(all)] : undefined
}

export function deferrableEntry({ deferrable }: ConstraintDetails): Entry[] {
  return deferrable ? [['deferrable', stringLiteral(deferrable)]] : []
}

/** The index behind a key has parameters and a tablespace of its own, which only SQL can say. */
export function indexAdditions(constraint: ConstraintObject) {
  return keyIndexSettings(constraint).map((sql) => action('alter', constraint.id, sql, {}))
}

export function detailsOf({ id }: ConstraintObject, { details }: Writing): ConstraintDetails {
  const found = details.constraints.get(id)
  if (!found) throw new Error(`no details of ${id}`)
  return found
}

/** The index behind a constraint has its name. */
export function indexOf({ id, schema, name }: ConstraintObject, { details }: Writing): IndexDetails {
  const found = details.indexes.get(`index:${quoteQualified(schema ?? '', name)}`)
  if (!found) throw new Error(`no index behind ${id}`)
  return found
}

/** `t.id, t.createdAt`. */
export function columnsOf(columns: readonly string[], table: ObjectId, writing: Writing): Code[] {
  return columns.map((name) => text(member('t', writing.names.key(partId('column', table, name)))))
}

function columnList(key: ConstraintObject, writing: Writing): Code {
  return array(columnsOf(key.facts.columns, key.parent ?? '', writing))
}
