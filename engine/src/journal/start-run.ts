import { randomUUID } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import type { Plan } from '../plan/plan.ts'
import type { JournalHead } from './journal-head.ts'
import type { RunStart } from './run-statements.ts'

/** Who runs something, and where. */
export type Runner = Pick<RunStart, 'environment' | 'toolVersion' | 'osUser' | 'osHost'>

export function startRun(
  command: RunStart['command'],
  runner: Runner,
  plan: Plan,
  before: Catalog,
  { lastFingerprint }: JournalHead,
  { settled = [], renames = [], undoes = [] }: Partial<Pick<RunStart, 'settled' | 'renames' | 'undoes'>> = {},
): RunStart {
  const isBeforeKnown = lastFingerprint === before.fingerprint
  return { token: randomUUID(), command, ...runner, plan, before, isBeforeKnown, settled, renames, undoes }
}
