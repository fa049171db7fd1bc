import type { IndexKey } from '../../sources/database/details/details.ts'

/** A part of an index as SQL: column or expression with collation, operator class and order. */
export function indexElement({ text, collation, operatorClass, descending, nullsFirst }: IndexKey): string {
  return [
    text,
    ...(collation ? [`COLLATE ${collation}`] : []),
    ...(operatorClass ? [operatorClass] : []),
    ...(descending ? ['DESC'] : []),
    ...(nullsFirst === descending ? [] : [`NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`]),
  ].join(' ')
}
