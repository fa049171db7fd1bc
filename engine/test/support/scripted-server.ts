import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { followConversation } from './wire.ts'

export interface ScriptedServer {
  readonly port: number
  url(parameters?: string): string
  close(): Promise<void>
}

/**
 * Speaks as much of the protocol as a script says: for servers and proxies that no test can start, such as a
 * provider's, an old major, or a hostile one. What can be had for real is tested on the real thing.
 * @param script what to send when the client's start-up message (or a later one) has arrived
 */
export async function startScriptedServer(
  script: (message: { readonly type: string; readonly number: number }, socket: Socket) => void,
): Promise<ScriptedServer> {
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const conversation = followConversation()
    let number = 0
    socket.on('data', (chunk) => {
      for (const message of conversation.fromClient(chunk)) {
        number += 1
        const isEncryptionRequest = message.type === '' && message.bytes.length === 8
        if (isEncryptionRequest) {
          conversation.fromServer(Buffer.from('N'))
          socket.write('N')
        } else script({ type: message.type, number }, socket)
      }
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    port,
    url: (parameters = '') => `postgresql://somebody:open-sesame@127.0.0.1:${port}/shop${parameters}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}

/** ErrorResponse (manual 55.8). */
export function errorResponse(sqlstate: string, message: string): Buffer {
  return typed('E', `SFATAL\0VFATAL\0C${sqlstate}\0M${message}\0\0`)
}

/** AuthenticationOk, the parameters, and ReadyForQuery: the user is in without a password. */
export function welcome(parameters: Readonly<Record<string, string>>): Buffer {
  const statuses = Object.entries(parameters).map(([name, value]) => typed('S', `${name}\0${value}\0`))
  return Buffer.concat([authentication(0), ...statuses, typed('K', '\0\0\0\x01\0\0\0\x02'), typed('Z', 'I')])
}

/** An Authentication message with the number of its method, and what belongs to it. */
export function authentication(method: number, data = ''): Buffer {
  const number = Buffer.alloc(4)
  number.writeInt32BE(method)
  return typed('R', Buffer.concat([number, Buffer.from(data, 'latin1')]))
}

export function typed(type: string, body: string | Buffer): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(content.length + 4, 1)
  return Buffer.concat([head, content])
}
