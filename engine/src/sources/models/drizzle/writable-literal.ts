import { TrueupError } from '../../../errors/trueup-error.ts'
import { literalOf } from '../../../sql/literal.ts'
import { attempt } from './attempt.ts'

/** A value of a model as an SQL constant; MODELS-VALUE-UNWRITABLE where there is none for it. */
export function writableLiteral(value: unknown, origin: string): string {
  const literal = attempt('MODELS-VALUE-UNWRITABLE', origin, () => literalOf(value))
  if (literal !== undefined) return literal
  throw new TrueupError('MODELS-VALUE-UNWRITABLE', {
    origin,
    problem: `no SQL constant for a ${typeof value}`,
  })
}
