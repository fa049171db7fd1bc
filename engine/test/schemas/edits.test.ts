import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { rehearse } from '../../src/rehearse/rehearse.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { bringTo, type Goal, type Outcome } from '../cases/run-direction.ts'
import { repository } from '../support/repository.ts'
import { chosenMajors, chosenSchemas, minutes } from './chosen.ts'
import { keepsPromises } from './keeps-promises.ts'
import { goalOf, type LoadedSchema, loadSchema, openDatabase, openSeeded } from './loaded-schema.ts'
import { psqlStatements } from './psql-statements.ts'
import { aroundViews, type Edit, readEdits } from './read-edits.ts'

describe.each(chosenMajors)('changes of public schemas on PostgreSQL %s', (major) => {
  const cache = cacheFolder(repository)
  afterAll(closeScratch)

  describe.each(chosenSchemas)('$name', (schema) => {
    let loaded: LoadedSchema
    beforeAll(async () => {
      loaded = await loadSchema(schema, major)
    }, 10 * minutes)
    afterAll(() => loaded?.drop())

    test.each(readEdits(schema.name))(
      '$name',
      async (edit) => {
        const goal = await edited(loaded, edit)
        const database = await openSeeded(loaded, major)
        try {
          const there = await bringTo(goal, edit.forward, database, cache, edit)
          await keepsThem(there, goal)
          await keepsThem(await bringTo(loaded.goal, edit.backward, database, cache, edit), loaded.goal)
        } finally {
          await database.close()
        }
      },
      20 * minutes,
    )
  })

  async function keepsThem(outcome: Outcome, { desired }: Goal): Promise<void> {
    keepsPromises(outcome)
    expect(outcome.planning.plan.steps).not.toEqual([])
    const rehearsal = await rehearse(outcome.planning, desired.catalog, cache)
    expect(rehearsal).toMatchObject({ kind: 'passed' })
  }

  async function edited(loaded: LoadedSchema, edit: Edit): Promise<Goal> {
    const database = await openDatabase(major, loaded.database)
    try {
      await database.query(aroundViews)
      for (const statement of psqlStatements(edit.sql)) await database.query(statement)
      return await goalOf(database.url)
    } finally {
      await database.close()
    }
  }
})
