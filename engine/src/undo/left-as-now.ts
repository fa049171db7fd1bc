import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Decision, decisionText } from '../decide/decision.ts'
import type { Question } from '../decide/questions.ts'
import type { Change } from '../diff/change.ts'
import { unknownSecrets } from './unknown-secrets.ts'

/** What somebody has said of an object, or of what it is a part of: an undo puts it back, or leaves it as it is now. */
export function chosen(
  decisions: readonly Decision[],
  catalogs: readonly Catalog[],
): (id: ObjectId) => 'before' | 'now' | undefined {
  const own = new Map(
    decisions.flatMap((decision): [ObjectId, 'before' | 'now'][] =>
      decision.kind === 'undo'
        ? [[decision.path, 'before']]
        : decision.kind === 'keep'
          ? [[decision.path, 'now']]
          : [],
    ),
  )
  if (own.size === 0) return () => undefined
  const choose = (id: ObjectId): 'before' | 'now' | undefined => {
    const choice = own.get(id)
    if (choice) return choice
    const above = catalogs.flatMap(({ objects }) => objects.get(id)?.parent ?? [])
    return above.map(choose).find((each) => each !== undefined)
  }
  return choose
}

/** What can only be left as it is now, whatever anybody says, and why. */
export function cannotReturn(
  taken: readonly ObjectId[],
  undone: readonly Change[],
  now: Catalog,
): readonly Pick<Question, 'about' | 'object'>[] {
  return [
    ...taken.map((object) => ({ about: 'taken' as const, object })),
    ...unknownSecrets(undone, now).map((object) => ({ about: 'secret' as const, object })),
  ]
}

/** The one answer that it has. */
export function asQuestion({ about, object }: Pick<Question, 'about' | 'object'>): Question {
  return { about, object, answers: [decisionText({ kind: 'keep', path: object })] }
}
