import { nameOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../catalog/relations.ts'
import { chosenName } from '../sql/chosen-name.ts'
import { quoteIdentifier, quoteQualified } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { attachedId } from './alter/table-ties.ts'
import { createStatements } from './kinds/create.ts'

type Part = IndexObject | ConstraintObject

/**
 * The index of a partition comes with its parent's, or with the partition; only a name that PostgreSQL would not
 * choose needs a statement. Where both are there already it is made on its own and attached.
 */
export function attachedPart(
  object: Part,
  ids: ReadonlySet<ObjectId>,
  to: CatalogIndex,
  isMadeAlone: IsMadeAlone,
): Action[] {
  const parent = to.get(object.attributes.attachedTo ?? '')
  if (parent?.kind !== 'index' && parent?.kind !== 'constraint')
    throw new Error(`${object.id} is attached to nothing`)
  const table = object.parent ?? ''
  if (isMadeAlone(parent) || (!ids.has(parent.id) && !ids.has(table))) {
    const unattached = `unattached:${object.id}`
    const sql = `ALTER INDEX ${indexPath(parent)} ATTACH PARTITION ${indexPath(object)}`
    return [
      action('create', object.id, createStatements(object)[0]!, { makes: [unattached], needs: object.needs }),
      action('alter', object.id, sql, {
        makes: [object.id],
        needs: [unattached, parent.id, attachedId(table)],
      }),
    ]
  }
  const name = chosenIndexName(object, parent, ids.has(parent.id))
  const needs = [parent.id, object.parent ?? '']
  if (name === object.name) return [action('alter', object.id, '', { makes: [object.id], needs })]
  const sql = `ALTER INDEX ${quoteQualified(object.schema ?? '', name)} RENAME TO ${quoteIdentifier(object.name)}`
  return [action('alter', object.id, sql, { makes: [object.id], needs })]
}

/**
 * ChooseIndexName, src/backend/commands/indexcmds.c.
 * @param isMade the parent's comes with this plan: an index that is there keeps the names that its columns had first
 */
function chosenIndexName(object: Part, parent: Part, isMade: boolean): string {
  const table = nameOf(object.parent ?? '')
  const type = parent.kind === 'index' ? 'index' : parent.attributes.type
  const label = indexLabels[type] ?? 'idx'
  const columns =
    type === 'primary-key' ? null : (isMade ? currentColumns(parent) : parent.facts.ownColumns).join('_')
  const name = chosenName(table, columns, label)
  // cut to 63 bytes it may be the parent's own, which is there first
  return name === parent.name && object.schema === parent.schema
    ? chosenName(table, columns, `${label}1`)
    : name
}

function currentColumns({ facts: { columns, ownColumns } }: Part): readonly string[] {
  return ownColumns.map((own, i) => {
    const column = columns[i]
    return column && columns.indexOf(column) === i ? column : own
  })
}

const indexLabels: Readonly<Record<string, string>> = {
  unique: 'key',
  exclusion: 'excl',
  'primary-key': 'pkey',
}

/**
 * Made ON ONLY the partitioned table, and attached to partition by partition: while it is not on all of them, and
 * where PostgreSQL would choose a name for the index of a partition that is another's.
 */
export type IsMadeAlone = (index: Part) => boolean

/** @returns remembers its answers: every partition's index asks for its parent's */
export function whetherMadeAlone(to: CatalogIndex, from: CatalogIndex | undefined): IsMadeAlone {
  const known = new Map<ObjectId, boolean>()
  return (index) => {
    const answer = known.get(index.id) ?? isMadeAlone(index, to, from)
    known.set(index.id, answer)
    return answer
  }
}

function isMadeAlone(index: Part, to: CatalogIndex, from: CatalogIndex | undefined): boolean {
  if (index.kind !== 'index') return false
  const children = to.childrenOf(index.parent ?? '').filter((child) => child.kind === 'table')
  const attached = children.map((child) =>
    partsLikeIndexes(child.id, to).find((part) => part.attributes.attachedTo === index.id),
  )
  return attached.some((part) => !part || isMisnamed(part, index, to, from))
}

function isMisnamed(part: Part, parent: Part, to: CatalogIndex, from: CatalogIndex | undefined): boolean {
  const chosen = chosenIndexName(part, parent, true)
  if (chosen === part.name) return false
  const chosenFor = (other: Part) => {
    const above = to.get(other.attributes.attachedTo ?? '')
    return above?.kind === 'index' || above?.kind === 'constraint'
      ? chosenIndexName(other, above, true)
      : null
  }
  const table = part.parent ?? ''
  return [...partsLikeIndexes(table, to), ...(from ? partsLikeIndexes(table, from) : [])].some(
    (other) => other.id !== part.id && (other.name === chosen || chosenFor(other) === chosen),
  )
}

function partsLikeIndexes(table: ObjectId, index: CatalogIndex): Part[] {
  return [...index.partsOfKind(table, 'index'), ...index.partsOfKind(table, 'constraint')]
}

/** The index behind a key has the key's name. */
function indexPath(object: Part): string {
  return quoteQualified(object.schema ?? '', object.name)
}
