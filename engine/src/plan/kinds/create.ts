import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { IndexObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { sequenceOptions, storageOption } from './column.ts'
import { columnSettingChanges } from './column-settings.ts'
import { createRareObject } from './create-rare-object.ts'
import { createDomainStatement, domainCheckClause } from './domain.ts'
import { enabledStates } from './enabled-states.ts'
import { constraintClause, keyIndexSettings } from './table.ts'

type Creatable = Exclude<CatalogObject, { readonly kind: 'table' | 'foreign-table' | 'column' }>

/** The statements that make an object that stands for itself. Tables have a file of their own. */
export function createStatements(object: Creatable): string[] {
  const path = pathOf(object.id)
  const owner = object.parent ? pathOf(object.parent) : ''
  switch (object.kind) {
    case 'schema':
      return [`CREATE SCHEMA ${path}`]
    case 'extension':
      return [`CREATE EXTENSION ${path} WITH SCHEMA ${quoteIdentifier(object.attributes.schema)}`]
    case 'enum':
      return [`CREATE TYPE ${path} AS ENUM (${object.attributes.labels.map(quoteLiteral).join(', ')})`]
    case 'domain':
      return [createDomainStatement(object, [])]
    case 'domain-constraint':
      return [
        `ALTER DOMAIN ${owner} ADD ${domainCheckClause(object)}${object.attributes.validated ? '' : ' NOT VALID'}`,
      ]
    case 'composite': {
      const fields = object.attributes.attributes.map(
        ({ name, type, collation }) =>
          `${quoteIdentifier(name)} ${type}${collation ? ` COLLATE ${collation}` : ''}`,
      )
      return [`CREATE TYPE ${path} AS (${fields.join(', ')})`]
    }
    case 'range': {
      const { subtype, operatorClass, collation, canonical, difference, multirange } = object.attributes
      const options = [
        `SUBTYPE = ${subtype}`,
        ...(operatorClass ? [`SUBTYPE_OPCLASS = ${operatorClass}`] : []),
        ...(collation ? [`COLLATION = ${collation}`] : []),
        ...(canonical ? [`CANONICAL = ${canonical}`] : []),
        ...(difference ? [`SUBTYPE_DIFF = ${difference}`] : []),
        `MULTIRANGE_TYPE_NAME = ${multirange}`,
      ]
      return [`CREATE TYPE ${path} AS RANGE (${options.join(', ')})`]
    }
    case 'base-type': {
      const { defined, options } = object.attributes
      return [defined ? `CREATE TYPE ${path} (${options.join(', ')})` : `CREATE TYPE ${path}`]
    }
    case 'sequence': {
      const { persistence, type } = object.attributes
      const kind = persistence === 'unlogged' ? 'UNLOGGED SEQUENCE' : 'SEQUENCE'
      const options = [...(type === 'bigint' ? [] : [`AS ${type}`]), ...sequenceOptions(object.attributes)]
      return [[`CREATE ${kind} ${path}`, ...options].join(' ')]
    }
    case 'default':
      return [
        `ALTER TABLE ${path.slice(0, -quoteIdentifier(object.name).length - 1)} ALTER COLUMN ${quoteIdentifier(object.name)} SET DEFAULT ${object.attributes.expression}`,
      ]
    case 'constraint':
      return [`ALTER TABLE ${owner} ADD ${constraintClause(object)}`, ...keyIndexSettings(object)]
    case 'index':
      return indexStatements(object)
    case 'view':
      return [
        `CREATE VIEW ${path}${withOptions(object.attributes.options)} AS\n${query(object.attributes.definition)}`,
      ]
    case 'materialized-view': {
      const { accessMethod, options, tablespace, definition, populated, columnSettings } = object.attributes
      const using = accessMethod ? ` USING ${quoteIdentifier(accessMethod)}` : ''
      const space = tablespace ? ` TABLESPACE ${quoteIdentifier(tablespace)}` : ''
      const data = populated ? '' : '\nWITH NO DATA'
      return [
        `CREATE MATERIALIZED VIEW ${path}${using}${withOptions(options)}${space} AS\n${query(definition)}${data}`,
        ...columnSettingChanges([], columnSettings).map(
          (clause) => `ALTER MATERIALIZED VIEW ${path} ${clause}`,
        ),
      ]
    }
    case 'function':
    case 'aggregate':
      return [object.attributes.definition]
    case 'trigger':
    case 'rule': {
      const enabled = enabledStates[object.attributes.enabled]
      const settings = enabled
        ? [`ALTER TABLE ${owner} ${enabled} ${object.kind.toUpperCase()} ${quoteIdentifier(object.name)}`]
        : []
      return [object.attributes.definition.replace(/;$/, ''), ...settings]
    }
    case 'policy': {
      const { command, permissive, roles, using, check } = object.attributes
      return [
        [
          `CREATE POLICY ${quoteIdentifier(object.name)} ON ${owner}`,
          ...(permissive ? [] : ['AS RESTRICTIVE']),
          ...(command === 'ALL' ? [] : [`FOR ${command}`]),
          ...(roles.length === 1 && roles[0] === 'PUBLIC' ? [] : [`TO ${roles.join(', ')}`]),
          ...(using === null ? [] : [`USING (${using})`]),
          ...(check === null ? [] : [`WITH CHECK (${check})`]),
        ].join(' '),
      ]
    }
    case 'statistics': {
      const { definition, target } = object.attributes
      return [definition, ...(target === null ? [] : [`ALTER STATISTICS ${path} SET STATISTICS ${target}`])]
    }
    default:
      return createRareObject(object)
  }
}

function indexStatements(index: IndexObject): string[] {
  const { definition, tablespace } = index.attributes
  return [
    definition,
    ...(tablespace ? [`ALTER INDEX ${pathOf(index.id)} SET TABLESPACE ${quoteIdentifier(tablespace)}`] : []),
    ...statisticsStatements(index),
  ]
}

export function statisticsStatements({ id, attributes }: IndexObject): string[] {
  return attributes.statistics.map(
    ([column, target]) => `ALTER INDEX ${pathOf(id)} ALTER COLUMN ${column} SET STATISTICS ${target}`,
  )
}

function withOptions(options: readonly string[]): string {
  return options.length > 0 ? ` WITH (${options.map(storageOption).join(', ')})` : ''
}

function query(definition: string): string {
  return definition.replace(/;$/, '')
}
