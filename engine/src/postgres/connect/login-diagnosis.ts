import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import type { DatabaseError } from '../database-error.ts'
import { readDatabaseError } from '../read-database-error.ts'
import type { ParsedConnection } from '../url/parsed-connection.ts'
import { redactorFor } from './redact.ts'

type LoginErrorCode =
  | 'CONNECT-AUTHENTICATION'
  | 'CONNECT-DATABASE-DENIED'
  | 'CONNECT-DATABASE-MISSING'
  | 'CONNECT-FAILED'
  | 'CONNECT-NEON-DISABLED'
  | 'CONNECT-NEON-ENDPOINT'
  | 'CONNECT-NEON-QUOTA'
  | 'CONNECT-NOT-ALLOWED'
  | 'CONNECT-PASSWORD-WRONG'
  | 'CONNECT-POOLER-DATABASE'
  | 'CONNECT-POOLER-PARAMETER'
  | 'CONNECT-ROLE-MISSING'
  | 'CONNECT-SERVER-STARTING'
  | 'CONNECT-TLS-CLIENT-CERTIFICATE'
  | 'CONNECT-TLS-REQUIRED'
  | 'CONNECT-TOO-MANY'

interface Rule {
  readonly sqlstate?: RegExp
  /** Only where SQLSTATE does not tell: the words of poolers and providers, which are always English. */
  readonly says?: RegExp
  readonly code: LoginErrorCode
}

/** The first rule that fits. Poolers and providers come first: they use one SQLSTATE for everything. */
const rules: readonly Rule[] = [
  {
    says: /endpoint id is not specified|inconsistent project name|endpoint could not be found/i,
    code: 'CONNECT-NEON-ENDPOINT',
  },
  { says: /endpoint (has been|is) (disabled|suspended)/i, code: 'CONNECT-NEON-DISABLED' },
  { says: /exceeded the .*quota|quota (has been )?exceeded/i, code: 'CONNECT-NEON-QUOTA' },
  { says: /connection is insecure|SSL required/i, code: 'CONNECT-TLS-REQUIRED' },
  { says: /unsupported startup parameter/i, code: 'CONNECT-POOLER-PARAMETER' },
  { sqlstate: /^08P01$/, says: /no such database/i, code: 'CONNECT-POOLER-DATABASE' },
  { sqlstate: /^08P01$/, says: /database ".*" does not exist/i, code: 'CONNECT-DATABASE-MISSING' },
  { sqlstate: /^08P01$/, says: /no such user|auth(entication)? failed/i, code: 'CONNECT-PASSWORD-WRONG' },
  {
    says: /no more connections allowed|max client(s| connections)|too many (clients|(database )?connection)|query_wait_timeout/i,
    code: 'CONNECT-TOO-MANY',
  },
  { says: /tenant or user not found/i, code: 'CONNECT-ROLE-MISSING' },
  {
    says: /valid client certificate|certificate authentication failed/i,
    code: 'CONNECT-TLS-CLIENT-CERTIFICATE',
  },
  { sqlstate: /^28P01$/, code: 'CONNECT-PASSWORD-WRONG' },
  {
    sqlstate: /^28000$/,
    says: /role ".*" (does not exist|is not permitted)|롤/,
    code: 'CONNECT-ROLE-MISSING',
  },
  { sqlstate: /^28000$/, code: 'CONNECT-NOT-ALLOWED' },
  { sqlstate: /^3D000$/, code: 'CONNECT-DATABASE-MISSING' },
  { sqlstate: /^42501$/, code: 'CONNECT-DATABASE-DENIED' },
  { sqlstate: /^53300$/, code: 'CONNECT-TOO-MANY' },
  { sqlstate: /^57P0[123]$/, code: 'CONNECT-SERVER-STARTING' },
  {
    says: /couldn't connect to compute node|cannot connect to server|server login (has been )?fail/i,
    code: 'CONNECT-SERVER-STARTING',
  },
]

/** Why a login failed. Errors that are our own mistakes come back as they are. */
export function explainLoginFailure(error: unknown, connection: ParsedConnection): unknown {
  if (isTrueupError(error) || !(error instanceof Error)) return error
  const { host, port, user, database } = connection
  const redact = redactorFor(connection)
  const refusal = readDatabaseError(error, { redact })
  if (refusal) {
    const facts = { host, port, user, database, mode: connection.ssl.mode, serverMessage: refusal.message }
    return new TrueupError(codeOf(refusal), { ...facts, reason: refusal.message }, { cause: refusal })
  }
  if (/^SASL|authentication/i.test(error.message))
    return new TrueupError('CONNECT-AUTHENTICATION', { host, reason: redact(error.message) })
  return new TrueupError('CONNECT-LOST', { host, phase: 'login' }, { cause: error })
}

function codeOf(refusal: DatabaseError): LoginErrorCode {
  const fits = ({ sqlstate, says }: Rule) =>
    (!sqlstate || sqlstate.test(refusal.sqlstate)) && (!says || says.test(refusal.message))
  return rules.find(fits)?.code ?? 'CONNECT-FAILED'
}
