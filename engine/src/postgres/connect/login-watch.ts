import type { Client } from 'pg'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { ParsedConnection } from '../url/parsed-connection.ts'
import type { ConnectObserver, LoginMethod } from './connect-event.ts'

export interface LoginWatch {
  /** ParameterStatus messages: server_version, in_hot_standby, … (manual 55.2.7), kept up to date. */
  readonly parameters: ReadonlyMap<string, string>
  begin(observe: ConnectObserver): void
  /** Gives the password out, but only to a server that proved what `channel_binding` asks for. */
  password(): string
  opened(): void
}

/** Follows a login message by message and refuses a server that skips a proof it owes. */
export function watchLogin(client: Client, connection: ParsedConnection): LoginWatch {
  const { host, user } = connection
  const mustBind = connection.channelBinding === 'require'
  const parameters = new Map<string, string>()
  let observe: ConnectObserver = () => {}
  let method: LoginMethod = 'none'
  let proved = false // the server's signature arrived; pg checks it
  let start = 0
  const elapsed = () => {
    const before = start
    start = performance.now()
    return start - before
  }

  const wire = client.connection
  wire.on('authenticationSASL', (asked: { mechanisms: readonly string[] }) => {
    const plus = usesChannelBinding(client) && asked.mechanisms.includes('SCRAM-SHA-256-PLUS')
    method = plus ? 'SCRAM-SHA-256-PLUS' : 'SCRAM-SHA-256'
  })
  wire.on('authenticationMD5Password', () => {
    method = 'MD5'
  })
  wire.on('authenticationCleartextPassword', () => {
    method = 'plain password'
  })
  wire.on('authenticationSASLFinal', () => {
    proved = true
  })
  wire.on('authenticationOk', () => {
    if (mustBind && method !== 'SCRAM-SHA-256-PLUS')
      wire.emit('error', new TrueupError('CONNECT-CHANNEL-BINDING', { host, reason: 'not-used' }))
    else if (method.startsWith('SCRAM') && !proved)
      wire.emit('error', new TrueupError('CONNECT-AUTHENTICATION', { host, reason: unproved }))
    else observe({ kind: 'logged-in', method, milliseconds: elapsed() })
  })
  wire.on('parameterStatus', (status: { parameterName: string; parameterValue: string }) =>
    parameters.set(status.parameterName, status.parameterValue),
  )
  return {
    parameters,
    begin: (observer) => {
      observe = observer
      start = performance.now()
    },
    password: () => {
      if (mustBind && method !== 'SCRAM-SHA-256-PLUS')
        throw new TrueupError('CONNECT-CHANNEL-BINDING', {
          host,
          reason: usesChannelBinding(client) ? 'not-offered' : 'plain',
        })
      if (!connection.password) throw new TrueupError('CONNECT-PASSWORD-MISSING', { user, host })
      return connection.password.reveal()
    },
    opened: () => observe({ kind: 'database-opened', milliseconds: elapsed() }),
  }
}

const unproved = 'the server did not prove that it knows the password'

function usesChannelBinding(client: Client): boolean {
  return (client as Client & { readonly enableChannelBinding: boolean }).enableChannelBinding
}
