import { inManagedSchema, isUsers } from '../managed.ts'
import { withoutParkedColumns } from '../without-parked-columns.ts'
import type { CatalogDetails, PartitionKeyDetails } from './details.ts'
import {
  type Family,
  partOf,
  type RelationCells,
  readable,
  readableExpression,
  relationCells,
  relationId,
} from './families.ts'

const ofUsersRelation = `${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`

/** Defaults and generated columns; only where the pretty spelling is another than the plain one. */
export const columnExpressions: Family<
  readonly [...RelationCells, column: string, generated: string, expression: string],
  string
> = {
  rows: () => `
    SELECT json_build_array(${relationCells}, a.attname, a.attgenerated, ${readableExpression('d.adbin', 'd.adrelid')})
    FROM pg_attrdef d
    JOIN pg_class c ON c.oid = d.adrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE pg_get_expr(d.adbin, d.adrelid, true) <> pg_get_expr(d.adbin, d.adrelid) AND ${ofUsersRelation}`,
  read: ([schema, relation, kind, column, generated, expression]) => [
    [partOf(generated === '' ? 'default' : 'column', [schema, relation, kind], column), expression],
  ],
}

export const viewQueries: Family<readonly [...RelationCells, query: string], string> = {
  rows: () => `
    SELECT json_build_array(${relationCells}, ${readable('pg_get_viewdef(c.oid)', 'pg_get_viewdef(c.oid, true)')})
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm') AND ${ofUsersRelation}`,
  read: ([schema, relation, kind, query]) => [
    [relationId(schema, relation, kind), withoutParkedColumns(query)],
  ],
}

type PolicyDetails = CatalogDetails['policies'] extends ReadonlyMap<string, infer Detail> ? Detail : never

export const policyExpressions: Family<
  readonly [...RelationCells, name: string, using: string | null, check: string | null],
  PolicyDetails
> = {
  rows: () => `
    SELECT json_build_array(${relationCells}, p.polname, ${readableExpression('p.polqual', 'p.polrelid')},
      ${readableExpression('p.polwithcheck', 'p.polrelid')})
    FROM pg_policy p
    JOIN pg_class c ON c.oid = p.polrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ofUsersRelation}`,
  read: ([schema, relation, kind, name, using, check]) => [
    [partOf('policy', [schema, relation, kind], name), { using, check }],
  ],
}

export const partitionKeys: Family<
  readonly [
    ...RelationCells,
    strategy: 'r' | 'l' | 'h',
    columns: readonly (string | null)[],
    expression: string | null,
    plain: boolean,
  ],
  PartitionKeyDetails
> = {
  rows: () => `
    SELECT json_build_array(${relationCells}, p.partstrat,
      (SELECT json_agg(a.attname ORDER BY k.n) FROM generate_series(1, p.partnatts) AS k (n)
        LEFT JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[k.n - 1] AND a.attnum > 0),
      CASE WHEN p.partnatts = 1 THEN pg_get_expr(p.partexprs, p.partrelid, true) END,
      (SELECT bool_and(oc.opcdefault AND p.partcollation[k.n - 1] = coalesce(a.attcollation, p.partcollation[k.n - 1]))
        FROM generate_series(1, p.partnatts) AS k (n)
        JOIN pg_opclass oc ON oc.oid = p.partclass[k.n - 1]
        LEFT JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[k.n - 1] AND a.attnum > 0))
    FROM pg_partitioned_table p
    JOIN pg_class c ON c.oid = p.partrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${ofUsersRelation}`,
  read: ([schema, relation, kind, strategy, columns, expression, plain]) => [
    [
      relationId(schema, relation, kind),
      { strategy: ({ r: 'range', l: 'list', h: 'hash' } as const)[strategy], columns, expression, plain },
    ],
  ],
}
