import { quoteIdentifier } from '../../../sql/quote.ts'
import { type ScriptStatement, statementKinds } from '../desired-script.ts'
import type { Model, Named, SchemaModel, TableModel, ViewModel } from '../model.ts'
import { byNeed } from './by-need.ts'
import { commentOn } from './comment-on.ts'
import { createEnum } from './create-enum.ts'
import { createSequence } from './create-sequence.ts'
import { createView } from './create-view.ts'
import { writeTable } from './write-table.ts'

/** All statements, by kind and within a kind by need. */
export function writeModel(model: Model): readonly ScriptStatement[] {
  const statements: readonly ScriptStatement[] = [
    ...schemasOf(model).map((schema) => ({
      kind: 'schema' as const,
      origin: schema.origin,
      sql: `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema.name)}`,
    })),
    ...model.enums.map((type) => ({ kind: 'type' as const, origin: type.origin, sql: createEnum(type) })),
    ...model.sequences.map((sequence) => ({
      kind: 'sequence' as const,
      origin: sequence.origin,
      sql: createSequence(sequence),
    })),
    ...tablesByNeed(model.tables).flatMap(writeTable),
    ...viewsByNeed(model.views).map((view) => ({
      kind: 'view' as const,
      origin: view.origin,
      sql: createView(view),
    })),
    ...model.comments.map(({ origin, on, text }) => ({
      kind: 'comment' as const,
      origin,
      sql: commentOn(on, text),
    })),
  ]
  return statements.toSorted((a, b) => statementKinds.indexOf(a.kind) - statementKinds.indexOf(b.kind))
}

/** The schemas that are exported, and those that something lives in; every database has `public`. */
function schemasOf(model: Model): readonly SchemaModel[] {
  const homes = [model.enums, model.sequences, model.tables, model.views]
    .flat<readonly (readonly Named[])[]>()
    .map(({ origin, schema }) => ({ origin, name: schema }))
  const byName = new Map(
    [...homes.toReversed(), ...model.schemas.toReversed()].map((schema) => [schema.name, schema]),
  )
  return [...byName.values()].filter(({ name }) => name !== 'public')
}

function tablesByNeed(tables: readonly TableModel[]): readonly TableModel[] {
  const byPlace = new Map(tables.map((table) => [placeKey(table.schema, table.name), table]))
  return byNeed(tables, ({ foreignKeys }) =>
    foreignKeys.flatMap(({ references }) => byPlace.get(placeKey(references.schema, references.table)) ?? []),
  )
}

function viewsByNeed(views: readonly ViewModel[]): readonly ViewModel[] {
  const byPlace = new Map(views.map((view) => [placeKey(view.schema, view.name), view]))
  return byNeed(views, ({ needs }) =>
    needs.flatMap(({ schema, name }) => byPlace.get(placeKey(schema, name)) ?? []),
  )
}

function placeKey(schema: string, name: string): string {
  return JSON.stringify([schema, name])
}
