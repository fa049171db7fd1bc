import { isTrueupError } from '../errors/trueup-error.ts'
import type { Step } from '../plan/plan.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { blockerKey } from './blocker.ts'
import { oldTransactions } from './blockers.ts'
import type { StepGroup } from './groups.ts'
import { type Left, proveAfterwards } from './left.ts'
import { passing, pauses } from './limits.ts'
import { begin, guard } from './message.ts'
import { openPatience } from './patience.ts'
import { type Passing, untilUnlocked } from './retry.ts'
import type { Run } from './run.ts'
import { ofStep, other, send } from './statements.ts'
import { pause } from './stop.ts'

/** A statement that PostgreSQL refuses within a transaction: a message of its own between two of ours. */
export async function runOutside(group: StepGroup, fingerprint: string, run: Run): Promise<Left> {
  const [step] = group.steps
  if (!step) throw new Error('a step outside of transactions is missing')
  await untilUnlocked(group.steps, group.first, run, async () => {
    await waitForOldTransactions(step, group.first, run)
    const failure = (await prepare(group, fingerprint, run)) ?? (await runAlone(step, group, run))
    return failure ?? { kind: 'succeeded', result: undefined }
  })
  return finish(group, run)
}

/** The statement would wait for them anyway, but holding a lock and with half its work done. */
async function waitForOldTransactions(step: Step, number: number, run: Run): Promise<void> {
  const patience = openPatience(number, step, 'transactions', run)
  let first: ReadonlySet<string> | undefined
  for (;;) {
    const found = await oldTransactions(step, oldMs, run.database)
    first ??= new Set(found.map(blockerKey))
    // whoever came later is not waited for: with steady traffic there would be no end
    const staying = found.filter((each) => first?.has(blockerKey(each)))
    if (staying.length === 0) return
    await patience.look(staying)
    await pause(pauses.lookMs, run)
  }
}

/** Younger transactions end by themselves while the statement begins. */
const oldMs = 1_000

/** Settings must outlive the message; a transaction pooler would hand them to somebody else, so there they stay away. */
async function prepare(group: StepGroup, fingerprint: string, run: Run): Promise<Passing | undefined> {
  const { companions } = run.port
  const sent = await send(
    [
      ...begin(companions.fence(), run.database),
      other(guard(fingerprint, run.database)),
      ...companions.begin(group).map(other),
      other('COMMIT'),
      ...(run.database.profile.sessionLocks ? sessionSettings : []).map(other),
    ],
    run,
  )
  return sent.kind === 'passing' ? sent : undefined
}

const sessionSettings = [
  'SET lock_timeout = 0',
  'SET statement_timeout = 0',
  // a server that does not hear that its client is gone would build on for hours; not every system can listen
  `DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '10s', false);
    EXCEPTION WHEN OTHERS THEN NULL; END $$`,
]
const resetSettings = [
  'RESET lock_timeout',
  'RESET statement_timeout',
  'RESET client_connection_check_interval',
]

async function runAlone(step: Step, group: StepGroup, run: Run): Promise<Passing | undefined> {
  const statements = ofStep(group.first, run.port.companions.mark(step.sql), run)
  try {
    const sent = await run.watcher.during(group, () => send(statements, run))
    if (sent.kind === 'done') return undefined
    await cleanUp(step, run)
    return sent
  } catch (error) {
    if (!isTrueupError(error, 'CONNECT-LOST')) await cleanUp(step, run)
    throw error
  }
}

/** What cannot be taken away now is found by the next plan. */
async function cleanUp({ cleanup }: Step, { database }: Run): Promise<void> {
  if (cleanup === null) return
  for (let attempt = 1; attempt <= cleanupAttempts; attempt += 1) {
    try {
      await database.query(cleanup)
      return
    } catch (error) {
      if (!isDatabaseError(error) || !passing.has(error.sqlstate)) return
    }
  }
}

const cleanupAttempts = 5

async function finish(group: StepGroup, run: Run): Promise<Left> {
  const { companions } = run.port
  const { profile, serverVersion } = run.database
  const statements = [
    ...(profile.sessionLocks ? resetSettings : []).map(other),
    ...begin(companions.fence(), run.database),
    ...companions.done(group).map(other),
    other(fingerprintQuery(serverVersion)),
    other('COMMIT'),
  ]
  const sent = await send(statements, run)
  if (sent.kind === 'passing') throw sent.error
  const fingerprint = sent.results.at(-2)?.rows[0]?.[0] ?? ''
  return group.last ? proveAfterwards(run) : { fingerprint }
}
