import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Decision, parseDecision, parseDecisions } from '../decide/decision.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Project } from '../project/find-project.ts'
import type { CommandContext } from './command.ts'

/** What has been decided beforehand: by flags, in files, in the config. */
export function givenDecisions(
  { flags, workingFolder }: CommandContext,
  { config, root }: Project,
  environment: string,
): Decision[] {
  const decisions = [
    ...(flags.accept ?? []).map(parseDecision),
    ...(flags.decisions ? readFile(flags.decisions, workingFolder) : []),
    ...(typeof config.decisions === 'string'
      ? readFile(config.decisions, root)
      : (config.decisions ?? []).map(parseDecision)),
  ]
  if (environment === 'production' && decisions.some(({ kind }) => kind === 'drops'))
    throw new TrueupError('DECISION-DROPS-IN-PRODUCTION', undefined)
  return decisions
}

/** What is accepted as lost is parked, so that it can come back, or dropped at once. */
export type Drops = 'park' | 'now'

export function howToDrop(how = 'park'): Drops {
  if (how !== 'park' && how !== 'now') throw new TrueupError('DECISION-DROPS', { text: how })
  return how
}

function readFile(file: string, folder: string): Decision[] {
  try {
    return parseDecisions(readFileSync(resolve(folder, file), 'utf8'))
  } catch (error) {
    if (error instanceof TrueupError) throw error
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    throw new TrueupError('DECISION-FILE', { file, reason }, { cause: error })
  }
}
