import { quoteLiteral } from '../../../sql/quote.ts'

/** COMMENT ON; `target` is the object with its kind, as SQL. */
export function commentOn(target: string, text: string): string {
  return `COMMENT ON ${target} IS ${quoteLiteral(text)}`
}
