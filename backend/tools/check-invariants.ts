/**
 * Asks the fifteen invariants of the market in one snapshot and names what breaks: `npm run check-invariants`.
 * Exit code 3 when something does. Changes nothing and stops nobody.
 */
import { exitCodes, runScript, type Script } from 'trueup/cli'
import { openDatabase } from '../app/db.ts'
import { checkInvariants } from '../app/invariants/check-invariants.ts'
import { toolMessages } from './messages/catalogue.ts'
import { configOf, type DatabaseFlag, databaseFlags, placeOf } from './open-market.ts'
import { findingLines, findingsJson } from './tell-findings.ts'

const script: Script<DatabaseFlag | 'json'> = {
  command: 'npm run check-invariants --',
  flags: { ...databaseFlags, json: {} },
  describe(language) {
    const { flags, checkInvariants: texts } = toolMessages(language)
    return {
      summary: texts.summary(),
      flags: { database: flags.database(), env: flags.env(), json: flags.json() },
    }
  },
  async run(context) {
    const { language, terminal, signal, has } = context
    const texts = toolMessages(language).checkInvariants
    const config = configOf(context)
    const { db, close } = await openDatabase(config)
    const start = performance.now()
    const findings = await checkInvariants(db, {
      signal,
      progress: ({ id }) => terminal.status(() => texts.asking({ id, name: texts.names[id]() })),
    }).finally(close)
    const milliseconds = performance.now() - start
    if (has('json')) terminal.out(findingsJson(findings, placeOf(config), milliseconds))
    else for (const line of findingLines(findings, placeOf(config), milliseconds, texts)) terminal.out(line)
    return findings.some(({ breaches }) => breaches > 0) ? exitCodes.differs : exitCodes.ok
  },
}

process.exitCode = await runScript(script, process.argv.slice(2))
