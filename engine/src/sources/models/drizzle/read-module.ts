import { CasingCache } from 'drizzle-orm/casing'
import type { Model } from '../model.ts'
import { type Exports, sortExports } from './exports.ts'
import { readComment } from './read-comment.ts'
import { readRoles } from './read-roles.ts'
import { readTables } from './read-tables.ts'
import { readView } from './read-view.ts'
import type { Reading } from './reading.ts'
import { sequenceOptions } from './sequence-options.ts'

/**
 * A module of Drizzle models in our own words. This folder is all that knows Drizzle's classes (0.45); it uses what
 * Drizzle exports for such readers, `getTableConfig` and its like.
 */
export function readModule(
  module: Readonly<Record<string, unknown>>,
  project: Omit<Reading, 'casingCache'>,
): Model {
  const reading: Reading = { ...project, casingCache: new CasingCache(project.casing) }
  const exports = sortExports(module)
  const tables = readTables(exports, reading)
  return {
    schemas: exports.schemas.map(({ origin, value }) => ({ origin, name: value.schemaName })),
    enums: readEnums(exports, reading),
    sequences: readSequences(exports, reading),
    tables,
    views: exports.views.flatMap(({ origin, value }) => readView(value, origin, reading) ?? []),
    roles: readRoles(
      exports.roles.map(({ value }) => value),
      tables,
    ),
    comments: exports.comments.map(({ origin, value }) => readComment(value, origin, reading)),
  }
}

function readEnums(exports: Exports, reading: Reading): Model['enums'] {
  return exports.enums.map(({ origin, value }) => ({
    origin,
    schema: value.schema ?? reading.defaultSchema,
    name: value.enumName,
    values: value.enumValues,
  }))
}

function readSequences(exports: Exports, reading: Reading): Model['sequences'] {
  return exports.sequences.map(({ origin, value }) => ({
    origin,
    schema: value.schema ?? reading.defaultSchema,
    name: value.seqName ?? '',
    options: sequenceOptions(value.seqOptions ?? {}, origin),
  }))
}
