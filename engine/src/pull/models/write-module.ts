import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import type { Action } from '../../plan/action.ts'
import type { CatalogDetails } from '../../sources/database/details/details.ts'
import { byNeed } from '../../sources/models/statements/by-need.ts'
import { array, type Code, call, chainOf, link, object as record } from '../code/code.ts'
import { stringLiteral, strings } from '../code/literals.ts'
import { printStatement } from '../code/print-code.ts'
import { isModelled, isModelledTable } from './modelled.ts'
import { sequenceSettings } from './sequence-settings.ts'
import { startWriting } from './start-writing.ts'
import { writeTable } from './tables.ts'
import { writeView } from './views.ts'
import type { Writing } from './writing.ts'

/** A module of Drizzle models, and what it does not say. */
export interface WrittenModule {
  readonly text: string
  /** Objects that the module makes. */
  readonly says: ReadonlySet<ObjectId>
  /** What must be done to them beside, in SQL. */
  readonly additions: readonly Action[]
}

/** Writes everything as models that Drizzle and the companions of `trueup/models` have words for. */
export function writeModule(catalog: Catalog, details: CatalogDetails, asOf: Date): WrittenModule {
  const index = indexCatalog(catalog)
  const objects = [...catalog.objects.values()]
  const tables = tablesByNeed(objects, index, details)
  const { writing, imports, customTypes } = startWriting(index, details, asOf, tables)
  const says = new Set<ObjectId>()
  const additions: Action[] = []
  const groups: string[] = []
  for (const object of objects.filter(isModelled).toSorted(byKind)) {
    groups.push(...declaration(object, simpleCode(object, writing), writing))
    says.add(object.id)
  }
  for (const table of tables) {
    const written = writeTable(table, writing)
    groups.push(statement(writing.names.of(table.id), written.table))
    if (written.companion) groups.push(statement(writing.names.about(table.id, 'Extras'), written.companion))
    for (const id of written.says) says.add(id)
    additions.push(...written.additions)
  }
  for (const view of objects) {
    if (view.kind !== 'view' && view.kind !== 'materialized-view') continue
    const code = writeView(view, writing)
    if (!code) continue
    groups.push(...declaration(view, code, writing))
    says.add(view.id)
  }
  const types = customTypes()
  const text = [imports.lines().join('\n'), ...types, ...groups].join('\n\n')
  return { text: groups.length === 0 ? '' : `${text}\n`, says, additions }
}

const kinds = ['schema', 'enum', 'sequence']

function byKind(a: CatalogObject, b: CatalogObject): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
}

function tablesByNeed(
  objects: readonly CatalogObject[],
  index: CatalogIndex,
  details: CatalogDetails,
): readonly TableObject[] {
  const tables = objects.filter(
    (object): object is TableObject => object.kind === 'table' && isModelledTable(object, index, details),
  )
  const byId = new Map(tables.map((table) => [table.id, table]))
  return byNeed(tables, ({ id }) =>
    index.partsOfKind(id, 'constraint').flatMap(({ facts }) => byId.get(facts.references ?? '') ?? []),
  )
}

function simpleCode(object: CatalogObject, writing: Writing): Code {
  switch (object.kind) {
    case 'schema':
      return call(writing.pg('pgSchema'), stringLiteral(object.name))
    case 'enum':
      return make(object, 'pgEnum', 'enum', [array(strings(object.attributes.labels))], writing)
    case 'sequence': {
      const settings = sequenceSettings(object.attributes)
      return make(object, 'pgSequence', 'sequence', settings.length > 0 ? [record(settings)] : [], writing)
    }
    default:
      throw new Error(`${object.id} is no simple object`)
  }
}

/** `pgEnum('mood', …)`, or `salesSchema.enum('mood', …)`. */
function make(
  { schema, name, parent }: CatalogObject,
  inPublic: string,
  inSchema: string,
  rest: readonly Code[],
  writing: Writing,
): Code {
  const parts = [stringLiteral(name), ...rest]
  if (schema === 'public') return call(writing.pg(inPublic), ...parts)
  return chainOf(writing.names.of(parent ?? ''), link(inSchema, ...parts))
}

/** The constant, and its comment as a second one. */
function declaration(object: CatalogObject, code: Code, writing: Writing): string[] {
  const name = writing.names.of(object.id)
  const own = statement(name, code)
  if (object.comment === null) return [own]
  const note = call(writing.companion('comment'), { kind: 'text', text: name }, stringLiteral(object.comment))
  return [own, statement(writing.names.about(object.id, 'Note'), note)]
}

function statement(name: string, code: Code): string {
  return printStatement(`export const ${name} = `, code)
}
