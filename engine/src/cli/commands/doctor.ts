import { examine } from '../../doctor/examine.ts'
import type { Finding, TableName } from '../../doctor/finding.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { findProject, type Project } from '../../project/find-project.ts'
import { projectSources } from '../../project/sources.ts'
import { doctorJson } from '../../report/json/doctor.ts'
import { doctorLines } from '../../report/terminal/doctor.ts'
import { readEnvironment } from '../../settings/environment.ts'
import { loadDesired } from '../../sources/desired.ts'
import { isWholeTable } from '../../verify/table-summary.ts'
import type { Command, CommandContext } from '../command.ts'
import { databaseOf } from '../target.ts'

export const doctor: Command = {
  flags: ['database', 'env', 'schema', 'config', 'json'],
  async run(context) {
    const { flags, terminal, texts, workingFolder, environment, signal, now } = context
    const project = await findProject(workingFolder, flags.config)
    const findings: Finding[] = []
    const examination = {
      root: project.root,
      insideProject: project.configFile !== undefined,
      readSettings: () =>
        readEnvironment({ root: project.root, name: flags.env, processEnvironment: environment }),
      chooseDatabase: (settings: ReturnType<typeof readEnvironment>) =>
        databaseOf(settings, flags.database, project),
      expectedTables: () => expectedTables(project, context),
      command: 'trueup doctor',
      cache: project.cache,
      signal,
      now,
    }
    for await (const finding of examine(examination)) {
      findings.push(finding)
      if (!flags.json) for (const line of doctorLines(finding, texts)) terminal.out(line)
    }
    if (flags.json) terminal.out(doctorJson(findings, texts))
    return findings.some(({ outcome }) => outcome === 'failed') ? exitCodes.failure : exitCodes.ok
  },
}

/** The tables of the models; a project without models expects none. */
async function expectedTables(
  project: Project,
  { flags, now, signal }: CommandContext,
): Promise<TableName[]> {
  const sources = projectSources(project, flags.schema)
  if (sources.length === 0) return []
  const { catalog } = await loadDesired(sources, { ...project, asOf: now, signal })
  return [...catalog.objects.values()]
    .filter(isWholeTable)
    .map(({ schema, name }) => ({ schema: schema ?? '', name }))
}
