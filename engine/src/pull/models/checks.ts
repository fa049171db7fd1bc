import type { ConstraintObject } from '../../catalog/relations.ts'
import { reaches } from '../../plan/reach.ts'
import { type Code, call, type Entry, object, text } from '../code/code.ts'
import { stringLiteral } from '../code/literals.ts'
import { indexElement } from './index-elements.ts'
import { constraintExtras, deferrableEntry, detailsOf, indexAdditions, indexOf } from './keys.ts'
import type { TablePart, Writing } from './writing.ts'

export function checkPart(check: ConstraintObject, writing: Writing): TablePart | undefined {
  const { expression, enforced, noInherit } = detailsOf(check, writing)
  if (expression === null || !enforced || needsItsTable(check, writing)) return undefined
  const flags: Entry[] = [
    ...(check.attributes.validated ? [] : [['notValid', text('true')] as const]),
    ...(noInherit ? [['noInherit', text('true')] as const] : []),
  ]
  return {
    says: [check.id],
    item: call(writing.pg('check'), stringLiteral(check.name), writing.sql(expression)),
    extras: constraintExtras(check, flags),
  }
}

/** By a function of the table's rows, which can be made only after the table: so the check comes after both. */
function needsItsTable({ parent, needs }: ConstraintObject, { index }: Writing): boolean {
  const others = needs.filter((id) => id !== parent && index.get(id)?.parent !== parent)
  return parent !== null && reaches(others, parent, index)
}

/** An exclusion stands in the companion, because Drizzle has none. */
export interface ExclusionPart extends TablePart {
  readonly exclusion: Code
}

export function exclusionPart(constraint: ConstraintObject, writing: Writing): ExclusionPart | undefined {
  const details = detailsOf(constraint, writing)
  const { method, keys, include, predicate } = indexOf(constraint, writing)
  if (details.period || include.length > 0 || constraint.attributes.attachedTo !== null) return undefined
  const elements = keys.map((key, i) => `${indexElement(key)} WITH ${details.operators[i]}`)
  const { comment } = constraint
  const exclusion = object([
    ['name', stringLiteral(constraint.name)],
    ['using', stringLiteral(method)],
    ['elements', writing.sql(elements.join(', '))],
    ...(predicate === null ? [] : [['where', writing.sql(predicate)] as const]),
    ...deferrableEntry(details),
    ...(comment === null ? [] : [['comment', stringLiteral(comment)] as const]),
  ])
  return { says: [constraint.id], exclusion, additions: indexAdditions(constraint) }
}
