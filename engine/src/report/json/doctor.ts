import type { Finding } from '../../doctor/finding.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { problemParts } from '../terminal/problem.ts'

/** An examination for machines; `healthy` says whether nothing failed. */
export function doctorJson(findings: readonly Finding[], texts: Messages): string {
  return JSON.stringify(
    {
      command: 'doctor',
      healthy: findings.every((finding) => finding.outcome !== 'failed'),
      findings: findings.map(({ error, milliseconds, ...finding }) => ({
        ...finding,
        ...(milliseconds === undefined ? {} : { milliseconds: Math.round(milliseconds) }),
        ...(error ? { error: problemParts(error, texts) } : {}),
      })),
    },
    null,
    2,
  )
}
