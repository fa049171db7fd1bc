import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { Hazard } from '../../plan/hazards/hazard.ts'
import type { Step } from '../../plan/plan.ts'
import type { NumberedStep } from '../plan-groups.ts'
import { verbOf } from '../plan-summary.ts'
import type { Screen, Style } from './style.ts'
import { lockWords, whatWords } from './words.ts'
import { hanging } from './wrap.ts'

/** A sign and a number, the SQL, what it locks and for how long, and what is dangerous about it. */
export function stepLines(
  { number, step }: NumberedStep,
  steps: number,
  from: CatalogIndex,
  screen: Screen,
  texts: Messages,
): string[] {
  const { style, columns } = screen
  const digits = String(steps).length
  const [sign, paint] = signOf(step, style)
  const indent = ' '.repeat(digits + 6)
  const [first = '', ...others] = `${step.sql};`.split('\n')
  return [
    `  ${paint(sign)} ${style.dim(String(number).padStart(digits))}  ${first}`,
    ...others.map((line) => indent + line),
    ...circumstances(step, from, texts).flatMap((line) =>
      hanging(indent, line, columns).map((each) => style.dim(each)),
    ),
    ...step.hazards.flatMap((hazard) =>
      hanging(`${indent}! `, hazardWords(hazard, texts), columns).map((line) => style.yellow(line)),
    ),
  ]
}

export function hazardWords({ code, object, count }: Hazard, texts: Messages): string {
  return `${code}: ${texts.hazards[code]({ what: whatWords(object, texts), count })}`
}

function signOf(step: Step, style: Style): readonly [string, (text: string) => string] {
  switch (verbOf(step)) {
    case 'create':
      return ['+', style.green]
    case 'drop':
      return ['-', style.red]
    case 'park':
      return ['<', style.yellow]
    case 'unpark':
      return ['>', style.green]
    case 'rename':
      return ['→', style.cyan]
    case 'comment':
      return ['#', style.dim]
    default:
      return ['~', style.yellow]
  }
}

/** Nothing to say of what is new: nobody waits for it. */
function circumstances(step: Step, from: CatalogIndex, texts: Messages): string[] {
  const { lock, estimateMs: milliseconds, transaction, work, statementTimeoutMs } = step
  const tables = lock.relations.filter((id) => from.has(id)).map(pathOf)
  const held = texts.plan.lockOn({ mode: lockWords(lock.mode), tables })
  const isLocking = lock.mode !== 'none' && tables.length > 0
  const words = [
    ...(isLocking ? [texts.plan.stepLock({ lock: held, milliseconds })] : []),
    ...(isLocking && work.kind !== 'moment' && statementTimeoutMs > 0
      ? [texts.plan.stepLimit({ seconds: Math.round(statementTimeoutMs / 1000) })]
      : []),
    ...(!isLocking && milliseconds > 0 ? [texts.plan.stepTime({ milliseconds })] : []),
    ...transactionWords(transaction, texts),
  ]
  return words.length > 0 ? [words.join('; ')] : []
}

function transactionWords(transaction: Step['transaction'], texts: Messages): string[] {
  switch (transaction) {
    case 'shared':
      return []
    case 'own':
      return [texts.plan.ownTransaction()]
    case 'none':
      return [texts.plan.noTransaction()]
    case 'batches':
      return [texts.plan.inBatches()]
  }
}
