import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

export const accessMethods = plainReader({
  name: 'access methods',
  kind: 'access-method',
  catalog: 'am',
  table: 'pg_am',
  columns: { name: 'o.amname' },
  attributes: () => ({
    type: `CASE o.amtype WHEN 'i' THEN 'index' ELSE 'table' END`,
    handler: routineName('o.amhandler'),
  }),
})
