import { TrueupError } from '../../../errors/trueup-error.ts'
import type { Model, TableModel } from '../model.ts'

interface GivenName {
  readonly origin: string
  readonly kind: string
  readonly name: string
}

/** PostgreSQL's NAMEDATALEN less its closing zero byte. */
const bytesMax = 63

/**
 * Refuses names that PostgreSQL would cut without an error (MODELS-NAME-TOO-LONG) or cannot have at all
 * (MODELS-NAME-EMPTY): manual, 4.1.1.
 */
export function checkNames(model: Model): void {
  for (const given of givenNames(model)) {
    const bytes = new TextEncoder().encode(given.name).length
    if (bytes === 0) throw new TrueupError('MODELS-NAME-EMPTY', given)
    if (bytes > bytesMax) throw new TrueupError('MODELS-NAME-TOO-LONG', { ...given, bytes })
  }
}

function* givenNames(model: Model): Iterable<GivenName> {
  for (const { origin, name } of model.schemas) yield { origin, kind: 'schema', name }
  for (const { origin, name } of model.enums) yield { origin, kind: 'type', name }
  for (const { origin, name } of model.sequences) yield { origin, kind: 'sequence', name }
  for (const { origin, name } of model.views) yield { origin, kind: 'view', name }
  for (const { name } of model.roles) yield { origin: name, kind: 'role', name }
  for (const table of model.tables) yield* namesOfTable(table)
}

function* namesOfTable(table: TableModel): Iterable<GivenName> {
  const given = (kind: string, name: string) => ({ origin: table.origin, kind, name })
  yield given('table', table.name)
  for (const { name } of table.partitioning?.partitions ?? []) yield given('partition', name)
  for (const { name, identity } of table.columns) {
    yield given('column', name)
    if (identity?.sequenceName !== undefined) yield given('sequence', identity.sequenceName)
  }
  for (const { name } of table.constraints) if (name !== undefined) yield given('constraint', name)
  for (const { name } of table.foreignKeys) yield given('constraint', name)
  for (const { name } of table.indexes) yield given('index', name)
  for (const { name } of table.triggers) yield given('trigger', name)
  for (const { name } of table.policies) yield given('policy', name)
}
