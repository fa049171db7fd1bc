import type { ExitCode } from '../errors/exit-codes.ts'
import { chooseLanguage, type Language, loadMessages, type Messages } from '../messages/catalogue.ts'
import { closeScratch } from '../sources/scratch/with-scratch.ts'
import { languageFlag, showProblem } from './problem.ts'
import { processTerminal, type Terminal } from './terminal.ts'

export interface AtTerminal {
  readonly terminal: Terminal
  readonly language: Language
  readonly texts: Messages
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** Runs a program at this process's terminal, in the language its words ask for; what goes wrong is explained there. */
export async function atTerminal(
  words: readonly string[],
  work: (at: AtTerminal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const terminal = processTerminal()
  const language = chooseLanguage(languageFlag(words), process.env)
  const texts = await loadMessages(language)
  const interruption = new AbortController()
  const interrupt = () => interruption.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    return await work({ terminal, language, texts, signal: interruption.signal })
  } catch (error) {
    return showProblem(error, { terminal, texts, words, interrupted: interruption.signal.aborted })
  } finally {
    await closeScratch()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
