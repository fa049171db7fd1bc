import { plainReader } from './plain-reader.ts'
import { routineSignature } from './routine-name.ts'

export const casts = plainReader({
  name: 'casts',
  kind: 'cast',
  catalog: 'cast',
  table: 'pg_cast',
  columns: { name: castPath() },
  path: castPath(),
  // a range type brings its cast to its multirange
  where: `NOT EXISTS (SELECT FROM pg_depend i
    WHERE i.classid = 'pg_cast'::regclass AND i.objid = o.oid AND i.deptype = 'i')`,
  attributes: () => ({
    method: `CASE o.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'inout' ELSE 'binary' END`,
    function: routineSignature('o.castfunc'),
    context: `CASE o.castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END`,
  }),
})

function castPath(): string {
  return `'(' || format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL) || ')'`
}

export const transforms = plainReader({
  name: 'transforms',
  kind: 'transform',
  catalog: 'transform',
  table: 'pg_transform',
  columns: { name: transformPath() },
  path: transformPath(),
  attributes: () => ({ fromSql: routineSignature('o.trffromsql'), toSql: routineSignature('o.trftosql') }),
})

function transformPath(): string {
  return `'FOR ' || format_type(o.trftype, NULL) || ' LANGUAGE '
    || (SELECT quote_ident(l.lanname) FROM pg_language l WHERE l.oid = o.trflang)`
}
