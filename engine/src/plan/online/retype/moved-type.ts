import { pathOf } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { ColumnObject } from '../../../catalog/relations.ts'
import type { EnumObject } from '../../../catalog/types.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { Action } from '../../action.ts'
import { createStatements } from '../../kinds/create.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'

/**
 * An enum that is made anew while columns of tables in use move over to it. Until they have, the old one keeps its
 * name, so that statements which speak of it go on working; the new one waits under the name of a helper.
 */
export interface MovedType {
  readonly type: EnumObject
  /** As SQL writes it while it waits. */
  readonly helper: string
}

export function movedType({ needs }: ColumnObject, kitchen: Kitchen): MovedType | undefined {
  const type = needs
    .map((id) => kitchen.to.get(id))
    .find((each) => each !== undefined && isRemade(each.id, kitchen))
  if (type?.kind !== 'enum') return undefined
  return { type, helper: quoteQualified(type.schema ?? '', helperName('new', type.id)) }
}

/** Whether an object is dropped or pushed aside, and made again under the same name. */
export function isRemade(id: ObjectId, { removerOf, createOf }: Kitchen): boolean {
  return removerOf(id) !== undefined && createOf(id) !== undefined
}

/** The same text with the helper in the place of the type, which PostgreSQL writes behind two colons. */
export function withHelperType(text: string, moved: MovedType | undefined): string {
  if (!moved) return text
  const { type, helper } = moved
  const names = [pathOf(type.id), quoteIdentifier(type.name)].map((name) => name.replace(/[.$]/g, '\\$&'))
  return text.replace(new RegExp(`'(?:[^']|'')*'|::(?:${names.join('|')})(?![\\w$".])`, 'g'), (found) =>
    found.startsWith('::') ? `::${helper}` : found,
  )
}

/** Made once the new type is there under its helper's name. */
export function waitingId({ type }: MovedType): string {
  return `waiting:${type.id}`
}

/** A finished one of a run that died is taken as it is. */
export function isWaiting({ type, helper }: MovedType, { leftover }: Kitchen): boolean {
  const found = leftover(`enum:${helper}`)
  return found?.kind === 'enum' && found.attributes.labels.join('\n') === type.attributes.labels.join('\n')
}

/**
 * The type is made first, and takes its name in the transaction in which the columns are swapped.
 * @param ready what must be there before, so that nothing in the swap takes long
 */
export function moveType(
  actions: readonly Action[],
  moved: MovedType,
  ready: readonly string[],
  kitchen: Kitchen,
): Action[] {
  const { type, helper } = moved
  const create = kitchen.createOf(type.id)
  const aside = kitchen.removerOf(type.id)
  const isThere = isWaiting(moved, kitchen)
  if (isThere) kitchen.reuse(`enum:${helper}`)
  const [statement = ''] = createStatements({ ...type, id: `enum:${helper}` })
  return actions.flatMap((each) => {
    if (each === aside) return [{ ...each, needs: [...each.needs, ...ready] }]
    if (each !== create) return [each]
    return [
      {
        ...each,
        verb: 'alter' as const,
        sql: isThere ? '' : statement,
        needs: type.needs,
        makes: [waitingId(moved), `enum:${helper}`],
      },
      {
        ...each,
        sql: `ALTER TYPE ${helper} RENAME TO ${quoteIdentifier(type.name)}`,
        needs: [...each.needs, waitingId(moved)],
      },
    ]
  })
}
