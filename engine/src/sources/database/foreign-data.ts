import { foreignOptions } from './foreign-options.ts'
import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

export const foreignDataWrappers = plainReader({
  name: 'foreign data wrappers',
  kind: 'foreign-data-wrapper',
  catalog: 'foreignDataWrapper',
  table: 'pg_foreign_data_wrapper',
  columns: { name: 'o.fdwname', owner: 'fdwowner', grants: 'fdwacl' },
  attributes: () => ({
    handler: routineName('o.fdwhandler'),
    validator: routineName('o.fdwvalidator'),
    options: 'to_json(o.fdwoptions)',
  }),
  finish: (attributes, id, context) => ({
    ...attributes,
    options: foreignOptions(attributes.options, id, context),
  }),
})

export const servers = plainReader({
  name: 'servers',
  kind: 'server',
  catalog: 'foreignServer',
  table: 'pg_foreign_server',
  columns: { name: 'o.srvname', owner: 'srvowner', grants: 'srvacl' },
  attributes: () => ({
    wrapper: `(SELECT quote_ident(w.fdwname) FROM pg_foreign_data_wrapper w WHERE w.oid = o.srvfdw)`,
    type: 'o.srvtype',
    version: 'o.srvversion',
    options: 'to_json(o.srvoptions)',
  }),
  finish: (attributes, id, context) => ({
    ...attributes,
    options: foreignOptions(attributes.options, id, context),
  }),
})
