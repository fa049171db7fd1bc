import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { type Alteration, type AlterationOf, replace } from './alteration.ts'
import { attachedId } from './table-ties.ts'

export function alterIndex({ from, to, differences, toIndex }: AlterationOf<'index'>): Alteration {
  const path = pathOf(to.id)
  const statements: string[] = []
  for (const { attribute } of differences) {
    switch (attribute) {
      case 'tablespace':
        statements.push(
          `ALTER INDEX ${path} SET TABLESPACE ${quoteIdentifier(to.attributes.tablespace ?? 'pg_default')}`,
        )
        break
      case 'statistics':
        statements.push(...statisticsChanges(from.attributes.statistics, to.attributes.statistics, path))
        break
      case 'attachedTo':
        if (from.attributes.attachedTo && !isDetached(from, toIndex)) return replace
        if (!to.attributes.attachedTo) break
        statements.push(`ALTER INDEX ${pathOf(to.attributes.attachedTo)} ATTACH PARTITION ${path}`)
        break
      case 'comment':
        break
      default: // another definition, or what a failed CREATE INDEX CONCURRENTLY left behind
        return replace
    }
  }
  const needs = [...to.needs, attachedId(to.parent ?? '')]
  return { kind: 'in-place', actions: statements.map((sql) => action('alter', to.id, sql, { needs })) }
}

/** The indexes of a partition that is detached stay with it, on their own. */
export function isDetached({ parent }: CatalogObject, toIndex: CatalogIndex): boolean {
  const table = toIndex.get(parent ?? '')
  return table?.kind === 'table' && table.attributes.partitionOf === null
}

type Targets = readonly (readonly [column: number, target: number])[]

function statisticsChanges(from: Targets, to: Targets, path: string): string[] {
  const after = new Map(to)
  const columns = new Set([...from, ...to].map(([column]) => column))
  return [...columns].map(
    (column) => `ALTER INDEX ${path} ALTER COLUMN ${column} SET STATISTICS ${after.get(column) ?? -1}`,
  )
}
