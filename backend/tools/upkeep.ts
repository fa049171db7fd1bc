/**
 * Does all upkeep once: `npm run upkeep`, for a scheduler. Harmless when there is nothing to do, and when it runs in
 * several places at the same time.
 */
import { exitCodes, runScript, type Script } from 'trueup/cli'
import { openDatabase } from '../app/db.ts'
import { type KeptUp, keepUp } from '../app/upkeep/keep-up.ts'
import { type ToolMessages, toolMessages } from './messages/catalogue.ts'
import { configOf, type DatabaseFlag, databaseFlags } from './open-market.ts'

const script: Script<DatabaseFlag | 'json'> = {
  command: 'npm run upkeep --',
  flags: { ...databaseFlags, json: {} },
  describe(language) {
    const { flags, upkeep: texts } = toolMessages(language)
    return {
      summary: texts.summary(),
      flags: { database: flags.database(), env: flags.env(), json: flags.json() },
    }
  },
  async run(context) {
    const { language, terminal, has } = context
    const { db, close } = await openDatabase(configOf(context))
    const done = await keepUp(db).finally(close)
    const lines = has('json') ? [JSON.stringify(done)] : keptUpLines(done, toolMessages(language).upkeep)
    for (const line of lines) terminal.out(line)
    return exitCodes.ok
  },
}

function keptUpLines(done: KeptUp, texts: ToolMessages['upkeep']): readonly string[] {
  const { swept, partitionsMade, partitionsDropped, tasksPurged } = done
  const lines = [
    swept > 0 && texts.swept({ count: swept }),
    partitionsMade.length > 0 && texts.made({ names: partitionsMade.join(', ') }),
    partitionsDropped.length > 0 && texts.dropped({ names: partitionsDropped.join(', ') }),
    tasksPurged > 0 && texts.purged({ count: tasksPurged }),
  ].filter((line) => line !== false)
  return lines.length > 0 ? lines : [texts.nothing()]
}

process.exitCode = await runScript(script, process.argv.slice(2))
