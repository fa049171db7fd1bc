import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

/** Operators but shells, which come by themselves where another one names them. */
export const operators = plainReader({
  name: 'operators',
  kind: 'operator',
  catalog: 'operator',
  table: 'pg_operator',
  columns: { name: 'o.oprname', schema: 'oprnamespace', owner: 'oprowner' },
  path: `o.oprname || '(' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
    || format_type(o.oprright, NULL) || ')'`,
  where: 'o.oprcode <> 0',
  attributes: () => ({
    function: routineName('o.oprcode'),
    commutator: operatorName('o.oprcom'),
    negator: operatorName('o.oprnegate'),
    restrict: routineName('o.oprrest'),
    join: routineName('o.oprjoin'),
    hashes: 'o.oprcanhash',
    merges: 'o.oprcanmerge',
  }),
  facts: {
    left: 'CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END',
    right: 'format_type(o.oprright, NULL)',
  },
})

function operatorName(oid: string): string {
  return `(SELECT 'OPERATOR(' || quote_ident(opn.nspname) || '.' || op.oprname || ')'
    FROM pg_operator op JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = ${oid})`
}
