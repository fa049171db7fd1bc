import { nameOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { TableObject } from '../../catalog/relations.ts'
import type { CatalogDetails } from '../../sources/database/details/details.ts'
import { arrow, call, object } from '../code/code.ts'
import { inOneLine, sqlTemplate, stringLiteral } from '../code/literals.ts'
import { type ModuleImports, moduleImports } from '../code/module-imports.ts'
import { printStatement } from '../code/print-code.ts'
import { tablesInCircles } from './circles.ts'
import { sharedNotNullNames } from './column-additions.ts'
import { customValue } from './column-type.ts'
import { moduleNames } from './module-names.ts'
import { numberKeys } from './number-keys.ts'
import type { Writing } from './writing.ts'

/** The tools of one module; what has been imported and declared is asked for at its end. */
export function startWriting(
  index: CatalogIndex,
  details: CatalogDetails,
  asOf: Date,
  tables: readonly TableObject[],
): { readonly writing: Writing; readonly imports: ModuleImports; customTypes(): string[] } {
  const imports = moduleImports()
  const types = new Map<string, string>()
  const written = new Set(tables.map(({ id }) => id))
  const names = moduleNames(index, importable)
  const template = (words: string) => {
    imports.use('drizzle-orm', 'sql')
    return sqlTemplate(words)
  }
  const writing: Writing = {
    index,
    details,
    asOf,
    names,
    tables: written,
    numberKeys: numberKeys(index),
    sharedNames: sharedNotNullNames(index),
    inCircles: tablesInCircles(written, index),
    pg: (name) => imports.use('drizzle-orm/pg-core', name),
    pgType: (name) => imports.useType('drizzle-orm/pg-core', name),
    companion: (name) => imports.use('trueup/models', name),
    sql: (expression) => template(inOneLine(expression)),
    query: template,
    customType(type) {
      const known = types.get(type) ?? names.ofType(typeName(type))
      types.set(type, known)
      return known
    },
  }
  return {
    writing,
    imports,
    customTypes: () => [...types].map(([type, name]) => declareType(type, name, writing)),
  }
}

/** Names that a pulled module may import; `t` stands for the table in its own callbacks. */
const importable = [
  ...'sql t AnyPgColumn PgTableExtraConfigValue bigint bigserial boolean char check cidr customType date'.split(
    ' ',
  ),
  ...'doublePrecision foreignKey index inet integer interval json jsonb line macaddr macaddr8 numeric'.split(
    ' ',
  ),
  ...'pgEnum pgMaterializedView pgPolicy pgSchema pgSequence pgTable pgView point primaryKey real serial'.split(
    ' ',
  ),
  ...'smallint smallserial text time timestamp unique uniqueIndex uuid varchar'.split(' '),
  ...'comment extend hash list maxValue minValue monthly range'.split(' '),
]

/** `email` of `public.email`, `bit varying 5` of `bit varying(5)`. */
function typeName(type: string): string {
  return type.startsWith('"') || type.includes('.') ? nameOf(type) : type
}

function declareType(type: string, name: string, writing: Writing): string {
  const callee = `${writing.pg('customType')}<{ data: ${customValue(type, writing)} }>`
  const settings = object([['dataType', arrow('()', stringLiteral(type))]])
  return printStatement(`const ${name} = `, call(callee, settings))
}
