import { pathOf } from '../../catalog/identify.ts'
import type {
  PublicationObject,
  PublicationSchemaObject,
  PublicationTableObject,
  SubscriptionObject,
} from '../../catalog/replication.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { unknownSecret } from '../../sql/secret-marker.ts'

export function createPublication({ id, attributes }: PublicationObject): string {
  const { allTables, publish, viaRoot, generatedColumns } = attributes
  const options = [
    ...(publish.length < 4 ? [publishOption(publish)] : []),
    ...(viaRoot ? [viaRootOption(viaRoot)] : []),
    ...(generatedColumns === 'none' ? [] : [generatedOption(generatedColumns)]),
  ]
  return [
    `CREATE PUBLICATION ${pathOf(id)}`,
    ...(allTables ? ['FOR ALL TABLES'] : []),
    ...(options.length > 0 ? [`WITH (${options.join(', ')})`] : []),
  ].join(' ')
}

export function publishOption(publish: readonly string[]): string {
  return `publish = ${quoteLiteral(publish.join(', '))}`
}

export function viaRootOption(viaRoot: boolean): string {
  return `publish_via_partition_root = ${viaRoot}`
}

export function generatedOption(generatedColumns: string): string {
  return `publish_generated_columns = ${generatedColumns}`
}

export function addPublishedTable({ parent, attributes, facts }: PublicationTableObject): string {
  const { columns, where } = attributes
  const list = columns ? ` (${columns.map(quoteIdentifier).join(', ')})` : ''
  const filter = where === null ? '' : ` WHERE (${where})`
  return `ALTER PUBLICATION ${pathOf(parent ?? '')} ADD TABLE ONLY ${facts.table}${list}${filter}`
}

export function addPublishedSchema({ parent, name }: PublicationSchemaObject): string {
  return `ALTER PUBLICATION ${pathOf(parent ?? '')} ADD TABLES IN SCHEMA ${quoteIdentifier(name)}`
}

/**
 * Never connects to the publisher: no slot is made there and no row is copied. Enabling comes last, as a statement of
 * its own (manual: CREATE SUBSCRIPTION, `connect`).
 */
export function createSubscription({ id, attributes }: SubscriptionObject): string[] {
  const { connection, publications, slot, enabled, options } = attributes
  const settings = ['connect = false', `slot_name = ${slotName(slot)}`, ...options]
  return [
    `CREATE SUBSCRIPTION ${pathOf(id)} CONNECTION ${quoteLiteral(connection ?? unknownSecret)} PUBLICATION ${publications
      .map(quoteIdentifier)
      .join(', ')} WITH (${settings.join(', ')})`,
    ...(enabled ? [`ALTER SUBSCRIPTION ${pathOf(id)} ENABLE`] : []),
  ]
}

export function slotName(slot: string | null): string {
  return slot === null ? 'NONE' : quoteLiteral(slot)
}
