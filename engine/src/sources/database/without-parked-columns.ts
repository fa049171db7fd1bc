const parkedColumn = 'trueup_parked_[0-9a-f]{16}'
const behindAnother = new RegExp(`, ${parkedColumn}(?=[,)])`, 'g')
const first = new RegExp(`\\(${parkedColumn}, `, 'g')
const only = new RegExp(`\\(${parkedColumn}\\)`, 'g')

/**
 * PostgreSQL lists every column of what a query reads from in `f() f(a, b)` and `t x(a, b)`, those that are parked
 * among them. Nobody can have written one, so the list says the same without it.
 */
export function withoutParkedColumns(definition: string): string {
  if (!definition.includes('trueup_parked_')) return definition
  return definition.replace(behindAnother, '').replace(first, '(').replace(only, '')
}
