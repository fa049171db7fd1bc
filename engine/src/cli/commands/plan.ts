import { exitCodes } from '../../errors/exit-codes.ts'
import { planJson } from '../../report/json/plan.ts'
import { planLines } from '../../report/terminal/plan.ts'
import type { Command } from '../command.ts'
import { planFor, planningFlags, planningInput, withPlanned } from '../planning.ts'
import { withDiagnosis } from '../target.ts'

export const plan: Command = {
  flags: [...planningFlags, 'sql', 'exit-code'],
  async run(context) {
    const { flags, terminal, texts } = context
    const input = await planningInput(context, 'plan')
    const { target } = input
    const planning = await withDiagnosis(() => withPlanned(input, (database) => planFor(database, input)))
    if (flags.json) terminal.out(planJson(planning, target))
    else if (flags.sql) terminal.out(planning.plan.steps.map(({ sql }) => `${sql};`).join('\n'))
    else for (const line of planLines(planning, target, texts)) terminal.out(line)
    if (planning.questions.length > 0) return exitCodes.undecided
    return flags['exit-code'] && planning.plan.steps.length > 0 ? exitCodes.pending : exitCodes.ok
  },
}
