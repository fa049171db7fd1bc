import type { ParsedConnection } from '../url/parsed-connection.ts'
import { startClock } from './connect-clock.ts'
import { type Encryption, openSocket } from './socket.ts'

/**
 * CancelRequest (manual 55.2.8) over a connection of its own; works through PgBouncer, which made up the key.
 * The server closes without an answer: whether it helped shows in the fate of the statement.
 */
export async function sendCancel(
  connection: ParsedConnection,
  encryption: Encryption,
  key: { readonly processId: number; readonly secret: number },
): Promise<void> {
  const clock = startClock({ ...connection, connectTimeoutMs: 5_000 })
  try {
    const { stream } = await openSocket(connection, encryption, clock)
    const request = Buffer.alloc(16)
    request.writeInt32BE(16, 0)
    request.writeInt32BE(80_877_102, 4)
    request.writeInt32BE(key.processId, 8)
    request.writeInt32BE(key.secret, 12)
    await new Promise<void>((resolve) => {
      stream.once('close', resolve)
      clock.signal.addEventListener('abort', () => stream.destroy())
      stream.resume()
      stream.write(request) // closing our side as well would make PgBouncer drop what it has not passed on yet
    })
  } finally {
    clock.stop()
  }
}
