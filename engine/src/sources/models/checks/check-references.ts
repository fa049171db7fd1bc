import { TrueupError } from '../../../errors/trueup-error.ts'
import type { Model } from '../model.ts'

/** Refuses references to tables and enums that the models do not export: nobody would create them. */
export function checkReferences(model: Model): void {
  const tables = keysOf(model.tables)
  const enums = keysOf(model.enums)
  for (const { origin, columns, foreignKeys } of model.tables) {
    for (const { references } of foreignKeys) {
      if (tables.has(keyOf({ schema: references.schema, name: references.table }))) continue
      throw new TrueupError('MODELS-TABLE-NOT-EXPORTED', { origin, table: references.table })
    }
    for (const column of columns) {
      if (column.enum === undefined || enums.has(keyOf(column.enum))) continue
      const type = column.enum.name
      throw new TrueupError('MODELS-TYPE-NOT-EXPORTED', { origin, column: column.name, type })
    }
  }
}

interface Place {
  readonly schema: string
  readonly name: string
}

function keysOf(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.map(keyOf))
}

function keyOf({ schema, name }: Place): string {
  return JSON.stringify([schema, name])
}
