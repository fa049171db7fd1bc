import { inManagedSchema, isUsers } from '../managed.ts'
import type { ConstraintDetails } from './details.ts'
import { type Family, partOf, type RelationCells, readableExpression, relationCells } from './families.ts'

type Row = readonly [
  ...RelationCells,
  name: string,
  deferrable: boolean,
  deferred: boolean,
  expression: string | null,
  noInherit: boolean,
  onUpdate: string,
  onDelete: string,
  match: string,
  setColumns: readonly string[] | null,
  enforced: boolean,
  period: boolean,
  operators: readonly string[] | null,
]

export const constraintDetails: Family<Row, ConstraintDetails> = {
  rows: (version) => `
    SELECT json_build_array(${relationCells}, k.conname, k.condeferrable, k.condeferred,
      ${readableExpression('k.conbin', 'k.conrelid')}, k.connoinherit, k.confupdtype, k.confdeltype, k.confmatchtype,
      ${version >= 150000 ? columnNames('k.confdelsetcols') : 'NULL'},
      ${version >= 180000 ? 'k.conenforced, k.conperiod' : 'true, false'},
      (SELECT json_agg(CASE WHEN o.oprnamespace = 'pg_catalog'::regnamespace THEN o.oprname
          ELSE format('OPERATOR(%I.%s)', (SELECT nspname FROM pg_namespace WHERE oid = o.oprnamespace), o.oprname) END
          ORDER BY u.n)
        FROM unnest(k.conexclop) WITH ORDINALITY AS u (oid, n) JOIN pg_operator o ON o.oid = u.oid))
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND ${inManagedSchema('c.relnamespace')}
      AND ${isUsers('pg_class', 'c.oid')}`,
  read(row) {
    const [schema, relation, kind, name, deferrable, deferred, expression, noInherit, ...rest] = row
    const [onUpdate, onDelete, match, setColumns, enforced, period, operators] = rest
    return [
      [
        partOf('constraint', [schema, relation, kind], name),
        {
          deferrable: deferrable ? (deferred ? 'initially deferred' : 'initially immediate') : null,
          expression,
          noInherit,
          onUpdate: actions[onUpdate] ?? 'no action',
          onDelete: actions[onDelete] ?? 'no action',
          match: matches[match] ?? 'simple',
          setColumns: setColumns ?? [],
          enforced,
          period,
          operators: operators ?? [],
        },
      ],
    ]
  },
}

function columnNames(numbers: string): string {
  return `(SELECT json_agg(a.attname ORDER BY u.n) FROM unnest(${numbers}) WITH ORDINALITY AS u (attnum, n)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum)`
}

/** pg_constraint.confupdtype and confdeltype; blank where there is no foreign key. */
const actions: Readonly<Record<string, string>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

const matches: Readonly<Record<string, 'simple' | 'full' | 'partial'>> = {
  s: 'simple',
  f: 'full',
  p: 'partial',
}
