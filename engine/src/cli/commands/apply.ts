import { exitCodes } from '../../errors/exit-codes.ts'
import { planJson } from '../../report/json/plan.ts'
import { appliedLines } from '../../report/terminal/plan.ts'
import { applyFile } from '../apply-file.ts'
import { applyModels } from '../apply-models.ts'
import type { Command } from '../command.ts'
import { runFlags } from '../live-port.ts'
import { planningFlags } from '../planning.ts'

export const apply: Command = {
  flags: [...planningFlags, ...runFlags, 'wait', 'yes'],
  word: '[<plan.json>]',
  async run(context) {
    const { flags, terminal, texts, word } = context
    const started = performance.now()
    const report = await (word === undefined ? applyModels(context) : applyFile(word, context))
    if (!report) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
    const milliseconds = performance.now() - started
    if (flags.json) terminal.out(planJson(report, milliseconds))
    else for (const line of appliedLines(report.planning, milliseconds, word, texts)) terminal.out(line)
    return exitCodes.ok
  },
}
