import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConnectionUrl } from './connection-url.ts'
import type { ParsedConnection } from './parsed-connection.ts'

const parse = (url: string) => parseConnectionUrl(url, () => 'me')

function connectionOf(url: string): ParsedConnection {
  const { connection, problems } = parse(url)
  if (!connection) throw new Error(`${url}: ${JSON.stringify(problems)}`)
  return connection
}

function problemsOf(url: string) {
  return parse(url).problems
}

const place = (url: string) => {
  const { user, host, port, database, password } = connectionOf(url)
  return { user, host, port, database, password: password?.reveal() }
}

describe('what libpq documents', () => {
  it.each([
    ['postgresql://', { user: 'me', host: 'localhost', port: 5432, database: 'me' }],
    ['postgresql://localhost', { user: 'me', host: 'localhost', port: 5432, database: 'me' }],
    ['postgresql://localhost:5433', { user: 'me', host: 'localhost', port: 5433, database: 'me' }],
    ['postgresql://localhost/mydb', { user: 'me', host: 'localhost', port: 5432, database: 'mydb' }],
    ['postgresql://user@localhost', { user: 'user', host: 'localhost', port: 5432, database: 'user' }],
    [
      'postgres://user:secret@localhost',
      { user: 'user', host: 'localhost', port: 5432, database: 'user', password: 'secret' },
    ],
    [
      'postgresql:///mydb?host=localhost&port=5433',
      { user: 'me', host: 'localhost', port: 5433, database: 'mydb' },
    ],
    [
      'postgresql://[2001:db8::1234]/database',
      { user: 'me', host: '2001:db8::1234', port: 5432, database: 'database' },
    ],
    ['postgresql://u@[::1]:5433/d', { user: 'u', host: '::1', port: 5433, database: 'd' }],
    [
      'postgresql://%2Fvar%2Flib%2Fpostgresql/dbname',
      { user: 'me', host: '/var/lib/postgresql', port: 5432, database: 'dbname' },
    ],
    [
      'postgresql:///dbname?host=/var/lib/postgresql',
      { user: 'me', host: '/var/lib/postgresql', port: 5432, database: 'dbname' },
    ],
    [
      'postgresql://a:b@c/d?user=u&password=p%20w&dbname=e',
      { user: 'u', host: 'c', port: 5432, database: 'e', password: 'p w' },
    ],
    [
      'postgresql://kim%40home:%ED%95%9C%EA%B8%80@h/%EC%83%81%EC%A0%90',
      { user: 'kim@home', host: 'h', port: 5432, database: '상점', password: '한글' },
    ],
    ['  postgresql://u:p@h/d\n', { user: 'u', host: 'h', port: 5432, database: 'd', password: 'p' }],
  ])('%s', (url, expected) => {
    expect(place(url)).toEqual({ password: undefined, ...expected })
  })
})

describe('passwords that were typed as they are', () => {
  it.each([
    ['p@ss', 'postgresql://u:p@ss@host/db'],
    ['p@s@s', 'postgresql://u:p@s@s@host:6543/db'],
    ['pa/ss', 'postgresql://u:pa/ss@host/db'],
    ['pa:ss', 'postgresql://u:pa:ss@host/db'],
    ['pa#ss', 'postgresql://u:pa#ss@host/db'],
    ['pa?ss', 'postgresql://u:pa?ss@host/db?sslmode=require'],
    ['100%', 'postgresql://u:100%@host/db'],
    ['%&%=', 'postgresql://u:%&%=@host/db'],
    ['a b', 'postgresql://u:a b@host/db'],
  ])('%s', (password, url) => {
    expect(place(url)).toMatchObject({ password, user: 'u', host: 'host', database: 'db' })
  })

  it.each([
    ['host, port and database with an @, or a password', 'postgresql://host:5432/a@b'],
    ['an @ and a / in the password, or in the database', 'postgresql://u:p@ss/word@host/db'],
  ])('are refused when they can mean two things: %s', (_, url) => {
    expect(problemsOf(url)).toEqual([{ kind: 'url-ambiguous' }])
  })

  it('are refused when some of the % could be codes and others not', () => {
    expect(problemsOf('postgresql://u:100%zz%41@h/d')).toEqual([{ kind: 'url-percent', part: 'password' }])
  })
})

describe('every password', () => {
  const passwords = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0'))

  it('comes back from its percent-encoding', () => {
    fc.assert(
      fc.property(passwords, (password) => {
        expect(place(`postgresql://u:${encodeURIComponent(password)}@h/d`).password).toBe(password)
      }),
    )
  })

  it('is never in what is printed or serialised, nor in a problem', () => {
    const secretive = fc
      .string({ unit: fc.constantFrom(...'QXZ@:/?#%&= '), minLength: 6 })
      .map((text) => `Jj${text}jJ`)
    fc.assert(
      fc.property(secretive, (password) => {
        const outcome = parse(`postgresql://u:${password}@h/d`)
        const shown = `${inspect(outcome, { depth: 9, showHidden: true })}${JSON.stringify(outcome)}${outcome.connection?.password}`
        expect(shown).not.toContain(password)
        expect(shown).not.toContain('Jj')
      }),
    )
  })

  it('is read as libpq reads it, or refused, but never as part of another host', () => {
    const unit = fc.constantFrom(...'ab1@:/?#%.')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), (password) => {
        const { connection } = parse(`postgresql://u:${password}@host/db`)
        if (connection) expect(connection.host).toBe('host')
      }),
    )
  })
})

describe('problems', () => {
  it.each([
    ['mysql://u:p@h/d', [{ kind: 'url-scheme' }]],
    ['', [{ kind: 'url-scheme' }]],
    ['postgresql://u:p@h:port/d', [{ kind: 'url-unreadable' }]],
    ['postgresql://u:p@h:70000/d', [{ kind: 'url-port' }]],
    ['postgresql://a,b/d', [{ kind: 'url-several-hosts' }]],
    ['postgresql:///d?host=a,b', [{ kind: 'url-several-hosts' }]],
    ['postgresql://%zz@h/d', [{ kind: 'url-percent', part: 'user' }]],
    ['postgresql://h/%zz', [{ kind: 'url-percent', part: 'database' }]],
    [
      'postgresql://h/d?sslmod=require',
      [{ kind: 'url-parameter-unknown', name: 'sslmod', similar: 'sslmode' }],
    ],
    [
      'postgresql://h/d?sslMode=require',
      [{ kind: 'url-parameter-unknown', name: 'sslMode', similar: 'sslmode' }],
    ],
    ['postgresql://h/d?x=1', [{ kind: 'url-parameter-unknown', name: 'x', similar: undefined }]],
    ['postgresql://h/d?sslcrl=f', [{ kind: 'url-parameter-unsupported', name: 'sslcrl' }]],
    [
      'postgresql://h/d?target_session_attrs=standby',
      [{ kind: 'url-parameter-value', name: 'target_session_attrs', legal: 'any, read-write' }],
    ],
    [
      'postgresql://h/d?connect_timeout=soon',
      [{ kind: 'url-parameter-value', name: 'connect_timeout', legal: '0–999999' }],
    ],
    [
      'postgresql://h/d?sslnegotiation=direct',
      [{ kind: 'url-parameter-needs', name: 'sslnegotiation=direct', needs: 'sslmode=require' }],
    ],
    [
      'postgresql://h/d?sslmode=require&sslrootcert=system',
      [{ kind: 'url-parameter-needs', name: 'sslrootcert=system', needs: 'sslmode=verify-full' }],
    ],
    [
      'postgresql://h/d?sslmode=verify-ca',
      [{ kind: 'url-parameter-needs', name: 'sslmode=verify-ca', needs: 'sslrootcert=<file>' }],
    ],
    [
      'postgresql://h/d?sslmode=require&sslcert=c',
      [{ kind: 'url-parameter-needs', name: 'sslcert', needs: 'sslkey' }],
    ],
    [
      'postgresql://h/d?sslmode=disable&channel_binding=require',
      [{ kind: 'url-parameter-needs', name: 'channel_binding=require', needs: 'sslmode=require' }],
    ],
  ])('%s', (url, expected) => {
    expect(problemsOf(url)).toEqual(expected)
  })

  it('come all at once', () => {
    const kinds = problemsOf('postgresql://a,b/d?sslmode=maybe&sslmod=x')?.map((problem) => problem.kind)
    expect(kinds).toEqual(['url-parameter-unknown', 'url-several-hosts', 'url-parameter-value'])
  })
})

describe('encryption when the URL says nothing', () => {
  it.each([
    ['postgresql://localhost/d', 'allow'],
    ['postgresql://127.0.0.1/d', 'allow'],
    ['postgresql://[::1]/d', 'allow'],
    ['postgresql://db.example.com/d', 'prefer'],
    ['postgresql://db.example.com/d?ssl=true', 'require'],
    ['postgresql://db.example.com/d?sslrootcert=system', 'verify-full'],
  ])('%s: %s', (url, mode) => {
    expect(connectionOf(url).ssl.mode).toBe(mode)
  })
})

describe("Neon's URLs", () => {
  const pooled =
    'postgresql://owner:pw@ep-cool-1a2b-pooler.ap-southeast-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require'

  it('are understood as they are copied', () => {
    expect(connectionOf(pooled)).toMatchObject({
      channelBinding: 'require',
      ssl: { mode: 'require', roots: undefined },
      provider: 'neon',
      pooled: true,
      direct: { host: 'ep-cool-1a2b.ap-southeast-1.aws.neon.tech', port: 5432 },
    })
  })

  it('without -pooler are direct', () => {
    expect(connectionOf(pooled.replace('-pooler', ''))).toMatchObject({
      provider: 'neon',
      pooled: false,
      direct: undefined,
    })
  })
})

it('takes the parameters that are only noise to us', () => {
  const url =
    'postgresql://h/d?uselibpqcompat=true&pgbouncer=true&gssencmode=disable&keepalives=1&client_encoding=UTF8'
  expect(connectionOf(url).host).toBe('h')
})

it('takes what changes the session', () => {
  const url =
    'postgresql://h/d?application_name=a%20b&options=-c%20geqo%3Doff&connect_timeout=1&target_session_attrs=read-write'
  expect(connectionOf(url)).toMatchObject({
    applicationName: 'a b',
    options: '-c geqo=off',
    connectTimeoutMs: 2000,
    readWriteOnly: true,
  })
})
