import { setTimeout } from 'node:timers/promises'
import { withoutSecrets } from '../apply/without-secrets.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Change } from '../diff/change.ts'
import { isTrueupError, TrueupError } from '../errors/trueup-error.ts'
import { type JournalHead, journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import { type Runner, startRun } from '../journal/start-run.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { runLockStates } from '../run-lock/key.ts'
import { type Waiting, waitUntilFree } from '../run-lock/wait.ts'
import { assembleCatalog, readCatalogAnd } from '../sources/database/read-catalog.ts'
import type { Desired } from '../sources/desired.ts'
import { differences } from '../verify/differences.ts'
import { asReadFrom, type KnownState } from '../verify/known-state.ts'
import { creationMessage } from './creation-message.ts'
import { creationPlan } from './creation-plan.ts'
import { type Creation, type CreationWish, planCreation } from './plan-creation.ts'

export interface CreationOutcome {
  readonly creation: Creation
  /** Catalog of the database when the run began, and when it ended. */
  readonly before: Catalog
  readonly after: Catalog
  readonly desired: Desired
}

export interface CreationPort {
  /** A new session; called again when one was lost. */
  connect(): Promise<Database>
  /** Shows the plan and asks; false ends the run with nothing changed. */
  confirm(creation: Creation, before: Catalog): Promise<boolean>
  /** Throws where this database must not be changed; called only where something is to be made. */
  refuse(journal: JournalHead): void
  readonly known: KnownState
  /** Where the scratch is kept: majors spell some definitions in different ways. */
  readonly cache: string
  readonly runner: Runner
  /** How to wait for another run to end. */
  readonly waiting: Waiting
  /** The role may not write the journal: the run goes on and leaves no trace in it. */
  notJournalled(role: string): void
  readonly signal: AbortSignal
}

/**
 * Makes what the database lacks, in one transaction. Never alters, never drops. Two runs at once end with one that
 * made the tables and one that found them; a connection lost on the way is settled by looking again.
 * @returns undefined when the answer to the question was no.
 */
export async function createTables(
  desired: Desired,
  wish: CreationWish,
  port: CreationPort,
): Promise<CreationOutcome | undefined> {
  let confirmed = false
  let first: Catalog | undefined
  let mayBeOurs = false
  for (let attempt = 1; ; attempt++) {
    const database = await port.connect()
    try {
      // a database known to equal the models is read as what it equals
      const isKnown = await port.known.isUnchanged(database)
      const { before, journal } = isKnown
        ? { before: asReadFrom(database, desired), journal: undefined }
        : await readBefore(database)
      first ??= before
      const creation = planFor(before, desired, wish)
      if (journal && creation.actions.length > 0) port.refuse(journal)
      if (!confirmed && !(await port.confirm(creation, before))) return undefined
      confirmed = true
      const after =
        creation.actions.length === 0 || !journal
          ? before
          : await run(creation, { before, journal, desired }, database, port)
      if (!isKnown) await prove(creation, after, desired, port)
      // what an attempt of this run made before its connection was lost counts as made by it
      const whole = attempt === 1 ? creation : planFor(first, desired, wish)
      return { creation: whole, before: first, after, desired }
    } catch (error) {
      const somebodyWasFaster = isDatabaseError(error) && alreadyThere.has(error.sqlstate)
      const inDoubt = isTrueupError(error, 'CONNECT-LOST')
      if (isDatabaseError(error) && error.sqlstate === runLockStates.busy) {
        await waitUntilFree(database, port.waiting)
        attempt -= 1
        continue
      }
      if (attempt >= attemptsMax || port.signal.aborted || !(somebodyWasFaster || inDoubt)) throw error
      mayBeOurs ||= inDoubt
      if (inDoubt) await setTimeout(pauseMs * attempt)
      else if (!mayBeOurs) first = undefined
    } finally {
      await database.close()
    }
  }
}

const attemptsMax = 4
const pauseMs = 250

export function planFor(before: Catalog, desired: Desired, wish: CreationWish): Creation {
  return planCreation(differences(before, desired), indexCatalog(before), indexCatalog(desired.catalog), wish)
}

/** The catalog and the head of the journal, in one message. */
async function readBefore(database: Database): Promise<{ before: Catalog; journal: JournalHead }> {
  const { catalog, answers } = await readCatalogAnd(journalHeadStatements, database)
  return { before: catalog, journal: parseJournalHead(answers) }
}

interface Beginning {
  readonly before: Catalog
  readonly journal: JournalHead
  readonly desired: Desired
}

async function run(
  creation: Creation,
  { before, journal, desired }: Beginning,
  database: Database,
  { runner, signal, notJournalled }: CreationPort,
): Promise<Catalog> {
  if (!journal.isWritable) notJournalled(before.role)
  const plan = creationPlan(creation, before, desired.catalog)
  const start = startRun('create', runner, plan, before, journal)
  const message = creationMessage(creation.actions, start, desired.catalog, database.serverVersion)
  const cancel = () => void database.cancel()
  signal.addEventListener('abort', cancel)
  try {
    const results = await database.query(message.sql)
    const readBack = results.slice(message.readBackFrom, message.readBackFrom + message.readBackCount)
    return assembleCatalog(readBack, database.serverVersion)
  } catch (thrown) {
    const error = withoutSecrets(thrown, desired.catalog.secrets)
    if (isDatabaseError(error)) {
      await database.query('ROLLBACK')
      const action = message.actionAt(error.completed ?? -1)
      if (action && !alreadyThere.has(error.sqlstate))
        throw new TrueupError(
          'CREATE-STATEMENT',
          { object: action.target, problem: error.message, sqlstate: error.sqlstate, sql: action.sql },
          { cause: diagnose(error) },
        )
    }
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** duplicate_table, _object, _schema, _function, unique_violation in a catalog: somebody was faster. */
const alreadyThere: ReadonlySet<string> = new Set(['42P07', '42710', '42P06', '42723', '23505'])

/** Reads what was made and compares it with the models: a difference here is a promise broken, not a user's mistake. */
async function prove(
  creation: Creation,
  after: Catalog,
  desired: Desired,
  { known, cache }: CreationPort,
): Promise<void> {
  const made = new Set(creation.actions.flatMap((action) => action.makes))
  const remaining = await withoutSpelling(differences(after, desired), after, desired.catalog, cache)
  if (remaining.length === 0) known.remember(after)
  const wrong = remaining.filter((change) => change.kind !== 'removed' && made.has(changedId(change)))
  if (wrong.length > 0) throw new TrueupError('CREATE-NOT-PROVED', { objects: wrong.map(changedId) })
}

function changedId(change: Change): string {
  return change.kind === 'altered' ? change.to.id : change.object.id
}
