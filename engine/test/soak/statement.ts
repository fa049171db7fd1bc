import fc from 'fast-check'

/**
 * A template with chances in it: statement`DROP TABLE ${table}`. Nothing makes sure that what comes out is possible:
 * PostgreSQL refuses what is not, and refused statements are left out of the schema.
 */
export function statement(
  texts: TemplateStringsArray,
  ...holes: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  return fc.tuple(...holes).map((values) => texts.map((text, i) => text + (values[i] ?? '')).join(''))
}

export function oneOf(...values: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...values)
}

/** The clause, or nothing; shrinks to nothing. */
export function perhaps(clause: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.option(clause, { nil: '' })
}

export function list(
  element: fc.Arbitrary<string>,
  { min = 1, max = 3 }: { readonly min?: number; readonly max?: number } = {},
): fc.Arbitrary<string> {
  return fc.uniqueArray(element, { minLength: min, maxLength: max }).map((elements) => elements.join(', '))
}
