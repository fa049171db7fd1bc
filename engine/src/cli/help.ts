import type { Messages } from '../messages/catalogue.ts'
import { alignColumns } from '../report/terminal/columns.ts'
import type { Command } from './command.ts'
import { describeFlags } from './flags.ts'

export function generalHelp(names: readonly string[], texts: Messages): string {
  const summaries = texts.commandSummaries as Readonly<Record<string, () => string>>
  const rows = names.map((name) => [`  ${name}`, summaries[name]?.() ?? ''])
  return [texts.help.usage(), '', ...alignColumns(rows), '', texts.help.more()].join('\n')
}

export function commandHelp(name: string, command: Command, texts: Messages): string {
  const summaries = texts.commandSummaries as Readonly<Record<string, () => string>>
  const rows = describeFlags(command.flags, texts).map(([flag, meaning]) => [`  ${flag}`, meaning])
  const head = command.word === undefined ? `trueup ${name}` : `trueup ${name} ${command.word}`
  const codes = (texts.commandExits as Readonly<Record<string, () => string>>)[name]?.()
  const exits = codes === undefined ? [] : ['', texts.help.exits({ codes })]
  return [`${head}: ${summaries[name]?.() ?? ''}`, '', ...alignColumns(rows), ...exits].join('\n')
}
