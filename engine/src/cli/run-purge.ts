import { journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import type { ParkedRecord } from '../journal/parked.ts'
import { nothingToPlan } from '../pipeline.ts'
import { purgeSteps } from '../plan/park/purge-steps.ts'
import type { Database } from '../postgres/database.ts'
import { whatWords } from '../report/terminal/words.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
import type { CommandContext } from './command.ts'
import { livePort } from './live-port.ts'
import { runPlan } from './running.ts'
import type { Target } from './target.ts'

/** A purge is a run like any other: locks are tried for a short time and again, and the journal tells of it. */
export async function runPurge(
  chosen: readonly ParkedRecord[],
  all: readonly ParkedRecord[],
  database: Database,
  target: Target,
  context: CommandContext,
): Promise<ParkedRecord[]> {
  const { terminal, texts } = context
  const others = all.filter((each) => !chosen.includes(each))
  const { steps, staying } = purgeSteps(chosen, others)
  for (const object of staying) terminal.note(texts.undo.typeStays({ object: whatWords(object, texts) }))
  for (let done = steps.length === 0; !done; ) {
    const { catalog, answers } = await readCatalogAnd(journalHeadStatements, database)
    const desired = { key: 'purge', extensions: [], catalog, tables: [] }
    const planning = {
      ...nothingToPlan(catalog, desired),
      plan: { ...emptyPlan, fromFingerprint: catalog.fingerprint, steps },
    }
    const after = await runPlan(
      {
        ...{ planning, target, command: 'purge', journal: parseJournalHead(answers) },
        prove: async () => [],
        port: livePort(target, context),
      },
      database,
      context,
    )
    done = after !== undefined
  }
  return chosen.filter(({ object }) => !staying.includes(object))
}

const emptyPlan = { format: 1, undo: [] } as const
