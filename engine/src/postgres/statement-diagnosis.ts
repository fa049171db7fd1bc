import { TrueupError } from '../errors/trueup-error.ts'
import type { DatabaseError } from './database-error.ts'

const codes = {
  '25006': 'DATABASE-READ-ONLY',
  '3F000': 'DATABASE-OBJECT-MISSING',
  '40P01': 'DATABASE-DEADLOCK',
  '42501': 'DATABASE-PERMISSION',
  '42704': 'DATABASE-OBJECT-MISSING',
  '42883': 'DATABASE-OBJECT-MISSING',
  '42P01': 'DATABASE-RELATION-MISSING',
  '53100': 'DATABASE-DISK-FULL',
  '53200': 'DATABASE-MEMORY',
  '55P03': 'DATABASE-LOCK-TIMEOUT',
  '57014': 'DATABASE-STATEMENT-TIMEOUT',
} as const

/** A refused statement with its cause and the way out, by SQLSTATE (manual, appendix A). */
export function explainRefusal(error: DatabaseError): TrueupError {
  const code = error.sqlstate in codes ? codes[error.sqlstate as keyof typeof codes] : 'DATABASE-REFUSED'
  const server = error.place?.kind === 'server' ? error.place : undefined
  return new TrueupError(
    code,
    {
      user: server?.user ?? 'postgres',
      database: server?.database ?? 'postgres',
      sqlstate: error.sqlstate,
      serverMessage: error.message,
      serverDetail: error.detail,
      serverHint: error.hint,
    },
    { cause: error },
  )
}

/** The session ended together with the statement: by an administrator, a crash or a time limit (class 57P, 08, 25P03). */
export function endsSession(error: DatabaseError): boolean {
  return /^(57P0[1235]|08...|25P0[34])$/.test(error.sqlstate)
}
