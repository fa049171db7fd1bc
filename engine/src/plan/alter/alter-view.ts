import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { columnSettingChanges } from '../kinds/column-settings.ts'
import { createStatements } from '../kinds/create.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'
import { optionChanges } from './storage-options.ts'

/** CREATE OR REPLACE keeps whatever hangs on a view, as long as its columns only grow at the end (manual: CREATE VIEW). */
export function alterView({ from, to, differences }: AlterationOf<'view'>): Alteration {
  if (!differsIn(differences, 'definition', 'columns', 'options')) return { kind: 'in-place', actions: [] }
  const grown = from.attributes.columns.every(([name, type], i) => {
    const column = to.attributes.columns[i]
    return column?.[0] === name && column[1] === type
  })
  if (!grown) return replace
  const sql = createStatements(to)[0]!.replace(/^CREATE VIEW/, 'CREATE OR REPLACE VIEW')
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs, makes: [to.id] })],
  }
}

export function alterMaterializedView({
  from,
  to,
  differences,
}: AlterationOf<'materialized-view'>): Alteration {
  if (differsIn(differences, 'definition', 'columns')) return replace
  const before = from.attributes
  const after = to.attributes
  const clauses = [
    ...optionChanges(before.options, after.options),
    ...(differsIn(differences, 'accessMethod')
      ? [`SET ACCESS METHOD ${quoteIdentifier(after.accessMethod ?? 'heap')}`]
      : []),
    ...(differsIn(differences, 'tablespace')
      ? [`SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`]
      : []),
    ...(differsIn(differences, 'clusterOn')
      ? [after.clusterOn ? `CLUSTER ON ${quoteIdentifier(after.clusterOn)}` : 'SET WITHOUT CLUSTER']
      : []),
  ]
  clauses.push(...columnSettingChanges(before.columnSettings, after.columnSettings))
  const path = pathOf(to.id)
  const statements = clauses.map((clause) => `ALTER MATERIALIZED VIEW ${path} ${clause}`)
  if (differsIn(differences, 'populated'))
    statements.push(`REFRESH MATERIALIZED VIEW ${path}${after.populated ? '' : ' WITH NO DATA'}`)
  const indexes = after.clusterOn
    ? [`index:${quoteIdentifier(to.schema ?? '')}.${quoteIdentifier(after.clusterOn)}`]
    : []
  return {
    kind: 'in-place',
    actions: statements.map((sql) => action('alter', to.id, sql, { needs: [...to.needs, ...indexes] })),
  }
}
