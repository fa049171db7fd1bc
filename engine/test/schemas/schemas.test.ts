import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { readCatalogWithDetails } from '../../src/sources/database/details/read-details.ts'
import { loadDesired } from '../../src/sources/desired.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { bringTo } from '../cases/run-direction.ts'
import { forms, stepsAfterPull } from '../pull/round-trip.ts'
import { repository } from '../support/repository.ts'
import { connectUrl } from '../support/targets.ts'
import { chosenMajors, chosenSchemas, minutes } from './chosen.ts'
import { keepsPromises } from './keeps-promises.ts'
import { type LoadedSchema, loadSchema, openDatabase } from './loaded-schema.ts'

describe.each(chosenMajors)('public schemas on PostgreSQL %s', (major) => {
  const root = mkdtempSync(join(tmpdir(), 'trueup-schemas-'))
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  const cache = cacheFolder(repository)
  const loaded = new Map<string, LoadedSchema>()
  beforeAll(async () => {
    for (const schema of chosenSchemas) loaded.set(schema.name, await loadSchema(schema, major))
  }, 10 * minutes)
  afterAll(async () => {
    for (const schema of loaded.values()) await schema.drop()
    await closeScratch()
    rmSync(root, { recursive: true, force: true })
  })

  describe.each(chosenSchemas)('$name', ({ name, tables, isClean }) => {
    const schema = () => loaded.get(name)!
    const load = (source: string) =>
      loadDesired([source], { root, cache, asOf: new Date() }).then((desired) => ({
        ...schema().goal,
        desired: { ...desired, extent: 'whole-database' as const },
      }))

    test('is what it was when this was written', () => {
      const objects = [...schema().goal.desired.catalog.objects.values()]
      expect(objects.filter(({ kind }) => kind === 'table').length).toBeGreaterThanOrEqual(tables)
    })

    test.each(forms)(
      'pulled as %s, nothing is to be done',
      async (form) => {
        const session = await connectUrl(schema().url)
        const reading = await readCatalogWithDetails(session).finally(() => session.close())
        const folder = join(root, `${name}.${major}.${form}`)
        mkdirSync(folder, { recursive: true })
        expect(await stepsAfterPull(reading, form, folder, cache)).toEqual([])
      },
      10 * minutes,
    )

    test(
      'is made in an empty database, from another database',
      async () => {
        const database = await openDatabase(major)
        try {
          keepsPromises(await bringTo(await load(schema().url), [], database, cache))
        } finally {
          await database.close()
        }
      },
      10 * minutes,
    )

    test.runIf(isClean)(
      'is made in an empty database, from its own script',
      async () => {
        writeFileSync(join(root, `${name}.sql`), schema().script)
        const database = await openDatabase(major)
        try {
          keepsPromises(await bringTo(await load(`${name}.sql`), [], database, cache))
        } finally {
          await database.close()
        }
      },
      10 * minutes,
    )
  })

  test.runIf(chosenSchemas.length > 1)(
    'are reached from one another',
    async () => {
      const database = await openDatabase(major)
      try {
        for (const { name } of [...chosenSchemas, chosenSchemas[0]!]) {
          const { goal } = loaded.get(name)!
          keepsPromises(await bringTo(goal, [{ kind: 'drops' }], database, cache))
        }
      } finally {
        await database.close()
      }
    },
    30 * minutes,
  )
})
