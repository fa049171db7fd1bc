import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { type AdoptedFiles, adoptedFiles } from '../drift/adopted-files.ts'
import { withChanges } from '../drift/with-changes.ts'
import { runCompanions } from '../journal/run-companions.ts'
import { startRun } from '../journal/start-run.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { writeFiles } from '../pull/write-files.ts'
import { readCatalogWithDetails } from '../sources/database/details/read-details.ts'
import type { CommandContext } from './command.ts'
import { proveAdoption } from './prove-adoption.ts'
import type { DriftInput, FoundDrift } from './read-drift.ts'
import { runnerOf } from './runner.ts'

export interface Adoption {
  readonly form: AdoptedFiles['form']
  readonly written: readonly string[]
  /** The models were read with these files, and want nothing else. */
  readonly isProved: boolean
}

/**
 * Writes drift into files and has the journal take it for the work of a run, so that it does not come up again. Before
 * that the models are read with these files: they must want nothing else.
 * @throws DRIFT-ADOPT when they would; nothing has been written then
 */
export async function adoptDrift(
  out: string,
  drifted: FoundDrift,
  database: Database,
  input: DriftInput,
  context: CommandContext,
): Promise<Adoption> {
  const { flags, workingFolder, now, texts, terminal } = context
  const { drift, since, statements } = drifted.report
  const { catalog, details } = await readCatalogWithDetails(database)
  const isAll = isWhole(drifted)
  const files = adoptedFiles(out, {
    catalog: isAll ? catalog : withChanges(drift.recorded, drift.changes),
    details,
    statements,
    head: texts.drift.adoptHead({ run: since.run, day: now.toISOString().slice(0, 10) }),
    schemas: typeof input.extent === 'string' ? undefined : input.extent,
    asOf: now,
  })
  if (files.target.path === '-') {
    terminal.out(files.files.map(({ text }) => text.trimEnd()).join('\n'))
    return { form: files.form, written: [], isProved: false }
  }
  const isProved = await proveAdoption(files, drifted, input, context)
  // a script goes on where it ended; what holds the whole database is replaced only when that is asked for
  const appended =
    files.form === 'changes' ? files.files.map((file) => after(file, workingFolder)) : files.files
  const force = files.form === 'changes' || (flags.force ?? false)
  const { written } = writeFiles(appended, files.target, { folder: workingFolder, force })
  await remember(isAll ? drifted.found : undefined, drifted, database, input, context)
  return { form: files.form, written, isProved }
}

/** Nothing is left out, and nothing lies around that a run will take away. */
function isWhole({ report: { drift }, found }: FoundDrift): boolean {
  return drift.ignored.length + drift.others.length === 0 && drift.now === found
}

function after<File extends { readonly path: string; readonly text: string }>(
  file: File,
  folder: string,
): File {
  const path = resolve(folder, file.path)
  return existsSync(path)
    ? { ...file, text: `${readFileSync(path, 'utf8').trimEnd()}\n\n${file.text}` }
    : file
}

/** As a run without steps. What was not adopted stays drift: the fingerprint is not that of now, then. */
async function remember(
  whole: Catalog | undefined,
  { report, journal, found }: FoundDrift,
  database: Database,
  { target }: DriftInput,
  { terminal, texts }: CommandContext,
): Promise<void> {
  if (!journal.isWritable) {
    terminal.note(texts.drift.notRemembered({ role: found.role }))
    return
  }
  const { drift, since } = report
  const left = whole ?? { ...withChanges(drift.recorded, drift.changes), fingerprint: since.fingerprint }
  const plan = { format: 1, fromFingerprint: found.fingerprint, steps: [], undo: [] } as const
  const companions = runCompanions(startRun('adopt', runnerOf(target), plan, found, journal), undefined)
  const steps = { first: 0, end: 0 }
  const statements = [
    'BEGIN',
    ...companions.fence(),
    ...companions.begin(steps),
    ...companions.end(left),
    'COMMIT',
  ]
  await database.query(statements.join(';\n')).catch(async (error: unknown) => {
    await database.query('ROLLBACK')
    throw (isDatabaseError(error) && companions.explain(error)) || error
  })
}
