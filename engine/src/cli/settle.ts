import type { Catalog } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import { type Decision, decisionText, parseDecision } from '../decide/decision.ts'
import type { Question } from '../decide/questions.ts'
import type { JournalHead } from '../journal/journal-head.ts'
import type { Planning } from '../pipeline.ts'
import type { Database } from '../postgres/database.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { shellWord } from '../report/terminal/plan-remarks.ts'
import { heldWords, whatWords } from '../report/terminal/words.ts'
import type { RowsInTheWay } from '../rows/row-check.ts'
import { askChoice, askText } from './ask.ts'
import type { CommandContext } from './command.ts'
import { examine } from './examine.ts'
import type { PlanningInput } from './planning.ts'
import { refuseOtherEnvironment } from './refuse-target.ts'

/** What is to be planned, for whatever reason. */
export interface Undertaking extends Pick<PlanningInput, 'project' | 'target'> {
  plan(database: Database, answers: readonly Decision[]): Promise<Planned>
  /** To be told of what a run left, which is what was planned for. */
  remember?(after: Catalog): void
}

export interface Planned extends Planning {
  readonly journal: JournalHead
  /** Numbers of the runs that it takes back. */
  readonly undoes: readonly number[]
  /** What the journal is to call the state after it, where that is not what was read back. */
  readonly left?: (after: Catalog) => Catalog
}

export type SettledPlan = PlanReport & Pick<Planned, 'journal' | 'undoes' | 'left'>

/**
 * Plans, and asks whoever sits at the terminal what is undecided: what became of lost objects, and what new columns
 * hold in old rows. Answers are decisions like any other, and each may change the questions that follow.
 * Without anybody to ask, or when `asks` is false, the open questions stay in the report. undefined: they would rather stop.
 */
export async function settle(
  database: Database,
  input: Undertaking,
  context: CommandContext,
  asks = true,
): Promise<SettledPlan | undefined> {
  const { terminal, flags, texts } = context
  const answers: Decision[] = []
  for (;;) {
    const planning = await input.plan(database, answers)
    refuseOtherEnvironment(planning.journal, input.target, context)
    const report = await examine(planning, database, input, context)
    const canAsk = asks && terminal.interactive && !flags.json
    const question = planning.questions[0]
    const missing = report.rowsInTheWay.find(({ reason }) => reason === 'needs-backfill' || reason === 'null')
    if (!canAsk || (!question && !missing)) {
      const words = answers.map((answer) => `--accept ${shellWord(decisionText(answer))}`)
      if (words.length > 0) terminal.note(texts.ask.sameAs({ words }))
      return {
        ...report,
        journal: planning.journal,
        undoes: planning.undoes,
        ...(planning.left ? { left: planning.left } : {}),
      }
    }
    const answer = question
      ? await askAboutLoss(question, planning, context)
      : await askAboutValues(missing!, context)
    if (!answer) return undefined
    answers.push(answer)
  }
}

async function askAboutLoss(
  { about, object, answers }: Question,
  { usage }: Planning,
  { texts }: CommandContext,
): Promise<Decision | undefined> {
  const held = heldWords(object, usage.lost.get(object), texts)
  const choices = answers.map((value) => {
    const decision = parseDecision(value)
    return { value, label: answerLabel(decision, texts) }
  })
  // names first: they keep what a drop would lose
  const renames = choices.filter(({ value }) => value.startsWith('rename:'))
  const others = choices.filter((choice) => !renames.includes(choice))
  const what = whatWords(object, texts)
  const question = about === 'loss' ? texts.ask.loss({ what, held }) : texts.ask.undo({ what, about })
  const stop = { value: '', label: texts.ask.stop() }
  const answer = await askChoice(question, [...renames, ...others, stop])
  return answer ? parseDecision(answer) : undefined
}

function answerLabel(decision: Decision, { ask }: CommandContext['texts']): string {
  switch (decision.kind) {
    case 'rename':
      return ask.renamed(decision)
    case 'undo':
      return ask.putBack()
    case 'keep':
      return ask.leave()
    default:
      return ask.drop()
  }
}

async function askAboutValues(
  { object, count }: RowsInTheWay,
  { texts }: CommandContext,
): Promise<Decision | undefined> {
  const path = pathOf(object)
  const expression = await askText(
    texts.ask.backfill({ column: path, rows: count }),
    texts.ask.backfillEmpty(),
  )
  return expression === undefined ? undefined : { kind: 'backfill', path, expression }
}
