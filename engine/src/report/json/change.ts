import { type Change, changedObject } from '../../diff/change.ts'

/** One difference for machines: `missing` from the database, `unknown` to the models, or `altered`. */
export function changeJson(change: Change) {
  const { id, kind } = changedObject(change)
  switch (change.kind) {
    case 'added':
      return { object: id, kind, difference: 'missing' as const }
    case 'removed':
      return { object: id, kind, difference: 'unknown' as const }
    case 'altered':
      return { object: id, kind, difference: 'altered' as const, attributes: change.differences }
  }
}

/** One difference between what a run left and what is there now: `added`, `gone`, or `altered`. */
export function driftChangeJson(change: Change) {
  const { id, kind } = changedObject(change)
  switch (change.kind) {
    case 'added':
      return { object: id, kind, difference: 'added' as const }
    case 'removed':
      return { object: id, kind, difference: 'gone' as const }
    case 'altered':
      return { object: id, kind, difference: 'altered' as const, attributes: change.differences }
  }
}
