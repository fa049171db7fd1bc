import { TrueupError } from '../../errors/trueup-error.ts'
import { checkNames } from './checks/check-names.ts'
import { checkReferences } from './checks/check-references.ts'
import { checkTwins } from './checks/check-twins.ts'
import type { DesiredScript, ModelTable } from './desired-script.ts'
import { readModule } from './drizzle/read-module.ts'
import type { Model, TableModel } from './model.ts'
import { present } from './present.ts'
import { writeModel } from './statements/write-model.ts'

export interface ReadModelsOptions {
  /** The moment for which partition policies are worked out. */
  readonly asOf: Date
  /** Where names without a schema belong; `public` unless said otherwise. */
  readonly defaultSchema?: string
  /** Drizzle's `casing`, as the project gives it to `drizzle(…)`. */
  readonly casing?: 'snake_case' | 'camelCase'
}

/**
 * What a module of Drizzle models and companions says, as SQL for an empty database. Reads the exports of the module
 * and nothing else. Fails with a MODELS-… error that names the export.
 */
export function readModels(
  module: Readonly<Record<string, unknown>>,
  options: ReadModelsOptions,
): DesiredScript {
  const { asOf, defaultSchema = 'public', casing } = options
  const model = readModule(module, { asOf, defaultSchema, casing })
  if (isEmpty(model)) throw new TrueupError('MODELS-EMPTY', undefined)
  checkNames(model)
  checkTwins(model)
  checkReferences(model)
  return {
    statements: writeModel(model),
    tables: model.tables.map(describeTable),
    roles: model.roles,
    ...present({ expiresAt: earliest(model.tables.map((table) => table.partitioning?.expiresAt)) }),
  }
}

function isEmpty(model: Model): boolean {
  return [model.schemas, model.enums, model.sequences, model.tables, model.views].every(
    (part) => part.length === 0,
  )
}

function describeTable({
  origin,
  schema,
  name,
  label,
  renamedFrom,
  columns,
  partitioning,
}: TableModel): ModelTable {
  return {
    origin,
    schema,
    name,
    labels: label,
    columns: columns.map((column) => ({
      name: column.name,
      ...present({ renamedFrom: column.renamedFrom, backfill: column.backfill }),
    })),
    partitions: (partitioning?.partitions ?? []).map((partition) => partition.name),
    ...present({ renamedFrom, partitionPolicy: partitioning?.policy }),
  }
}

function earliest(moments: readonly (Date | undefined)[]): Date | undefined {
  const times = moments.flatMap((moment) => (moment === undefined ? [] : [moment.getTime()]))
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}
