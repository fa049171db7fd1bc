import { pathOf } from '../../catalog/identify.ts'
import { catalogs } from './address.ts'
import type { Reader } from './reader.ts'

type Row = readonly [catalog: number, oid: number, extension: number]

/** `ALTER … DEPENDS ON EXTENSION`: the object goes when the extension is dropped (manual: pg_depend, deptype x). */
export const extensionDependencies: Reader<Row> = {
  name: 'dependencies on extensions',
  rows: () => `
    SELECT json_build_array(d.classid::int8, d.objid::int8, d.refobjid::int8)
    FROM pg_depend d WHERE d.deptype = 'x' AND d.refclassid = 'pg_extension'::regclass`,
  register() {},
  *build(rows, { addresses }) {
    for (const [catalog, oid, extensionOid] of rows) {
      const owner = addresses.find(catalog, oid)
      const extension = addresses.find(catalogs.extension, extensionOid)
      if (!owner || !extension) continue
      const name = pathOf(extension)
      yield {
        id: `extension-dependency:${pathOf(owner)} ON EXTENSION ${name}`,
        kind: 'extension-dependency',
        schema: null,
        name,
        parent: owner,
        needs: [owner, extension],
        comment: null,
        owner: null,
        grants: null,
        attributes: {},
        facts: { extension: name },
      }
    }
  },
}
