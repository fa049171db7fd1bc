import { quoteQualified } from '../../../sql/quote.ts'
import { inManagedSchema, isUsers } from '../managed.ts'
import { collationName, nameIn } from '../types.ts'
import type { IndexDetails } from './details.ts'
import { type Family, readable, readableExpression } from './families.ts'

type Key = readonly [
  column: string | null,
  text: string,
  collation: string | null,
  operatorClass: string | null,
  operatorClassOptions: readonly string[] | null,
  descending: boolean,
  nullsFirst: boolean,
]

type Row = readonly [
  schema: string,
  name: string,
  method: string,
  unique: boolean,
  nullsNotDistinct: boolean,
  predicate: string | null,
  storage: readonly string[] | null,
  keys: readonly Key[],
  include: readonly string[] | null,
]

export const indexDetails: Family<Row, IndexDetails> = {
  rows: (version) => `
    SELECT json_build_array(n.nspname, x.relname, am.amname, i.indisunique,
      ${version >= 150000 ? 'i.indnullsnotdistinct' : 'false'}, ${readableExpression('i.indpred', 'i.indrelid')},
      to_json(x.reloptions),
      (SELECT json_agg(json_build_array(a.attname, ${readable('pg_get_indexdef(i.indexrelid, k.n, false)', 'pg_get_indexdef(i.indexrelid, k.n, true)')},
          CASE WHEN i.indcollation[k.n - 1] <> coalesce(a.attcollation, t.typcollation)
            THEN ${collationName('i.indcollation[k.n - 1]')} END,
          CASE WHEN NOT oc.opcdefault OR o.attoptions IS NOT NULL THEN
            CASE WHEN oc.opcnamespace = 'pg_catalog'::regnamespace THEN quote_ident(oc.opcname)
              ELSE ${nameIn('pg_namespace', 'oc.opcnamespace', 'oc.opcname')} END END,
          to_json(o.attoptions), i.indoption[k.n - 1] & 1 = 1, i.indoption[k.n - 1] & 2 = 2) ORDER BY k.n)
        FROM generate_series(1, i.indnkeyatts) AS k (n)
        JOIN pg_attribute o ON o.attrelid = i.indexrelid AND o.attnum = k.n
        JOIN pg_type t ON t.oid = o.atttypid
        JOIN pg_opclass oc ON oc.oid = i.indclass[k.n - 1]
        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.n - 1] AND a.attnum > 0),
      (SELECT json_agg(a.attname ORDER BY k.n) FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS k (n)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.n - 1]))
    FROM pg_index i
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = x.relnamespace
    JOIN pg_am am ON am.oid = x.relam
    JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relkind IN ('r', 'p', 'm') AND ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`,
  read: ([schema, name, method, unique, nullsNotDistinct, predicate, storage, keys, include]) => [
    [
      `index:${quoteQualified(schema, name)}`,
      {
        method,
        unique,
        nullsNotDistinct,
        keys: keys.map(readKey),
        include: include ?? [],
        predicate,
        storage: storage ?? [],
      },
    ],
  ],
}

function readKey([column, text, collation, operatorClass, options, descending, nullsFirst]: Key) {
  const parameters = options?.map((option) => option.replace('=', " = '").concat("'")).join(', ')
  return {
    column,
    text,
    collation,
    operatorClass: parameters ? `${operatorClass} (${parameters})` : operatorClass,
    descending,
    nullsFirst,
  }
}
