import { quoteIdentifier, quoteLiteral } from '../../../sql/quote.ts'
import type { StorageValue } from '../model.ts'

/** ` WITH (fillfactor = 80)`, or nothing. */
export function storageClause(parameters: Readonly<Record<string, StorageValue>>): string {
  const entries = Object.entries(parameters)
  if (entries.length === 0) return ''
  return ` WITH (${entries.map(([name, value]) => `${parameterName(name)} = ${parameterValue(value)}`).join(', ')})`
}

/** `toast.autovacuum_enabled` is a name of two parts. */
function parameterName(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.')
}

function parameterValue(value: StorageValue): string {
  return typeof value === 'string' ? quoteLiteral(value) : String(value)
}
