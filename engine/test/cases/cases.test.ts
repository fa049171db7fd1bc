import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '../../src/catalog/identify.ts'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { isStronger, type LockMode, strongest } from '../../src/plan/lock.ts'
import { runMeasured } from '../../src/rehearse/measure-steps.ts'
import { loadCatalog } from '../../src/sources/scratch/load-catalog.ts'
import { mentionedExtensions } from '../../src/sources/scratch/script-needs.ts'
import { dumpServerSchema } from '../support/pg-dump.ts'
import { repository } from '../support/repository.ts'
import type { Major } from '../support/server-programs.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'
import { type Case, readCases } from './case-folder.ts'
import { comparableDump } from './comparable-dump.ts'
import { emptyEmbedded } from './empty-embedded.ts'
import { type OpenEmpty, type Outcome, runDirection } from './run-direction.ts'

const cases = readCases()
const cache = cacheFolder(repository)
/** `npm run test:servers` asks for servers; otherwise PGlite, which is PostgreSQL 18. */
const targets = (process.env['TRUEUP_CASES_ON'] ?? 'embedded').split(',')
/** Parts of names, apart by commas. */
const wanted = (process.env['TRUEUP_CASES'] ?? '').split(',')
/** Every case by the online way, whose plans are no snapshots. */
const allOnline = process.env['TRUEUP_CASES_ONLINE'] === '1'

describe.each(targets)('cases on %s', (target) => {
  const major = target === 'embedded' ? 18 : (Number(target) as Major)
  const place = target === 'embedded' ? embeddedPlace() : serverPlace(major)
  beforeAll(place.start)
  afterAll(place.stop)

  for (const each of cases.filter(
    (one) => wanted.some((part) => one.name.includes(part)) && runsOn(one, target, major),
  )) {
    const settings = allOnline ? { ...each.settings, online: true } : each.settings
    describe(each.name, () => {
      test('there', async () => {
        const outcome = await runDirection(each.sides.old, each.sides.new, place.open, cache, settings)
        keepsPromises(outcome, major, settings.dumpDiffers?.forward)
        if (target !== 'embedded' || allOnline) return
        await snapshot(each, 'forward', outcome)
        await measure(outcome, place)
      })
      test('and back', async () => {
        const outcome = await runDirection(each.sides.new, each.sides.old, place.open, cache, settings)
        keepsPromises(outcome, major, settings.dumpDiffers?.backward)
        if (target !== 'embedded' || allOnline) return
        await snapshot(each, 'backward', outcome)
        await measure(outcome, place)
      })
    })
  }
})

function runsOn({ settings }: Case, target: string, major: number): boolean {
  if (target === 'embedded' && settings.notEmbedded) return false
  return major >= (settings.minMajor ?? 0) && major <= (settings.maxMajor ?? 99)
}

/** @param differs why pg_dump tells a difference, on the newest server at least */
function keepsPromises(outcome: Outcome, major: number, differs: string | undefined): void {
  expect(outcome.left).toEqual([])
  expect(outcome.again).toEqual([])
  if (differs === undefined) expect(outcome.dump).toBe(outcome.wantedDump)
  else if (outcome.dump !== undefined && major === 18)
    expect(outcome.dump, differs).not.toBe(outcome.wantedDump)
  expect(outcome.rowsAfter).toEqual(outcome.rowsBefore)
}

async function snapshot({ folder }: Case, direction: string, { planning }: Outcome): Promise<void> {
  const lines = planning.plan.steps.map(({ kind, transaction, sql, lock, hazards }) => {
    const mark = transaction === 'shared' ? '' : ` (${transaction} transaction)`
    const held = lock.mode === 'none' ? '' : `, lock ${lock.mode} on ${lock.relations.map(pathOf).join(', ')}`
    const dangers = hazards.map(({ code }) => `, hazard ${code}`).join('')
    return `-- ${kind}${mark}${held}${dangers}\n${sql};\n`
  })
  await expect(lines.join('')).toMatchFileSnapshot(join(folder, `plan.${direction}.snap`))
}

/** On the embedded database, where the rehearsal's own scratch can be had for nothing, claims about locks are measured. */
async function measure({ planning }: Outcome, { open }: Place): Promise<void> {
  const scratch = await open()
  await loadCatalog(planning.from, scratch)
  const measured = await runMeasured(planning.plan.steps, scratch, { searchPath: ['public'] })
  await scratch.close()
  let declared: LockMode = 'none' // locks are held to the end of the transaction
  for (const { step, lock } of measured) {
    declared = strongest([declared, step.lock.mode])
    if (isStronger(lock, declared)) throw new Error(`${step.sql} takes ${lock}, declared was ${declared}`)
  }
}

interface Place {
  start(): Promise<void>
  stop(): Promise<void>
  open: OpenEmpty
}

function embeddedPlace(): Place {
  let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
  return {
    start: async () => {
      embedded = await emptyEmbedded(
        mentionedExtensions(
          cases.flatMap(({ sides }) => [{ sql: sides.old.sql + sides.new.sql, origin: '' }]),
        ),
      )
    },
    stop: () => embedded.stop(),
    open: () => embedded.open(),
  }
}

const withoutGrants = ['--no-owner', '--no-privileges']

/** A database that subscribes cannot be dropped. */
const withoutSubscriptions = `DO $$ DECLARE each name; BEGIN
  FOR each IN SELECT subname FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP
    EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', each);
    EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', each);
    EXECUTE format('DROP SUBSCRIPTION %I', each);
  END LOOP;
END $$`

/** pg_dump takes a quarter of a second, which is worth it only here. */
function serverPlace(major: Major): Place {
  return {
    start: async () => void (await sharedServer(major)),
    stop: async () => {},
    async open() {
      const database = await (await sharedServer(major)).createDatabase()
      const session = await connectUrl(database.url)
      return {
        ...session,
        dump: async (grants) =>
          comparableDump(await dumpServerSchema(database.url, grants ? [] : withoutGrants)),
        async close() {
          await session.query('ROLLBACK')
          await session.query(withoutSubscriptions)
          await session.close()
          await database.drop()
        },
      }
    },
  }
}
