import { parsePatterns } from '../drift/patterns.ts'
import type { Project } from '../project/find-project.ts'
import { ignoredDrift, projectSources } from '../project/sources.ts'
import { type Desired, loadDesired, withSettings } from '../sources/desired.ts'
import type { CommandContext } from './command.ts'

/** What the models of a project want, and what they let be although they do not know it. */
export async function loadModels(project: Project, { flags, now, signal }: CommandContext): Promise<Desired> {
  const patterns = ignoredDrift(project)
  const isMeant = parsePatterns(patterns)
  const desired = await loadDesired(projectSources(project, flags.schema), { ...project, asOf: now, signal })
  return patterns.length === 0
    ? desired
    : withSettings(desired, { ignored: { key: patterns.join(), isMeant } })
}
