import type { Option } from '@clack/prompts'

/** The prompt library is loaded only when somebody is really asked. Questions go to the standard error, like all talk. */
export async function askYesNo(question: string): Promise<boolean> {
  const { confirm, isCancel } = await import('@clack/prompts')
  const answer = await confirm({ message: question, initialValue: false, output: process.stderr })
  return !isCancel(answer) && answer
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** undefined when the question was left with Ctrl-C or Escape. */
export async function askChoice(question: string, choices: readonly Choice[]): Promise<string | undefined> {
  const { select, isCancel } = await import('@clack/prompts')
  const options = choices.map(({ value, label }): Option<string> => ({ value, label }))
  const answer = await select({ message: question, options, output: process.stderr })
  return isCancel(answer) ? undefined : answer
}

/** @param wanting what to say when nothing was typed */
export async function askText(question: string, wanting: string): Promise<string | undefined> {
  const { text, isCancel } = await import('@clack/prompts')
  const validate = (answer: string | undefined) => (answer?.trim() ? undefined : wanting)
  const answer = await text({ message: question, validate, output: process.stderr })
  return isCancel(answer) ? undefined : answer.trim()
}

/** Somebody who should think has to type something out; false when they would rather stop. */
export async function askExactly(question: string, wanted: string, wrong: string): Promise<boolean> {
  const { text, isCancel } = await import('@clack/prompts')
  const validate = (answer: string | undefined) => (answer?.trim() === wanted ? undefined : wrong)
  return !isCancel(await text({ message: question, validate, output: process.stderr }))
}
