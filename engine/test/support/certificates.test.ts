import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeAuthority } from './certificates.ts'

test('an authority signs certificates for names and addresses', () => {
  const authority = makeAuthority('Nobody trusts me')
  const own = new X509Certificate(authority.certificate)
  const issued = new X509Certificate(authority.issue(['db.example.test', '127.0.0.1']).certificate)
  expect(own.ca).toBe(true)
  expect(issued.checkIssued(own) && issued.verify(own.publicKey)).toBe(true)
  expect(issued.verify(new X509Certificate(makeAuthority().certificate).publicKey)).toBe(false)
  expect(issued.subject).toBe('CN=db.example.test')
  expect(issued.checkHost('db.example.test')).toBe('db.example.test')
  expect(issued.checkHost('other.example.test')).toBeUndefined()
  expect(issued.checkIP('127.0.0.1')).toBe('127.0.0.1')
})

test('a certificate can be over', () => {
  const validity = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2020-12-31T23:59:59Z') }
  const issued = new X509Certificate(makeAuthority().issue(['localhost'], validity).certificate)
  expect(new Date(issued.validFrom)).toEqual(validity.from)
  expect(new Date(issued.validTo)).toEqual(validity.to)
})
