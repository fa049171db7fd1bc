import { nameOf, partId } from '../../catalog/identify.ts'
import type { ConstraintObject } from '../../catalog/relations.ts'
import { array, arrow, chain, type Entry, type Link, link, object, text } from '../code/code.ts'
import { member, stringLiteral } from '../code/literals.ts'
import { columnsOf, constraintExtras, deferrableEntry, detailsOf, type KeyPart } from './keys.ts'
import type { Writing } from './writing.ts'

/**
 * A foreign key: `.references(…)` where it has the name that Drizzle gives it there, otherwise `foreignKey(…)`.
 * @param onColumn false when another foreign key stands on the same column already
 */
export function foreignKeyPart(
  key: ConstraintObject,
  onColumn: boolean,
  writing: Writing,
): KeyPart | undefined {
  const details = detailsOf(key, writing)
  const { columns, references, referencedColumns } = key.facts
  if (references === null || !writing.tables.has(references)) return undefined
  if (details.period || !details.enforced || details.setColumns.length > 0 || details.match === 'partial')
    return undefined
  const flags: Entry[] = [
    ...deferrableEntry(details),
    ...(details.match === 'full' ? [['match', stringLiteral('full')] as const] : []),
    ...(key.attributes.validated ? [] : [['notValid', text('true')] as const]),
  ]
  const part = { says: [key.id], extras: constraintExtras(key, flags) }
  const { onDelete, onUpdate } = details
  const [column = '', ...others] = columns
  const foreign = (name: string) => {
    const of = references === key.parent ? 't' : writing.names.of(references)
    return text(member(of, writing.names.key(partId('column', references, name))))
  }
  if (others.length === 0 && onColumn && key.name === drizzleName(key))
    return { ...part, inline: { column, link: reference(key, references, { onDelete, onUpdate }, writing) } }
  const item = chain(
    link(
      writing.pg('foreignKey'),
      object([
        ['name', stringLiteral(key.name)],
        ['columns', array(columnsOf(columns, key.parent ?? '', writing))],
        ['foreignColumns', array(referencedColumns.map(foreign))],
      ]),
    ),
    ...(onDelete === 'no action' ? [] : [link('onDelete', stringLiteral(onDelete))]),
    ...(onUpdate === 'no action' ? [] : [link('onUpdate', stringLiteral(onUpdate))]),
  )
  return { ...part, item }
}

/** `references(() => users.id, { onDelete: 'cascade' })`; in a circle TypeScript must be told the type. */
function reference(
  key: ConstraintObject,
  target: string,
  actions: { readonly onDelete: string; readonly onUpdate: string },
  writing: Writing,
): Link {
  const [column = ''] = key.facts.referencedColumns
  const of = writing.names.of(target)
  const body = text(member(of, writing.names.key(partId('column', target, column))))
  const isCircle =
    target === key.parent || (writing.inCircles.has(target) && writing.inCircles.has(key.parent ?? ''))
  const head = isCircle ? `(): ${writing.pgType('AnyPgColumn')}` : '()'
  const options: Entry[] = Object.entries(actions).flatMap(([name, rule]) =>
    rule === 'no action' ? [] : [[name, stringLiteral(rule)] as const],
  )
  return link('references', arrow(head, body), ...(options.length > 0 ? [object(options)] : []))
}

function drizzleName({
  parent,
  facts: { columns, references, referencedColumns },
}: ConstraintObject): string {
  return [nameOf(parent ?? ''), ...columns, nameOf(references ?? ''), ...referencedColumns, 'fk'].join('_')
}
