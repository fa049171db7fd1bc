import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

/** Procedural languages that came without an extension. */
export const languages = plainReader({
  name: 'languages',
  kind: 'language',
  catalog: 'language',
  table: 'pg_language',
  columns: { name: 'o.lanname', owner: 'lanowner', grants: 'lanacl' },
  where: 'o.lanispl',
  attributes: () => ({
    trusted: 'o.lanpltrusted',
    handler: routineName('o.lanplcallfoid'),
    inline: routineName('o.laninline'),
    validator: routineName('o.lanvalidator'),
  }),
})
