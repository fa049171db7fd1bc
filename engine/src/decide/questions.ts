import type { CatalogObject } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { type Decision, decisionText } from './decision.ts'
import { renameCandidates } from './rename-candidates.ts'

/** Something that a plan may not settle by itself: an object would go, or perhaps it has another name now. */
export interface Question {
  /**
   * Of an undo: `changed`: a run had changed it, and somebody else has since; it cannot come back because of what is
   * in its place (`taken`), because its password is kept nowhere (`secret`), or because what it stands on does not
   * come back (`baseless`); what a run had made cannot be parked, and would go with what it holds (`unkept`).
   */
  readonly about: 'loss' | 'changed' | 'taken' | 'secret' | 'baseless' | 'unkept'
  readonly object: ObjectId
  /** Decisions that would answer it, each as it can be typed. */
  readonly answers: readonly string[]
}

/** What is undecided about these changes; empty when the plan may go on. */
export function openQuestions(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  decisions: readonly Decision[],
): Question[] {
  if (decisions.some(({ kind }) => kind === 'drops')) return []
  const accepted = new Set(decisions.flatMap((decision) => (decision.kind === 'drop' ? [decision.path] : [])))
  const isAccepted = (id: ObjectId) => accepted.has(pathOf(id)) || accepted.has(id)
  return losses(changes, from)
    .filter((id) => !isAccepted(id))
    .map((id) => ({
      about: 'loss',
      object: id,
      answers: [
        decisionText({ kind: 'drop', path: pathOf(id) }),
        ...renameCandidates(id, changes, from, to).map((name) =>
          decisionText({ kind: 'rename', path: pathOf(id), name }),
        ),
      ],
    }))
}

/** Objects that would go and are more than a property of something that stays. */
export function losses(changes: readonly Change[], from: CatalogIndex): ObjectId[] {
  const removed = new Map(
    changes.flatMap((change) => (change.kind === 'removed' ? [[change.object.id, change.object]] : [])),
  )
  const lost = [...removed.values()]
    .filter((object) => !goesWithAnother(object, removed, from))
    .map(({ id }) => id)
  return [...lost, ...changes.flatMap(lostInside)]
}

/** Made of definition only, and part of a table that stays: nothing is lost that the models do not say. */
const partsWithoutRows = new Set<CatalogObject['kind']>([
  'constraint',
  'default',
  'domain-constraint',
  'index',
  'policy',
  'rule',
  'statistics',
  'trigger',
])

function goesWithAnother(
  object: CatalogObject,
  removed: ReadonlyMap<ObjectId, CatalogObject>,
  from: CatalogIndex,
): boolean {
  if (partsWithoutRows.has(object.kind)) return true
  if (object.parent !== null && removed.has(object.parent))
    return object.kind !== 'schema' && !object.parent.startsWith('schema:')
  if (object.kind === 'column' && !object.attributes.local) return true
  if (object.kind === 'column' && object.attributes.generated !== null) return true
  if (object.kind === 'sequence')
    return object.attributes.ownedBy !== null && isGone(object.attributes.ownedBy, removed, from)
  if (object.kind === 'table')
    return object.attributes.partitionOf !== null && removed.has(object.attributes.partitionOf)
  return false
}

function isGone(
  column: ObjectId,
  removed: ReadonlyMap<ObjectId, CatalogObject>,
  from: CatalogIndex,
): boolean {
  const table = from.get(column)?.parent
  return removed.has(column) || (table != null && removed.has(table)) || from.has(column)
}

/** Losses within an object that stays: values of an enum, a column whose values become computed. */
function lostInside(change: Change): ObjectId[] {
  if (change.kind !== 'altered') return []
  const { from, to } = change
  if (from.kind === 'enum' && to.kind === 'enum')
    return from.attributes.labels
      .filter((label) => !to.attributes.labels.includes(label))
      .map((label) => partId('enum-value', from.id, label))
  if (from.kind === 'composite' && to.kind === 'composite') {
    const names = new Set(to.attributes.attributes.map(({ name }) => name))
    return from.attributes.attributes
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => partId('attribute', from.id, name))
  }
  if (from.kind === 'column' && to.kind === 'column')
    return from.attributes.generated === null && to.attributes.generated !== null ? [from.id] : []
  return []
}
