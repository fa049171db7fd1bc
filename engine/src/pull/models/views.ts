import type { ObjectId } from '../../catalog/object.ts'
import type { MaterializedViewObject, ViewObject } from '../../catalog/relations.ts'
import { type Code, chain, type Entry, link, object, openObject, text } from '../code/code.ts'
import { camelCase, nameBook, reservedKeys } from '../code/identifiers.ts'
import { objectKey, stringLiteral } from '../code/literals.ts'
import { columnType } from './column-type.ts'
import type { Writing } from './writing.ts'

/** A view with its columns and its query; undefined where it has an option that Drizzle has no word for. */
export function writeView(view: ViewObject | MaterializedViewObject, writing: Writing): Code | undefined {
  const options = view.attributes.options.map((option) => viewOption(option, view.kind))
  if (options.some((option) => option === undefined)) return undefined
  if (view.kind === 'materialized-view' && hasMoreThanWords(view)) return undefined
  const using = view.kind === 'materialized-view' ? view.attributes.accessMethod : null
  const isEmpty = view.kind === 'materialized-view' && !view.attributes.populated
  const query = writing.details.expressions.get(view.id) ?? view.attributes.definition
  const own = link(maker(view, writing), stringLiteral(view.name), openObject(columns(view, writing)))
  return chain(
    own,
    ...(using ? [link('using', stringLiteral(using))] : []),
    ...(options.length > 0 ? [link('with', object(options as Entry[]))] : []),
    ...(isEmpty ? [link('withNoData')] : []),
    link('as', writing.query(`\n${query.trimStart().replace(/;$/, '')}\n`)),
  )
}

/** Settings that Drizzle has no words for. */
function hasMoreThanWords({ attributes }: MaterializedViewObject): boolean {
  return Boolean(attributes.tablespace || attributes.clusterOn || attributes.columnSettings.length > 0)
}

function maker({ kind, schema, parent }: ViewObject | MaterializedViewObject, writing: Writing): string {
  const isView = kind === 'view'
  if (schema === 'public') return writing.pg(isView ? 'pgView' : 'pgMaterializedView')
  return `${writing.names.of(parent ?? '')}.${isView ? 'view' : 'materializedView'}`
}

function columns(view: ViewObject | MaterializedViewObject, writing: Writing): Entry[] {
  const keys = nameBook(reservedKeys)
  return view.attributes.columns.map(([name, type]) => {
    const key = keys.take(camelCase(name), `${camelCase(name) || 'column'}Column`)
    const { links } = columnType(
      type,
      name,
      { readsNumber: showsNumberKey(view.needs, name, writing) },
      writing,
    )
    return [objectKey(key), chain(...links)]
  })
}

/** A column that seems to be a table's key under its own name is read as that is. */
function showsNumberKey(needs: readonly ObjectId[], name: string, { index, numberKeys }: Writing): boolean {
  return needs.some((id) => numberKeys.has(id) && index.get(id)?.name === name)
}

function viewOption(option: string, kind: 'view' | 'materialized-view'): Entry | undefined {
  const equals = option.indexOf('=')
  const [name, value] = [option.slice(0, equals), option.slice(equals + 1)]
  if (kind === 'materialized-view') return name === 'fillfactor' ? ['fillfactor', text(value)] : undefined
  if (name === 'check_option') return ['checkOption', stringLiteral(value)]
  const known = { security_barrier: 'securityBarrier', security_invoker: 'securityInvoker' }[name]
  return known && (value === 'true' || value === 'false') ? [known, text(value)] : undefined
}
