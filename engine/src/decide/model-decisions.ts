import type { Catalog } from '../catalog/catalog.ts'
import type { ModelTable } from '../sources/models/desired-script.ts'
import { quoteQualified } from '../sql/quote.ts'
import type { Decision } from './decision.ts'

/** What the models themselves say about names and rows (`renamedFrom`, `backfill`), where it is still to be done. */
export function modelDecisions(tables: readonly ModelTable[], from: Catalog): Decision[] {
  return tables.flatMap((table) => {
    const path = quoteQualified(table.schema, table.name)
    const before = table.renamedFrom && quoteQualified(table.renamedFrom.schema, table.renamedFrom.name)
    const isRenamed =
      before !== undefined && from.objects.has(`table:${before}`) && !from.objects.has(`table:${path}`)
    const current = isRenamed ? before : path
    const decisions: Decision[] = isRenamed ? [{ kind: 'rename', path: before, name: table.name }] : []
    for (const { name, renamedFrom, backfill } of table.columns) {
      const column = `${current}.${quoteQualified(name)}`
      const old = renamedFrom && `${current}.${quoteQualified(renamedFrom)}`
      if (old && from.objects.has(`column:${old}`) && !from.objects.has(`column:${column}`))
        decisions.push({ kind: 'rename', path: old, name })
      if (backfill !== undefined) decisions.push({ kind: 'backfill', path: column, expression: backfill })
    }
    return decisions
  })
}
