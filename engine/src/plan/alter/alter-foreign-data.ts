import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { unknownSecret } from '../../sql/secret-marker.ts'
import { type Action, action } from '../action.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'
import { foreignOptionChanges } from './storage-options.ts'

export function alterWrapper({ from, to, differences }: AlterationOf<'foreign-data-wrapper'>): Alteration {
  const { handler, validator, options } = to.attributes
  const clauses = [
    ...(differsIn(differences, 'handler') ? [handler ? `HANDLER ${handler}` : 'NO HANDLER'] : []),
    ...(differsIn(differences, 'validator') ? [validator ? `VALIDATOR ${validator}` : 'NO VALIDATOR'] : []),
    foreignOptionChanges(from.attributes.options, options),
  ].filter((clause) => clause !== '')
  if (clauses.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER FOREIGN DATA WRAPPER ${pathOf(to.id)} ${clauses.join(' ')}`
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })],
  }
}

export function alterServer({ from, to, differences }: AlterationOf<'server'>): Alteration {
  if (differsIn(differences, 'type', 'wrapper')) return replace
  const { version, options } = to.attributes
  const clauses = [
    ...(differsIn(differences, 'version')
      ? [`VERSION ${version === null ? 'NULL' : quoteLiteral(version)}`]
      : []),
    foreignOptionChanges(from.attributes.options, options),
  ].filter((clause) => clause !== '')
  if (clauses.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER SERVER ${pathOf(to.id)} ${clauses.join(' ')}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs })] }
}

export function alterUserMapping({ from, to }: AlterationOf<'user-mapping'>): Alteration {
  const options = to.attributes.options ?? [`unknown=${unknownSecret}`]
  const clause = foreignOptionChanges(from.attributes.options ?? [], options)
  if (clause === '') return { kind: 'in-place', actions: [] }
  const sql = `ALTER USER MAPPING ${pathOf(to.id)} ${clause}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs })] }
}

/** It holds no rows, so another server is another table of the same name. */
export function alterForeignTable(alteration: AlterationOf<'foreign-table'>): Alteration {
  const { from, to, differences } = alteration
  if (differsIn(differences, 'server', 'partitionOf', 'partitionBound') || losesColumns(alteration))
    return replace
  const before = from.attributes
  const after = to.attributes
  const parents = (verb: string, ids: readonly ObjectId[], others: readonly ObjectId[]) =>
    ids.filter((id) => !others.includes(id)).map((id) => `${verb} ${pathOf(id)}`)
  const clauses = [
    foreignOptionChanges(before.options, after.options),
    ...parents('NO INHERIT', before.inherits, after.inherits),
    ...parents('INHERIT', after.inherits, before.inherits),
  ].filter((clause) => clause !== '')
  const actions: Action[] = clauses.map((clause) =>
    action('alter', to.id, `ALTER FOREIGN TABLE ${pathOf(to.id)} ${clause}`, {
      needs: to.needs,
      frees: from.needs,
    }),
  )
  return { kind: 'in-place', actions }
}

/** A column of its own stays its own when the table gets a parent; only a new table takes it from there. */
function losesColumns({ from, to, fromIndex, toIndex }: AlterationOf<'foreign-table'>): boolean {
  return toIndex.partsOfKind(to.id, 'column').some(({ id, attributes: { local } }) => {
    const before = fromIndex.partsOfKind(from.id, 'column').find((column) => column.id === id)
    return !local && before?.attributes.local === true
  })
}
