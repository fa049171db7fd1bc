import { readFileSync } from 'node:fs'
import { readModels } from '../../../engine/src/sources/models/read-models.ts'
import * as models from '../../app/models/index.ts'

/**
 * The plain SQL of the models, as an author would write it: no catalog, no plan. With the partitions for the months
 * around now, because the rows of the tests are made by the database's own clock.
 */
export function schemaSql(): string {
  const functions = readFileSync(new URL('../../app/models/functions.sql', import.meta.url), 'utf8')
  const { statements } = readModels(models, { asOf: new Date() })
  return [functions, ...statements.map(({ sql }) => `${sql};`)].join('\n')
}
