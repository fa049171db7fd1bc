import { type RunLimits, runLimits } from '../apply/limits.ts'
import type { RunPort } from '../apply/run-port.ts'
import { numberOf } from './backup-options.ts'
import type { CommandContext } from './command.ts'
import { parseDuration } from './duration.ts'
import type { FlagName, Flags } from './flags.ts'
import { count } from './numbers.ts'
import { showProgress } from './show-progress.ts'
import type { Target } from './target.ts'

/** Flags of every command that runs a plan. */
export const runFlags: readonly FlagName[] = [
  'lock-wait',
  'lock-timeout',
  'statement-timeout',
  'terminate-blockers-after',
  'max-lag',
  'max-load',
  'connections',
  'confirm-database',
  'no-backup',
  'to',
  'passphrase-file',
]

/** What a command gives to a run beside its plan. */
export function livePort(
  target: Target,
  context: CommandContext,
): Pick<RunPort, 'connect' | 'signal' | 'limits' | 'emit'> {
  return {
    // an embedded database has one session, and it is taken
    connect: target.database.kind === 'url' ? () => target.connect() : undefined,
    signal: context.signal,
    limits: limitsOf(context.flags),
    emit: showProgress(context),
  }
}

function limitsOf(flags: Flags): RunLimits {
  const duration = (name: 'lock-wait' | 'lock-timeout' | 'max-lag', usual: number) =>
    flags[name] === undefined ? usual : parseDuration(flags[name], `--${name}`)
  const optional = (name: 'statement-timeout' | 'terminate-blockers-after') =>
    flags[name] === undefined ? undefined : parseDuration(flags[name], `--${name}`)
  return {
    ...runLimits,
    lockWaitMs: duration('lock-wait', runLimits.lockWaitMs),
    lockTimeoutMs: Math.max(1, duration('lock-timeout', runLimits.lockTimeoutMs)),
    maxLagMs: duration('max-lag', runLimits.maxLagMs),
    statementTimeoutMs: optional('statement-timeout'),
    terminateBlockersAfterMs: optional('terminate-blockers-after'),
    connections: numberOf(flags, 'connections') ?? runLimits.connections,
    maxLoad: flags['max-load'] === undefined ? undefined : count(flags['max-load'], '--max-load'),
  }
}
