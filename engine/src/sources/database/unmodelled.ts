import { firstUserOid } from './address.ts'
import type { Reader } from './reader.ts'

/**
 * What no kind models, counted or by name: listed in every plan, never touched. Security labels and large objects are
 * data of other programs; relations of a kind that is not known came with a newer PostgreSQL.
 */
export const unmodelled: Reader<readonly [what: string]> = {
  name: 'unmodelled',
  rows: () => `
    SELECT json_build_array('security label of ' || i.type || ' ' || i.identity || ' (' || l.provider || ')')
    FROM pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) i
    UNION ALL
    SELECT json_build_array('large objects (' || count(*) || ')') FROM pg_largeobject_metadata HAVING count(*) > 0
    UNION ALL
    SELECT json_build_array('relation ' || c.oid::regclass || ' of kind "' || c.relkind::text || '"') FROM pg_class c
    WHERE c.oid >= ${firstUserOid} AND c.relkind NOT IN ('r', 'p', 'v', 'm', 'f', 'c', 'S', 'i', 'I', 't')`,
  register() {},
  build(rows, context) {
    for (const [what] of rows) context.unmodelled(what)
    return []
  },
}
