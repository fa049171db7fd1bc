import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import * as der from './der.ts'

export interface Certificate {
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly key: string
}

export interface Authority extends Certificate {
  /** A certificate for host names and IPv4 addresses; the first is its common name. For a client: the role's name. */
  issue(names: readonly string[], validity?: Validity): Certificate
}

export interface Validity {
  readonly from: Date
  readonly to: Date
}

/** A certificate authority that nobody trusts until a test says so; node makes no certificates, so we do (RFC 5280). */
export function makeAuthority(name = 'Test authority'): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const own = { issuer: name, signer: keys.privateKey, subject: name, publicKey: keys.publicKey }
  return {
    certificate: certificate({ ...own, validity: aroundToday(), extensions: authorityExtensions() }),
    key: pemKey(keys.privateKey),
    issue(names, validity = aroundToday()) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const request = { issuer: name, signer: keys.privateKey, subject: names[0] ?? '', publicKey }
      return {
        certificate: certificate({ ...request, validity, extensions: [alternativeNames(names)] }),
        key: pemKey(privateKey),
      }
    },
  }
}

interface Request {
  readonly issuer: string
  readonly signer: KeyObject
  readonly subject: string
  readonly publicKey: KeyObject
  readonly validity: Validity
  readonly extensions: readonly Buffer[]
}

/** RFC 5280, section 4.1: the body, the algorithm, the signature over the body. */
function certificate(request: Request): string {
  const ecdsaWithSha256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'))
  const version3 = der.explicit(0, der.integer(Buffer.of(2)))
  const body = der.sequence(
    version3,
    der.integer(Buffer.concat([Buffer.of(1), randomBytes(8)])), // serial number, never beginning with zeros
    ecdsaWithSha256,
    commonName(request.issuer),
    der.sequence(der.time(request.validity.from), der.time(request.validity.to)),
    commonName(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(...request.extensions)),
  )
  const signature = der.bitString(sign('sha256', body, request.signer))
  return pem('CERTIFICATE', der.sequence(body, ecdsaWithSha256, signature))
}

function commonName(name: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectIdentifier('2.5.4.3'), der.utf8String(name))))
}

function authorityExtensions(): Buffer[] {
  const basicConstraints = der.objectIdentifier('2.5.29.19')
  return [der.sequence(basicConstraints, der.truth, der.octetString(der.sequence(der.truth)))]
}

function alternativeNames(names: readonly string[]): Buffer {
  const encoded = names.map((name) =>
    isIPv4(name)
      ? der.implicit(7, Buffer.from(name.split('.').map(Number)))
      : der.implicit(2, Buffer.from(name, 'ascii')),
  )
  return der.sequence(der.objectIdentifier('2.5.29.17'), der.octetString(der.sequence(...encoded)))
}

function aroundToday(): Validity {
  const day = 24 * 60 * 60 * 1000
  return { from: new Date(Date.now() - day), to: new Date(Date.now() + 30 * day) }
}

function pemKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
