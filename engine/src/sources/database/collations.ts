import { plainReader } from './plain-reader.ts'
import { routineName } from './routine-name.ts'

const providers = `CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END`

/**
 * Where the locale stands has moved: with ICU in collcollate up to 14, in colliculocale up to 16, since then in
 * colllocale. A libc collation with two equal parts has one locale.
 */
export const collations = plainReader({
  name: 'collations',
  kind: 'collation',
  catalog: 'collation',
  table: 'pg_collation',
  columns: { name: 'o.collname', schema: 'collnamespace', owner: 'collowner' },
  attributes(version) {
    const ownLocale =
      version >= 170000 ? 'o.colllocale' : version >= 150000 ? 'o.colliculocale' : 'o.collcollate'
    const parts = (column: string) =>
      `CASE WHEN o.collprovider = 'c' AND o.collcollate <> o.collctype THEN o.${column} END`
    return {
      provider: providers,
      locale: `CASE WHEN o.collprovider <> 'c' THEN ${ownLocale} WHEN o.collcollate = o.collctype THEN o.collcollate END`,
      collate: parts('collcollate'),
      characterType: parts('collctype'),
      deterministic: 'o.collisdeterministic',
      rules: version >= 160000 ? 'o.collicurules' : 'NULL',
    }
  },
})

export const conversions = plainReader({
  name: 'conversions',
  kind: 'conversion',
  catalog: 'conversion',
  table: 'pg_conversion',
  columns: { name: 'o.conname', schema: 'connamespace', owner: 'conowner' },
  attributes: () => ({
    isDefault: 'o.condefault',
    source: 'pg_encoding_to_char(o.conforencoding)',
    destination: 'pg_encoding_to_char(o.contoencoding)',
    function: routineName('o.conproc'),
  }),
})
