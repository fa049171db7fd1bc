import { TrueupError } from '../../../errors/trueup-error.ts'
import type { Model, Named, TableModel } from '../model.ts'

interface Relation extends Named {
  readonly kind: string
}

/** Refuses two relations of one name in one schema (MODELS-NAME-TAKEN), naming both exports. */
export function checkTwins(model: Model): void {
  const taken = new Map<string, Relation>()
  for (const relation of relations(model)) {
    const key = JSON.stringify([relation.schema, relation.name])
    const other = taken.get(key)
    if (other !== undefined) {
      const { origin, kind, name } = relation
      throw new TrueupError('MODELS-NAME-TAKEN', {
        origin,
        kind,
        name,
        other: other.origin,
        otherKind: other.kind,
      })
    }
    taken.set(key, relation)
  }
}

/** All that shares pg_class: tables, views, sequences and indexes, those of keys included. */
function* relations(model: Model): Iterable<Relation> {
  for (const sequence of model.sequences) yield { ...sequence, kind: 'sequence' }
  for (const table of model.tables) yield* relationsOfTable(table)
  for (const view of model.views) yield { ...view, kind: 'view' }
}

function* relationsOfTable(table: TableModel): Iterable<Relation> {
  const { origin, schema } = table
  yield { origin, schema, name: table.name, kind: 'table' }
  for (const { name } of table.partitioning?.partitions ?? [])
    yield { origin, schema, name, kind: 'partition' }
  for (const constraint of table.constraints)
    if (constraint.kind !== 'check' && constraint.name !== undefined)
      yield { origin, schema, name: constraint.name, kind: 'constraint' }
  for (const { name } of table.indexes) yield { origin, schema, name, kind: 'index' }
}
