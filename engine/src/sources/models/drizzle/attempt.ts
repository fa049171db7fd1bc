import { isTrueupError, TrueupError } from '../../../errors/trueup-error.ts'

/**
 * Runs code of the models' author (callbacks, mappers, values' own methods), or Drizzle's on it. What it throws is
 * news for the author: it becomes an error that names the export.
 */
export function attempt<Result>(
  code: 'MODELS-VALUE-UNWRITABLE' | 'MODELS-DEFINITION-FAILED',
  origin: string,
  work: () => Result,
): Result {
  try {
    return work()
  } catch (error) {
    if (isTrueupError(error)) throw error
    const problem = error instanceof Error ? error.message : String(error)
    throw new TrueupError(code, { origin, problem }, { cause: error })
  }
}
