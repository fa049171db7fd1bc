import { nameOf, pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { createObjects } from '../create-objects.ts'
import { createStatements } from '../kinds/create.ts'
import { routinesOf } from '../shells.ts'
import type { Alteration, AlterationOf } from './alteration.ts'

/** What ALTER TYPE … SET knows; of STORAGE only the way to another form of out-of-line storage. */
const settable: ReadonlySet<string> = new Set([
  'ANALYZE',
  'RECEIVE',
  'SEND',
  'SUBSCRIPT',
  'TYPMOD_IN',
  'TYPMOD_OUT',
])

/** A shell is filled, some functions can be exchanged; everything else makes the type and its functions anew. */
export function alterBaseType(alteration: AlterationOf<'base-type'>): Alteration {
  const { from, to } = alteration
  if (!from.attributes.defined) {
    const [sql] = createStatements(to)
    return { kind: 'in-place', actions: [action('alter', to.id, sql!, { needs: to.needs, makes: [to.id] })] }
  }
  const before = optionsOf(from.attributes.options)
  const after = optionsOf(to.attributes.options)
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  )
  if (!changed.every((name) => settable.has(name) || (name === 'STORAGE' && isStorageStep(before, after))))
    return rebuildBaseType(alteration)
  const settings = changed.map((name) => `${name} = ${after.get(name) ?? 'NONE'}`)
  const sql = `ALTER TYPE ${pathOf(to.id)} SET (${settings.join(', ')})`
  return {
    kind: 'in-place',
    actions: [
      action('alter', to.id, sql, { needs: to.needs, frees: from.needs, makes: [to.id] }),
      ...(changed.includes('STORAGE') ? restoredColumns(alteration, after.get('STORAGE') ?? '') : []),
    ],
  }
}

/** Columns keep the storage that their type had when they were made. */
function restoredColumns(
  { from, to, fromIndex, toIndex }: AlterationOf<'base-type'>,
  storage: string,
): Action[] {
  return columnsOf(from.id, fromIndex, toIndex)
    .filter(({ attributes }) => attributes.storage === null)
    .map(({ id, name, parent }) => {
      const sql = `ALTER TABLE ${pathOf(parent ?? '')} ALTER COLUMN ${quoteIdentifier(name)} SET STORAGE ${storage.toUpperCase()}`
      return action('alter', id, sql, { needs: [to.id] })
    })
}

function optionsOf(options: readonly string[]): Map<string, string> {
  return new Map(options.map((option) => option.split(' = ', 2) as [string, string]))
}

function isStorageStep(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.get('STORAGE') !== 'plain' && after.get('STORAGE') !== 'plain'
}

/** Type and functions are renamed aside and made anew, columns move over by way of their text form, the old ones go. */
function rebuildBaseType({ from, to, fromIndex, toIndex }: AlterationOf<'base-type'>): Alteration {
  const aside = (name: string) => `${name.slice(0, 40)}__old`
  const routines = routinesOf(from.id, fromIndex)
  const renamed = `aside:${from.id}`
  const kept = routines.filter((id) => toIndex.has(id))
  const made = createObjects(new Set([to.id, ...kept, ...routinesOf(to.id, toIndex)]), toIndex)
  const columns = columnsOf(from.id, fromIndex, toIndex)
  const actions: Action[] = [
    ...routines.map((id) =>
      action(
        'alter',
        from.id,
        `ALTER FUNCTION ${pathOf(id)} RENAME TO ${quoteIdentifier(aside(nameOf(id.slice(0, id.indexOf('(')))))}`,
        {
          removes: [id],
          makes: [`aside:${id}`],
        },
      ),
    ),
    action('alter', from.id, `ALTER TYPE ${pathOf(from.id)} RENAME TO ${quoteIdentifier(aside(from.name))}`, {
      needs: routines.map((id) => `aside:${id}`),
      removes: [from.id],
      makes: [renamed],
    }),
    ...made.map((each) => ({ ...each, needs: [...each.needs, renamed] })),
    ...columns.map((column) => moveColumn(column, to.id)),
    action('drop', from.id, `DROP TYPE ${quoteQualified(from.schema ?? '', aside(from.name))} CASCADE`, {
      needs: [to.id, ...columns.map(({ id }) => `moved:${id}`)],
    }),
  ]
  return {
    kind: 'in-place',
    actions,
    pushesAside: ({ id, kind }) => kind !== 'column' && !routines.includes(id),
  }
}

function columnsOf(type: ObjectId, fromIndex: CatalogIndex, toIndex: CatalogIndex): ColumnObject[] {
  return fromIndex.dependentsOf(type).flatMap((column) => {
    const wanted = toIndex.get(column.id)
    return column.kind === 'column' &&
      column.attributes.local &&
      wanted?.kind === 'column' &&
      wanted.needs.includes(type)
      ? [wanted]
      : []
  })
}

function moveColumn(column: ColumnObject, type: ObjectId): Action {
  const name = quoteIdentifier(column.name)
  const spelled = column.attributes.type
  const sql = `ALTER TABLE ${pathOf(column.parent ?? '')} ALTER COLUMN ${name} TYPE ${spelled} USING ${name}::text::${spelled}`
  return action('alter', column.id, sql, { needs: [type], makes: [`moved:${column.id}`] })
}
