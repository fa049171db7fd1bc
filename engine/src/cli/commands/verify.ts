import { exitCodes } from '../../errors/exit-codes.ts'
import { journalHeadStatements } from '../../journal/journal-head.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { grantsCount } from '../../project/sources.ts'
import { verificationJson } from '../../report/json/verification.ts'
import { whereLine } from '../../report/terminal/place.ts'
import { verificationLines } from '../../report/terminal/verification.ts'
import { withSettings } from '../../sources/desired.ts'
import { knownState } from '../../verify/known-state.ts'
import { verifyDatabase } from '../../verify/verify-database.ts'
import type { Command } from '../command.ts'
import { driftAmong } from '../drift-among.ts'
import { loadModels } from '../load-models.ts'
import { driftInputFor } from '../read-drift.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const verify: Command = {
  flags: ['database', 'env', 'schema', 'config', 'grants', 'json'],
  async run(context) {
    const { flags, terminal, texts, language, workingFolder } = context
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'verify')
    const loaded = await loadModels(project, context)
    const desired = grantsCount(project, flags.grants) ? withSettings(loaded, { grants: true }) : loaded
    const known = knownState(target.place, desired, project.cache)
    const started = performance.now()
    const { verification, drift } = await withDiagnosis(() =>
      withDatabase(
        () => target.connect(desired.extensions),
        async (database) => {
          const verification = await verifyDatabase(database, desired, {
            ...{ known, cache: project.cache, questions: journalHeadStatements },
          })
          const input = driftInputFor(project, target, context)
          return { verification, drift: await driftAmong(verification, database, input, context) }
        },
      ),
    )
    const milliseconds = performance.now() - started
    if (!flags.json) terminal.note(whereLine(target, verification.actual, texts))
    if (flags.json) terminal.out(verificationJson(verification, drift, target, milliseconds))
    else
      for (const line of verificationLines(verification, drift, milliseconds, language, texts))
        terminal.out(line)
    if (verification.changes.length === 0) return exitCodes.ok
    return drift && drift.objects.length > 0 ? exitCodes.drifted : exitCodes.differs
  },
}
