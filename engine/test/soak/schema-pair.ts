import fc from 'fast-check'
import { alteration } from './alterations.ts'
import { creation, groundwork, partitions, tables } from './creations.ts'

/** Two schemas as statements, of which those count that PostgreSQL accepts. */
export interface SchemaPair {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

const creations = fc
  .tuple(
    tables,
    fc.option(partitions, { nil: [], freq: 4 }),
    fc.array(creation, { minLength: 4, maxLength: 30, size: 'max' }),
  )
  .map((statements) => statements.flat())
const history = fc.array(fc.oneof({ weight: 3, arbitrary: alteration }, creation), {
  minLength: 1,
  maxLength: 16,
  size: 'max',
})

/** A schema and what became of it, or two that have nothing to do with each other. */
export const schemaPair: fc.Arbitrary<SchemaPair> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(creations, history).map(([made, done]) => {
      const from = [...groundwork, ...made]
      return { from, to: [...from, ...done] }
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(creations, creations).map(([one, other]) => ({
      from: [...groundwork, ...one],
      to: [...groundwork, ...other],
    })),
  },
)
