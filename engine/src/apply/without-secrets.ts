import { DatabaseError, isDatabaseError } from '../postgres/database-error.ts'
import { concealSecrets, type Secrets } from '../sql/secret-marker.ts'

/** A refusal as people may see it: the server repeats words of the statement, which was sent with its secrets. */
export function withoutSecrets(error: unknown, secrets: Secrets): unknown {
  if (!isDatabaseError(error) || secrets.size === 0) return error
  const conceal = (text: string) => concealSecrets(text, secrets)
  const { sqlstate, detail, hint, position, place, completed } = error
  return new DatabaseError(conceal(error.message), {
    sqlstate,
    detail: detail && conceal(detail),
    hint: hint && conceal(hint),
    position,
    place,
    completed,
  })
}
