import { exitCodes } from '../../errors/exit-codes.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { grantsCount, projectSources } from '../../project/sources.ts'
import { verificationJson } from '../../report/json/verification.ts'
import { whereLine } from '../../report/terminal/place.ts'
import { verificationLines } from '../../report/terminal/verification.ts'
import { loadDesired, withSettings } from '../../sources/desired.ts'
import { knownState } from '../../verify/known-state.ts'
import { verifyDatabase } from '../../verify/verify-database.ts'
import type { Command } from '../command.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const verify: Command = {
  flags: ['database', 'env', 'schema', 'config', 'grants', 'json'],
  async run(context) {
    const { flags, terminal, texts, language, workingFolder, now, signal } = context
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'verify')
    const loaded = await loadDesired(projectSources(project, flags.schema), {
      ...project,
      asOf: now,
      signal,
    })
    const desired = grantsCount(project, flags.grants) ? withSettings(loaded, { grants: true }) : loaded
    const known = knownState(target.place, desired, project.cache)
    const started = performance.now()
    const verification = await withDiagnosis(() =>
      withDatabase(
        () => target.connect(desired.extensions),
        (database) => verifyDatabase(database, desired, known),
      ),
    )
    const milliseconds = performance.now() - started
    if (!flags.json) terminal.note(whereLine(target, verification.actual, texts))
    if (flags.json) terminal.out(verificationJson(verification, target, milliseconds))
    else for (const line of verificationLines(verification, milliseconds, language, texts)) terminal.out(line)
    return verification.changes.length === 0 ? exitCodes.ok : exitCodes.differs
  },
}
