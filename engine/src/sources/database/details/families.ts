import { partId } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import { quoteQualified } from '../../../sql/quote.ts'

/** A query whose every row is one `json_build_array(…)`, and what a row says about which object. */
export interface Family<Row extends readonly unknown[], Detail> {
  rows(serverVersion: number): string
  read(row: Row): readonly (readonly [ObjectId, Detail])[]
}

/** Columns that name a relation in every family: `n` is its pg_namespace, `c` its pg_class. */
export const relationCells = 'n.nspname, c.relname, c.relkind'
export type RelationCells = readonly [schema: string, name: string, kind: RelationKind]
type RelationKind = 'r' | 'p' | 'v' | 'm' | 'f'

const prefixes = {
  r: 'table',
  p: 'table',
  v: 'view',
  m: 'materialized-view',
  f: 'foreign-table',
} as const

export function relationId(schema: string, name: string, kind: RelationKind): ObjectId {
  return `${prefixes[kind]}:${quoteQualified(schema, name)}`
}

/** The id of a part: a column, constraint, trigger, … of a relation. */
export function partOf(
  kind: string,
  [schema, relation, relationKind]: RelationCells,
  name: string,
): ObjectId {
  return partId(kind, relationId(schema, relation, relationKind), name)
}

/** An expression of the catalog (pg_node_tree) as people would write it. */
export function readableExpression(tree: string, relation: string): string {
  return readable(`pg_get_expr(${tree}, ${relation})`, `pg_get_expr(${tree}, ${relation}, true)`)
}

/**
 * The pretty spelling, which leaves out needless brackets; but the plain one where that could join what was written
 * apart: `a AND (b AND c)` without brackets is read again as three conditions in a row, which is not the same tree.
 */
export function readable(plain: string, pretty: string): string {
  return `CASE WHEN ${plain} ~ ' AND \\(\\(.* AND | OR \\(\\(.* OR ' THEN ${plain} ELSE ${pretty} END`
}
