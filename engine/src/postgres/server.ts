import type { Client } from 'pg'
import { TrueupError } from '../errors/trueup-error.ts'
import { sendCancel } from './connect/cancel-request.ts'
import { redactorFor } from './connect/redact.ts'
import { parseServerVersion } from './connect/server-version.ts'
import { openSession, type Session, type SessionOptions } from './connect/session.ts'
import { copyInQuery } from './copy-in-query.ts'
import { copyOutQuery } from './copy-out-query.ts'
import type { Database, Place, ResultTable, TakeBytes } from './database.ts'
import type { OwnQuery } from './own-query.ts'
import { profiles } from './profile.ts'
import { readDatabaseError } from './read-database-error.ts'
import { simpleQuery } from './simple-query.ts'
import { endsSession } from './statement-diagnosis.ts'
import type { ParsedConnection } from './url/parsed-connection.ts'

const goodbyeMs = 1_000

export interface ServerDatabase extends Database {
  readonly encrypted: boolean
  /** The process that the server named at login; a pooler names one of its own invention. */
  readonly processId: number
}

/** pg keeps what the server said at login by which a session is cancelled; its types leave it out. */
type ClientWithKey = Client & { readonly processID: number; readonly secretKey: number }

/** One session on a server. Nothing is sent after the login: the first message is the caller's. */
export async function connectServer(
  connection: ParsedConnection,
  options: SessionOptions,
): Promise<ServerDatabase> {
  const session = await openSession(connection, options)
  const { client } = session
  const { host, port, user, database } = connection
  const key = client as ClientWithKey
  const place: Place = { kind: 'server', host, port, database, user }
  const conversation = converse(session, connection, place)
  const cancel = async () => {
    if (conversation.isBusy())
      await sendCancel(connection, session.encryption, { processId: key.processID, secret: key.secretKey })
  }
  return {
    profile: connection.pooled ? profiles.transactionPooler : profiles.plain,
    place,
    serverVersion: parseServerVersion(session.parameters.get('server_version') ?? ''),
    encrypted: session.encrypted,
    processId: key.processID,
    query: conversation.query,
    copyOut: (sql, take) => conversation.copyOut(sql, take, cancel),
    copyIn: conversation.copyIn,
    cancel,
    close: () => sayGoodbye(client),
  }
}

/** Sends messages and says what became of the connection when one fails. */
function converse({ client }: Session, connection: ParsedConnection, place: Place) {
  const redact = redactorFor(connection)
  let running = 0
  let ended = false
  let lastWords: string | undefined
  client.on('end', () => {
    ended = true
  })
  client.on('error', (error) => {
    lastWords ??= readDatabaseError(error, { redact })?.message
  })
  const explain = (error: Error, phase: 'query' | 'idle', completed: number) => {
    const refusal = readDatabaseError(error, { place, completed, redact })
    if (refusal && !endsSession(refusal)) return refusal
    ended = true
    const facts = { host: connection.host, phase, serverMessage: refusal?.message ?? lastWords }
    return new TrueupError('CONNECT-LOST', facts, { cause: refusal ?? error })
  }
  /** @param make the query for pg, which settles with what it gave or what went wrong */
  const submit = <Result>(
    make: (settle: (error: Error | null, result: Result) => void) => OwnQuery,
    completed: (result: Result) => number,
  ) =>
    new Promise<Result>((resolve, reject) => {
      const phase = ended ? 'idle' : 'query'
      running += 1
      const settle = (error: Error | null, result: Result) => {
        running -= 1
        if (error) reject(explain(error, phase, completed(result)))
        else resolve(result)
      }
      client.query(make(settle))
    })
  const nothing = () => 0
  const query = (sql: string) =>
    submit<readonly ResultTable[]>(
      (settle) => simpleQuery(sql, settle),
      (tables) => tables.length,
    )
  const copyOut = (sql: string, take: TakeBytes, cancel: () => Promise<void>) => {
    const stop = () => void cancel().catch(() => client.connection.stream.destroy())
    return withOwnFailure((fail) => {
      const watched: TakeBytes = (bytes) => take(bytes).catch(fail)
      return submit<number>(
        (settle) => copyOutQuery(sql, watched, client.connection.stream, stop, settle),
        nothing,
      )
    })
  }
  const copyIn = (sql: string, source: AsyncIterable<Uint8Array>) =>
    withOwnFailure((fail) =>
      submit<number>((settle) => copyInQuery(sql, watchSource(source, fail), settle), nothing),
    )
  return { query, copyOut, copyIn, isBusy: () => running > 0 }
}

/** What failed on our side of a copy is told, and not the server's answer to our giving up. */
async function withOwnFailure<Result>(
  work: (fail: (error: unknown) => never) => Promise<Result>,
): Promise<Result> {
  let own: { readonly error: unknown } | undefined
  const result = await work((error) => {
    own ??= { error }
    throw error
  }).catch((error: unknown) => {
    throw own ? own.error : error
  })
  if (own) throw own.error
  return result
}

async function* watchSource(
  source: AsyncIterable<Uint8Array>,
  fail: (error: unknown) => never,
): AsyncIterable<Uint8Array> {
  try {
    yield* source
  } catch (error) {
    fail(error)
  }
}

/** Sends Terminate and closes at once: pg would wait one more round trip for the server to close its side. */
async function sayGoodbye(client: Client): Promise<void> {
  const { stream } = client.connection
  const timer = setTimeout(() => stream.destroy(), goodbyeMs)
  stream.once('finish', () => stream.destroy())
  await client.end()
  clearTimeout(timer)
}
