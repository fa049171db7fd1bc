import { isTable } from 'drizzle-orm'
import {
  isPgEnum,
  PgMaterializedView,
  PgPolicy,
  PgRole,
  PgSchema,
  PgSequence,
  PgTable,
  PgView,
} from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import { kindOfCompanion } from '../../../models/brand.ts'
import type { Comment } from '../../../models/comment.ts'
import type { Extension } from '../../../models/extend.ts'
import { isEntity } from './is-entity.ts'

type PgEnum = {
  readonly enumName: string
  readonly enumValues: readonly string[]
  readonly schema: string | undefined
}

/** What a models module exports, sorted by what it is; each thing once, under the first of its export names. */
export interface Exports {
  readonly schemas: readonly Exported<PgSchema>[]
  readonly enums: readonly Exported<PgEnum>[]
  readonly sequences: readonly Exported<PgSequence>[]
  readonly tables: readonly Exported<PgTable>[]
  readonly views: readonly Exported<PgView | PgMaterializedView>[]
  readonly policies: readonly Exported<PgPolicy>[]
  readonly roles: readonly Exported<PgRole>[]
  readonly extensions: readonly Exported<Extension>[]
  readonly comments: readonly Exported<Comment>[]
}

export interface Exported<Value> {
  readonly origin: string
  readonly value: Value
}

/** Everything else that a module exports (relations, types' companions, functions) is not the database's business. */
export function sortExports(module: Readonly<Record<string, unknown>>): Exports {
  const all = once(Object.entries(module))
  for (const { origin, value } of all)
    if (isTable(value) && !isEntity(value, PgTable)) throw new TrueupError('MODELS-OTHER-DIALECT', { origin })
  const only = <Value>(belongs: (value: unknown) => value is Value) =>
    all.filter((exported): exported is Exported<Value> => belongs(exported.value))
  return {
    schemas: only((value) => isEntity(value, PgSchema)),
    enums: only((value): value is PgEnum => isPgEnum(value)),
    sequences: only((value) => isEntity(value, PgSequence)),
    tables: only((value) => isEntity(value, PgTable)),
    views: only(
      (value): value is PgView | PgMaterializedView =>
        isEntity(value, PgView) || isEntity(value, PgMaterializedView),
    ),
    policies: only((value) => isEntity(value, PgPolicy)),
    roles: only((value) => isEntity(value, PgRole)),
    extensions: only((value): value is Extension => kindOfCompanion(value) === 'extension'),
    comments: only((value): value is Comment => kindOfCompanion(value) === 'comment'),
  }
}

/** A default export comes last: it is mostly there a second time under its own name. */
function once(entries: readonly (readonly [string, unknown])[]): readonly Exported<unknown>[] {
  const seen = new Set<unknown>()
  const isDefault = ([name]: readonly [string, unknown]) => Number(name === 'default')
  return entries
    .toSorted((a, b) => isDefault(a) - isDefault(b))
    .flatMap(([origin, value]) => {
      if (seen.has(value)) return []
      seen.add(value)
      return [{ origin, value }]
    })
}
