import type { PeerCertificate } from 'node:tls'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'

type TlsError = NodeJS.ErrnoException & { readonly cert?: PeerCertificate; readonly reason?: string }

const untrusted: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'signed by an authority of its own',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown authority',
  CERT_UNTRUSTED: 'unknown authority',
  CERT_SIGNATURE_FAILURE: 'wrong signature',
  CERT_REVOKED: 'revoked',
  INVALID_CA: 'its signer may not sign',
  INVALID_PURPOSE: 'not made for servers',
}

/** Why a handshake failed, from the codes of OpenSSL's verification (x509_vfy) that Node passes on. */
export function explainTlsFailure(error: Error, host: string): Error {
  const { code = '', cert, reason } = error as TlsError
  const options = { cause: error }
  if (isTrueupError(error)) return error
  if (untrusted[code])
    return new TrueupError('CONNECT-TLS-UNTRUSTED', { host, reason: untrusted[code] }, options)
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return new TrueupError('CONNECT-TLS-EXPIRED', { host, until: day(cert?.valid_to) }, options)
    case 'CERT_NOT_YET_VALID':
      return new TrueupError('CONNECT-TLS-NOT-YET', { host, from: day(cert?.valid_from) }, options)
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return new TrueupError('CONNECT-TLS-NAME', { host, names: namesOf(cert) }, options)
    default:
      return new TrueupError('CONNECT-TLS-FAILED', { host, reason: reason || code || error.message }, options)
  }
}

function day(date: string | undefined): string {
  return date ? new Date(date).toISOString().slice(0, 10) : '?'
}

/** `DNS:a, IP Address:::1` → `"a", "::1"` */
function namesOf(certificate: PeerCertificate | undefined): string {
  const alternatives = certificate?.subjectaltname
    ?.split(', ')
    .map((entry) => entry.replace(/^[^:]*:/, '').trim())
  const names = alternatives ?? [String(certificate?.subject?.CN ?? '')]
  return names.map((name) => `"${name}"`).join(', ')
}
