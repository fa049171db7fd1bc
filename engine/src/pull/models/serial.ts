import type { CatalogObject } from '../../catalog/catalog.ts'
import { nameOf } from '../../catalog/identify.ts'
import type { ColumnObject, SequenceObject } from '../../catalog/relations.ts'
import { sequenceOptions } from '../../plan/kinds/column.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteLiteral, quoteQualified } from '../../sql/quote.ts'
import type { Writing } from './writing.ts'

/** The sequence behind a column that is exactly what `serial` makes (manual, 8.1.4); undefined for other columns. */
export function serialSequence(
  column: ColumnObject,
  { index }: Pick<Writing, 'index'>,
): SequenceObject | undefined {
  const table = index.get(column.parent ?? '')
  const [sequence] = index.sequencesOf(column.id)
  if (table?.kind !== 'table' || sequence?.kind !== 'sequence' || !column.attributes.notNull) return undefined
  const { type, persistence } = sequence.attributes
  const isPlain =
    type === column.attributes.type &&
    persistence === table.attributes.persistence &&
    sequenceOptions(sequence.attributes).length === 0 &&
    sequence.schema === table.schema &&
    sequence.name === chosenName(nameOf(table.id), column.name, 'seq')
  return isPlain && isDefault(sequence, index.partsOfKind(column.id, 'default')) ? sequence : undefined
}

function isDefault({ schema, name }: SequenceObject, defaults: readonly CatalogObject[]): boolean {
  const next = `nextval(${quoteLiteral(quoteQualified(schema ?? '', name))}::regclass)`
  return defaults.some((object) => object.kind === 'default' && object.attributes.expression === next)
}
