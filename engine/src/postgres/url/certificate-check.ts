import { unreachable } from '../../assert/unreachable.ts'
import type { SslSettings } from './parsed-connection.ts'

/** `issuer`: signed by a trusted root. `issuer-and-name`: and made for the host that was asked for. */
export type CertificateCheck = 'none' | 'issuer' | 'issuer-and-name'

/**
 * What a mode checks of the server's certificate (manual 34.19.1, table 34.1):
 *
 * | sslmode       | encrypted              | certificate |
 * |---------------|------------------------|-------------|
 * | `disable`     | never                  | none |
 * | `allow`       | if the server insists  | none |
 * | `prefer`      | if the server can      | none |
 * | `require`     | always                 | none; the issuer when `sslrootcert` is given (libpq's own rule) |
 * | `verify-ca`   | always                 | the issuer |
 * | `verify-full` | always                 | the issuer and the host's name |
 */
export function certificateCheck(ssl: Pick<SslSettings, 'mode' | 'roots'>): CertificateCheck {
  switch (ssl.mode) {
    case 'disable':
    case 'allow':
    case 'prefer':
      return 'none'
    case 'require':
      return ssl.roots ? 'issuer' : 'none'
    case 'verify-ca':
      return 'issuer'
    case 'verify-full':
      return 'issuer-and-name'
    default:
      return unreachable(ssl.mode)
  }
}
