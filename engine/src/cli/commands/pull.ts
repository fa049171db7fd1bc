import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { limitSchemas } from '../../pull/limit-schemas.ts'
import { pullTarget } from '../../pull/pull-target.ts'
import { pulledFiles } from '../../pull/pulled-files.ts'
import { writeFiles } from '../../pull/write-files.ts'
import { pullJson } from '../../report/json/pull.ts'
import { whereLine } from '../../report/terminal/place.ts'
import { pullLines } from '../../report/terminal/pull.ts'
import { readCatalogWithDetails } from '../../sources/database/details/read-details.ts'
import type { Command } from '../command.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const pull: Command = {
  flags: ['out', 'schemas', 'force', 'database', 'env', 'config', 'json'],
  async run(context) {
    const { flags, terminal, texts, workingFolder, now } = context
    if (flags.out === undefined) throw new TrueupError('PULL-OUT-MISSING', undefined)
    const out = pullTarget(flags.out)
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'pull')
    const { catalog: whole, details } = await withDiagnosis(() =>
      withDatabase(() => target.connect(), readCatalogWithDetails),
    )
    terminal.note(whereLine(target, whole, texts))
    const schemas = flags.schemas?.flatMap((names) => names.split(',')).map((name) => name.trim())
    const catalog = schemas ? limitSchemas(whole, schemas) : whole
    const files = pulledFiles({ catalog, details, asOf: now }, out)
    if (out.path === '-') {
      terminal.out(files.map(({ text }) => text.trimEnd()).join('\n'))
      return exitCodes.ok
    }
    const written = writeFiles(files, out, { folder: workingFolder, force: flags.force ?? false })
    if (flags.json) terminal.out(pullJson({ catalog, ...written }, target))
    else for (const line of pullLines({ catalog, out, files, ...written }, texts)) terminal.out(line)
    return exitCodes.ok
  },
}
