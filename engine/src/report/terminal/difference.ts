import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import { type Change, changedObject } from '../../diff/change.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { kindWord } from './words.ts'

/** How a difference is told: to the models, or to what was there before. */
export type DifferenceWords = Pick<Messages['difference'], 'missing' | 'unknown' | 'altered'>

/** Lines for all changes; what belongs to a missing or unknown object goes without saying. */
export function describeChanges(
  changes: readonly Change[],
  texts: Messages,
  words: DifferenceWords = texts.difference,
): string[] {
  const whole = new Set(changes.flatMap((change) => (change.kind === 'altered' ? [] : [change.object.id])))
  const isImplied = (object: CatalogObject) =>
    (object.parent !== null && whole.has(object.parent)) ||
    (object.kind === 'table' &&
      object.attributes.partitionOf !== null &&
      whole.has(object.attributes.partitionOf))
  return changes
    .filter((change) => change.kind === 'altered' || !isImplied(change.object))
    .flatMap((change) => describeChange(change, texts, words))
}

/** One line per difference: what, where, how it is, how the models want it. */
function describeChange(change: Change, texts: Messages, words: DifferenceWords): string[] {
  const object = changedObject(change)
  const what = `${kindWord(object.kind, texts)} ${pathOf(object.id)}`
  switch (change.kind) {
    case 'added':
      return [words.missing({ what })]
    case 'removed':
      return [words.unknown({ what })]
    case 'altered':
      return change.differences.map(({ attribute, from, to }) =>
        words.altered({
          what,
          attribute: attributeName(attribute, texts),
          actual: show(from, texts),
          wanted: show(to, texts),
        }),
      )
  }
}

function attributeName(attribute: string, texts: Messages): string {
  const names = texts.attributes as Readonly<Record<string, () => string>>
  return names[attribute]?.() ?? attribute
}

/** Values on one line; long definitions are cut, because the whole stands in `--json`. */
function show(value: unknown, texts: Messages): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return texts.difference.none()
  if (typeof value === 'boolean') return value ? texts.difference.yes() : texts.difference.no()
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim()
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
