import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { type AdoptedFiles, adoptedFiles } from '../drift/adopted-files.ts'
import { withChanges } from '../drift/with-changes.ts'
import { runCompanions } from '../journal/run-companions.ts'
import { startRun } from '../journal/start-run.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import type { PullTarget } from '../pull/pull-target.ts'
import type { PulledFile } from '../pull/pulled-files.ts'
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
  // a script goes on where it ended; what holds the whole database is replaced only when that is asked for
  const isScript = files.form === 'changes'
  const wanted = isScript ? files.files.map((file) => after(file, workingFolder)) : files.files
  const isThere = wanted.every((file) => isWritten(file, files.target, workingFolder))
  const isProved = await proveAdoption(files, { isThere }, drifted, input, context)
  const force = isScript || isThere || (flags.force ?? false)
  const { written } = await remember(
    isAll ? drifted.found : undefined,
    drifted,
    database,
    input,
    context,
    () => writeFiles(wanted, files.target, { folder: workingFolder, force }),
  )
  return { form: files.form, written, isProved }
}

/** Nothing is left out, and nothing lies around that a run will take away. */
function isWhole({ report: { drift }, found }: FoundDrift): boolean {
  return drift.ignored.length + drift.others.length === 0 && drift.now === found
}

/** What the file will hold; a script that it ends with already, as one does whose adoption died, is not said twice. */
function after(file: PulledFile, folder: string): PulledFile {
  const path = resolve(folder, file.path)
  if (!existsSync(path)) return file
  const there = readFileSync(path, 'utf8')
  const statements = file.text.slice(file.text.indexOf('\n'))
  return { ...file, text: there.endsWith(statements) ? there : `${there.trimEnd()}\n\n${file.text}` }
}

function isWritten({ path, text }: PulledFile, target: PullTarget, folder: string): boolean {
  const place = resolve(folder, target.form === 'folder' ? join(target.path, path) : path)
  return existsSync(place) && readFileSync(place, 'utf8') === text
}

/**
 * As a run without steps, whose transaction is open while the files are written: it is refused before there are any,
 * and what dies before its end is still drift. What was not adopted stays drift: the fingerprint is not that of now, then.
 */
async function remember<Result>(
  whole: Catalog | undefined,
  { report, journal, found }: FoundDrift,
  database: Database,
  { target }: DriftInput,
  { terminal, texts }: CommandContext,
  write: () => Result,
): Promise<Result> {
  if (!journal.isWritable) {
    const written = write()
    terminal.note(texts.drift.notRemembered({ role: found.role }))
    return written
  }
  const { drift, since } = report
  const left = whole ?? { ...withChanges(drift.recorded, drift.changes), fingerprint: since.fingerprint }
  const plan = { format: 1, fromFingerprint: found.fingerprint, steps: [], undo: [] } as const
  const companions = runCompanions(startRun('adopt', runnerOf(target), plan, found, journal), undefined)
  const steps = { first: 0, end: 0 }
  const row = [...companions.fence(), ...companions.begin(steps), ...companions.end(left)]
  try {
    await database.query(['BEGIN', ...row].join(';\n'))
    const result = write()
    await database.query('COMMIT')
    return result
  } catch (error) {
    await database.query('ROLLBACK').catch(() => {})
    throw (isDatabaseError(error) && companions.explain(error)) || error
  }
}
