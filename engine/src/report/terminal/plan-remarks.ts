import type { Messages } from '../../messages/catalogue.ts'
import type { Planning } from '../../pipeline.ts'
import type { WayBack } from '../../rehearse/go-back.ts'
import type { PlanReport } from '../plan-report.ts'
import { versionText } from './place.ts'
import type { Screen } from './style.ts'
import { heldWords, whatWords } from './words.ts'
import { hanging } from './wrap.ts'

/** What is there and of no kind that can be compared. */
export function unmodelledLines({ from }: Planning, { style }: Screen, texts: Messages): string[] {
  if (from.unmodelled.length === 0) return []
  return ['', texts.plan.unmodelled(), ...from.unmodelled.map((what) => style.dim(`  ${what}`))]
}

/** What was tried on a copy, and what could not be; behind it where to read about the hazards. */
export function rehearsalLines(
  { planning, rehearsal }: PlanReport,
  { style, columns }: Screen,
  texts: Messages,
) {
  const code = planning.plan.steps.flatMap(({ hazards }) => hazards)[0]?.code
  return [
    '',
    ...rehearsalWords({ planning, rehearsal }, texts).flatMap((text) => hanging('', text, columns)),
    ...(code ? [style.dim(texts.plan.explain({ code }))] : []),
  ]
}

function rehearsalWords(
  { planning, rehearsal }: Pick<PlanReport, 'planning' | 'rehearsal'>,
  texts: Messages,
): string[] {
  const { plan, from } = planning
  switch (rehearsal.kind) {
    case 'passed': {
      const version = versionText(rehearsal.serverVersion)
      const isOther = Math.floor(rehearsal.serverVersion / 10000) !== Math.floor(from.serverVersion / 10000)
      return [
        texts.plan.rehearsed({ steps: plan.steps.length, version }),
        wayBackWords(rehearsal.wayBack, texts),
        ...(isOther ? [texts.plan.rehearsedOtherMajor({ server: versionText(from.serverVersion) })] : []),
      ]
    }
    case 'impossible':
      return [texts.plan.notRehearsed({ reason: rehearsal.reason })]
    case 'skipped':
      return [texts.plan.rehearsalSkipped()]
    case 'waits':
      return [texts.plan.rehearsalWaits()]
  }
}

function wayBackWords(wayBack: WayBack, { plan }: Messages): string {
  switch (wayBack.kind) {
    case 'exact':
      return plan.wayBackExact()
    case 'differs':
      return plan.wayBackDiffers({ objects: wayBack.objects })
    case 'failed':
      return plan.wayBackFailed(wayBack)
  }
}

/** Rows that the changes cannot take along; the words are those of the error that `apply` would end with. */
export function rowLines({ rowsInTheWay: rows }: PlanReport, { style }: Screen, texts: Messages): string[] {
  if (rows.length === 0) return []
  const lines = (texts.errors['PLAN-ROWS'].detail({ rows }) ?? '').split('\n')
  return [
    '',
    style.red(texts.plan.rowsInTheWay()),
    ...lines.map((line) => `  ${line}`),
    `  ${texts.errors['PLAN-ROWS'].hint({ rows })}`,
  ]
}

/** Every open question with the words that answer it. */
export function questionLines({ questions, usage }: Planning, { style }: Screen, texts: Messages): string[] {
  if (questions.length === 0) return []
  return [
    '',
    style.red(texts.plan.open({ count: questions.length })),
    ...questions.flatMap(({ about, object, answers }) => {
      const held = heldWords(object, usage.lost.get(object), texts)
      return [
        `  ${about === 'loss' ? texts.plan.openDrop({ what: whatWords(object, texts), held }) : texts.plan.openUndo({ what: whatWords(object, texts), about })}`,
        ...answers.map((answer) => `    --accept ${shellWord(answer)}`),
      ]
    }),
  ]
}

/** As it must be typed: names in quotes and blanks need quotes of the shell. */
export function shellWord(text: string): string {
  return /^[\w:.=/@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
