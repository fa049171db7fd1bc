import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { isDetached } from './alter-index.ts'
import { type Alteration, type AlterationOf, replace } from './alteration.ts'
import { optionChanges } from './storage-options.ts'
import { attachedId } from './table-ties.ts'

/** A constraint keeps its definition or is made anew; only what stands around it can be altered. */
export function alterConstraint({ from, to, differences, toIndex }: AlterationOf<'constraint'>): Alteration {
  const owner = pathOf(to.parent ?? '')
  const index = quoteQualified(to.schema ?? '', to.name)
  const statements: string[] = []
  for (const { attribute } of differences) {
    switch (attribute) {
      case 'validated':
        if (!to.attributes.validated) return replace
        statements.push(`ALTER TABLE ${owner} VALIDATE CONSTRAINT ${quoteIdentifier(to.name)}`)
        break
      case 'indexStorage':
        for (const clause of optionChanges(from.attributes.indexStorage, to.attributes.indexStorage))
          statements.push(`ALTER INDEX ${index} ${clause}`)
        break
      case 'indexTablespace':
        statements.push(
          `ALTER INDEX ${index} SET TABLESPACE ${quoteIdentifier(to.attributes.indexTablespace ?? 'pg_default')}`,
        )
        break
      case 'attachedTo': {
        const parent = to.attributes.attachedTo
        if (from.attributes.attachedTo && !isDetached(from, toIndex)) return replace
        if (!parent) break
        statements.push(`ALTER INDEX ${indexOfKey(parent, to.schema)} ATTACH PARTITION ${index}`)
        break
      }
      case 'inherited':
      case 'indexComment':
      case 'comment':
        break
      default:
        return replace
    }
  }
  return {
    kind: 'in-place',
    actions: statements.map((sql) =>
      action('alter', to.id, sql, {
        needs: [...to.needs, attachedId(to.parent ?? '')],
        frees: from.needs,
        does: / VALIDATE CONSTRAINT /.test(sql) ? 'validate' : null,
      }),
    ),
  }
}

/** The index behind a key has the key's name, in the schema of its table. */
function indexOfKey(constraint: string, schema: string | null): string {
  const name = /(?:"(?:[^"]|"")*"|[^".]+)$/.exec(constraint)?.[0] ?? ''
  return `${quoteIdentifier(schema ?? '')}.${name}`
}
