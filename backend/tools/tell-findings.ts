import type { Finding } from '../app/invariants/check-invariants.ts'
import { seconds } from './messages/amounts.ts'
import type { ToolMessages } from './messages/catalogue.ts'

/** One line for each invariant, and what they come to. */
export function findingLines(
  findings: readonly Finding[],
  place: string,
  milliseconds: number,
  texts: ToolMessages['checkInvariants'],
): string[] {
  const broken = findings.filter(({ breaches }) => breaches > 0).length
  const sum = { count: findings.length, broken, place, seconds: seconds(milliseconds) }
  return [
    ...findings.map((finding) => findingLine(finding, texts)),
    '',
    broken === 0 ? texts.allHold(sum) : texts.someBroken(sum),
  ]
}

function findingLine({ invariant, breaches, examples }: Finding, texts: ToolMessages['checkInvariants']) {
  const { id, of } = invariant
  const name = texts.names[id]()
  return breaches === 0
    ? texts.holds({ id, name })
    : texts.broken({ id, name, breaches, of, examples: examples.join(', ') })
}

/** The same for programs; the shape is promised in docs/formats.md. */
export function findingsJson(findings: readonly Finding[], place: string, milliseconds: number): string {
  return JSON.stringify(
    {
      database: place,
      holds: findings.every(({ breaches }) => breaches === 0),
      milliseconds: Math.round(milliseconds),
      invariants: findings.map(invariantJson),
    },
    null,
    2,
  )
}

export function invariantJson({ invariant, breaches, examples, milliseconds }: Finding): object {
  const { id, name, of } = invariant
  return { id, name, breaches, of, examples, milliseconds: Math.round(milliseconds) }
}
