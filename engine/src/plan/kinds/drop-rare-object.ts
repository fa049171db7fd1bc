import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { dropExtensionDependency } from './database-wide.ts'
import { triggerState } from './enabled-states.ts'
import { defaultPrivilegeStatements } from './grants.ts'
import { nameInStatements } from './statements.ts'

/** DROP for all kinds that are no part of a table; members are taken out of what they belong to. */
export function dropRareObject(object: CatalogObject): string {
  const owner = pathOf(object.parent ?? '')
  switch (object.kind) {
    case 'default-privilege':
      return defaultPrivilegeStatements(object, undefined).at(-1) ?? ''
    case 'extension-dependency':
      return dropExtensionDependency(object)
    case 'operator-family-member':
      return `ALTER OPERATOR FAMILY ${owner} DROP ${object.facts.slot}`
    case 'publication-table':
      return `ALTER PUBLICATION ${owner} DROP TABLE ONLY ${object.facts.table}`
    case 'publication-schema':
      return `ALTER PUBLICATION ${owner} DROP TABLES IN SCHEMA ${quoteIdentifier(object.name)}`
    case 'trigger-state':
      return triggerState(object, object.facts.usual)
    default:
      return `DROP ${nameInStatements(object)}`
  }
}
