import { pathToFileURL } from 'node:url'
import { isTrueupError, TrueupError } from '../errors/trueup-error.ts'
import { compileModule } from './compile-module.ts'

/** The exports of a TypeScript module; compiled at most once per content. */
export async function loadModule(entry: string, cache: string): Promise<Record<string, unknown>> {
  const { file } = await compileModule(entry, cache)
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>
  } catch (error) {
    if (isTrueupError(error)) throw error
    const problem = error instanceof Error ? error.message : String(error)
    throw new TrueupError('SOURCE-MODULE', { file: entry, problem }, { cause: error })
  }
}
