import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { changedObject } from '../diff/change.ts'
import type { AdoptedFiles } from '../drift/adopted-files.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { projectSources } from '../project/sources.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { loadDesired } from '../sources/desired.ts'
import { readyMadeAmong } from '../sources/source-kind.ts'
import { differences } from '../verify/differences.ts'
import type { CommandContext } from './command.ts'
import { extentOf } from './planning.ts'
import type { DriftInput, FoundDrift } from './read-drift.ts'

/**
 * Reads the models with files that are not in their place yet, and compares them with the database.
 * @param isThere they are in their place after all, so that models may know them already
 * @returns false where there are no models to read them with
 * @throws DRIFT-ADOPT when the models would want something else of an adopted object, or more than without these files
 */
export async function proveAdoption(
  { form, target, files }: AdoptedFiles,
  { isThere }: { readonly isThere: boolean },
  drifted: FoundDrift,
  input: DriftInput,
  context: CommandContext,
): Promise<boolean> {
  const { project } = input
  const models = form === 'changes' ? projectSources(project, context.flags.schema) : []
  if (form === 'changes' && (models.length === 0 || readyMadeAmong(models))) return false
  if (target.form === 'catalog') return false
  // inside the project, so that modules find what they import
  const folder = join(project.cache, `adopted-${process.pid}`)
  try {
    const written = files.map(({ path, text }) =>
      write(join(folder, target.form === 'folder' ? path : basename(path)), text),
    )
    const before = form === 'changes' ? await wanted(models, drifted, input, context) : new Set<string>()
    const adopted = new Set(drifted.report.drift.changes.map((change) => changedObject(change).id))
    if (form === 'changes' && isThere && ![...adopted].some((id) => before.has(id))) return true
    const left = await wanted([...models, ...written], drifted, input, context)
    const wrong = [...left].filter((id) =>
      form === 'whole' ? adopted.has(id) : adopted.has(id) || !before.has(id),
    )
    if (wrong.length > 0) throw new TrueupError('DRIFT-ADOPT', { files: [target.path], objects: wrong })
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Objects of the database that these sources want otherwise. */
async function wanted(
  sources: readonly string[],
  { report: { drift } }: FoundDrift,
  { project, grants }: DriftInput,
  { flags, now, signal }: CommandContext,
): Promise<Set<string>> {
  const loaded = await loadDesired(sources, { ...project, asOf: now, signal })
  const extent = extentOf(flags.schemas ?? project.config.schemas)
  const { catalog, key, extensions, tables } = loaded
  const desired = { catalog, key, extensions, tables, grants, ...(extent === undefined ? {} : { extent }) }
  const left = await withoutSpelling(differences(drift.now, desired), drift.now, catalog, project.cache)
  return new Set(left.map((change) => changedObject(change).id))
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}
