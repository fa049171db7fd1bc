/**
 * Fills empty tables with a believable market: `npm run seed -- --scale 1`. Never in production, never over rows.
 */
import { connectDatabase } from 'trueup'
import { exitCodes, runScript, type Script } from 'trueup/cli'
import { type SeedProgress, seedMarket } from '../seed/seed-market.ts'
import { seconds } from './messages/amounts.ts'
import { toolMessages } from './messages/catalogue.ts'
import { readNumbers } from './number-flag.ts'
import { configOf, type DatabaseFlag, databaseFlags, placeOf } from './open-market.ts'

const script: Script<DatabaseFlag | 'scale' | 'seed'> = {
  command: 'npm run seed --',
  flags: { ...databaseFlags, scale: { value: '<number>' }, seed: { value: '<number>' } },
  describe(language) {
    const { flags, seed } = toolMessages(language)
    return {
      summary: seed.summary(),
      flags: { database: flags.database(), env: flags.env(), scale: seed.scale(), seed: seed.seed() },
    }
  },
  async run(context) {
    const { values, language, terminal, signal, refuse } = context
    const texts = toolMessages(language)
    const { 'SEED-PRODUCTION': production, 'SEED-NOT-EMPTY': notEmpty } = texts.refusals
    const { numbers, refusal } = readNumbers(
      {
        scale: { flag: '--scale', text: values.scale, standard: 1, least: 0.01, most: 1_000, whole: false },
        seed: { flag: '--seed', text: values.seed, standard: 1, least: 0, most: 2 ** 32 - 1 },
      },
      texts,
    )
    if (refusal) return refuse(refusal)
    const config = configOf(context)
    const place = placeOf(config)
    if (config.environment === 'production')
      return refuse({
        code: 'SEED-PRODUCTION',
        message: production.message({ place }),
        hint: production.hint({ place }),
      })
    const start = performance.now()
    const sinceStart = () => seconds(performance.now() - start)
    const progress = ({ share, rows }: SeedProgress) =>
      terminal.status(() =>
        texts.seed.progress({ percent: Math.floor(share * 100), rows, seconds: sinceStart() }),
      )
    const database = await connectDatabase(config.migrationDatabase, {
      name: 'avatarbank seed',
      cache: config.cacheFolder,
      signal,
    })
    const seeded = await seedMarket(database, { ...numbers, until: new Date(), signal, progress }).finally(
      () => database.close(),
    )
    if (seeded.kind === 'not-empty')
      return refuse({
        code: 'SEED-NOT-EMPTY',
        message: notEmpty.message({ table: seeded.table }),
        hint: notEmpty.hint({ table: seeded.table }),
      })
    for (const [table, count] of Object.entries(seeded.rows))
      terminal.out(`${table.padEnd(20)}${String(count).padStart(12)}`)
    const rows = Object.values(seeded.rows).reduce((sum, count) => sum + count, 0)
    terminal.out(texts.seed.done({ rows, place, seconds: sinceStart() }))
    return exitCodes.ok
  },
}

process.exitCode = await runScript(script, process.argv.slice(2))
