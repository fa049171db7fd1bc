/**
 * Does on a seeded market what people and workers do, many at once, and measures it:
 * `npm run market -- --clients 16 --seconds 60`. Never in production.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { exitCodes, runScript, type Script, type ScriptContext } from 'trueup/cli'
import type { Config } from '../app/config.ts'
import { type AvatarbankDatabase, openDatabase } from '../app/db.ts'
import { checkInvariants } from '../app/invariants/check-invariants.ts'
import { readScene } from '../market/scene.ts'
import { type MarketReport, startMarket } from '../market/start-market.ts'
import { type ToolMessages, toolMessages } from './messages/catalogue.ts'
import { readNumbers } from './number-flag.ts'
import { configOf, type DatabaseFlag, databaseFlags, placeOf } from './open-market.ts'
import { findingLines, invariantJson } from './tell-findings.ts'
import { liveLine, marketLines } from './tell-market.ts'

type Flag = DatabaseFlag | 'clients' | 'seconds' | 'rate' | 'seed' | 'json'

const number = { value: '<number>' }
const script: Script<Flag> = {
  command: 'npm run market --',
  flags: { ...databaseFlags, clients: number, seconds: number, rate: number, seed: number, json: {} },
  describe(language) {
    const { flags, market } = toolMessages(language)
    return {
      summary: market.summary(),
      flags: {
        database: flags.database(),
        env: flags.env(),
        clients: market.clients(),
        seconds: market.seconds(),
        rate: market.rate(),
        seed: market.seed(),
        json: flags.json(),
      },
    }
  },
  async run(context) {
    const { values, language, terminal, refuse } = context
    const texts = toolMessages(language)
    const { numbers, refusal } = readNumbers(
      {
        clients: { flag: '--clients', text: values.clients, standard: 0, least: 1, most: 1_000 },
        seconds: { flag: '--seconds', text: values.seconds, standard: 60, least: 1, most: 86_400 },
        rate: { flag: '--rate', text: values.rate, standard: 0, least: 1, most: 1_000_000 },
        seed: { flag: '--seed', text: values.seed, standard: 1, least: 0, most: 2 ** 32 - 1 },
      },
      texts,
    )
    if (refusal) return refuse(refusal)
    const config = configOf(context)
    const place = placeOf(config)
    const { refusals } = texts
    if (config.environment === 'production') return refuse(said('MARKET-PRODUCTION', refusals, { place }))
    const isEmbedded = config.database.kind === 'folder'
    const clients = numbers.clients || (isEmbedded ? 1 : 16)
    if (isEmbedded && clients > 1) return refuse(said('MARKET-ONE-CLIENT', refusals, { clients }))

    const { db, close } = await openDatabase({ ...config, poolMax: clients + 1 })
    try {
      const scene = await readScene(db)
      if (scene === undefined) return refuse(said('MARKET-EMPTY', refusals, { place }))
      const { seconds, seed, rate } = numbers
      terminal.note(texts.market.begins({ place, clients, seconds }))
      const market = startMarket(db, scene, { clients, seed, rate: rate || undefined })
      await watch(() => market.report(), seconds, context, texts)
      return await conclude(await market.stop(), db, config, context, texts)
    } finally {
      await close()
    }
  },
}

function said<Code extends keyof ToolMessages['refusals']>(
  code: Code,
  refusals: ToolMessages['refusals'],
  parameters: Parameters<ToolMessages['refusals'][Code]['message']>[0],
) {
  const { message, hint } = refusals[code] as Record<'message' | 'hint', (facts: typeof parameters) => string>
  return { code, message: message(parameters), hint: hint(parameters) }
}

const tableEveryMs = 10_000

/** Until the time is over or somebody presses Ctrl-C: a line that renews itself, a table now and then. */
async function watch(
  report: () => MarketReport,
  seconds: number,
  { terminal, signal, has }: ScriptContext<Flag>,
  { market: texts }: ToolMessages,
): Promise<void> {
  const end = performance.now() + seconds * 1_000
  let tableAt = performance.now() + tableEveryMs
  while (performance.now() < end && !signal.aborted) {
    await sleep(Math.min(500, Math.max(1, end - performance.now())))
    terminal.status(() => liveLine(report(), texts))
    if (has('json') || performance.now() < tableAt) continue
    tableAt += tableEveryMs
    for (const line of ['', liveLine(report(), texts), ...marketLines(report(), texts)]) terminal.note(line)
  }
}

/** The figures and the invariants; what failed or broke decides what the shell sees. */
async function conclude(
  report: MarketReport,
  db: AvatarbankDatabase,
  config: Config,
  { terminal, has }: ScriptContext<Flag>,
  texts: ToolMessages,
) {
  terminal.status(() => texts.market.asking())
  const start = performance.now()
  const findings = await checkInvariants(db)
  const milliseconds = performance.now() - start
  const place = placeOf(config)
  if (has('json')) {
    const invariants = findings.map(invariantJson)
    terminal.out(JSON.stringify({ database: place, ...report, invariants }, null, 2))
  } else {
    const lines = findingLines(findings, place, milliseconds, texts.checkInvariants)
    for (const line of [...marketLines(report, texts.market), '', ...lines]) terminal.out(line)
  }
  if (findings.some(({ breaches }) => breaches > 0)) return exitCodes.differs
  return report.all.errors > 0 ? exitCodes.failure : exitCodes.ok
}

process.exitCode = await runScript(script, process.argv.slice(2))
