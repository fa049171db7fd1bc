import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startClock } from './connect-clock.ts'
import type { ConnectEvent } from './connect-event.ts'
import { openTcp } from './tcp.ts'

/** Tries addresses of this machine; the server listens on 127.0.0.2 alone. */
async function reach(addresses: readonly string[]) {
  const listener = createServer((socket) => socket.on('error', () => {}))
  listener.listen(0, '127.0.0.2')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const place = { host: 'several.example', port, connectTimeoutMs: 10_000 }
  const clock = startClock(place)
  const events: ConnectEvent[] = []
  try {
    const socket = await openTcp(place, addresses, clock, (event) => events.push(event))
    socket.destroy()
    return events
  } finally {
    clock.stop()
    listener.close()
  }
}

describe('a host with several addresses', () => {
  it
    .skipIf(process.platform !== 'linux')
    .each([[['127.0.0.2']], [['127.0.0.3', '127.0.0.2']], [['::1', '127.0.0.3', '127.0.0.2', '127.0.0.4']]])(
    'is reached at the one that answers: %j',
    async (addresses) => {
      expect(await reach(addresses)).toMatchObject([{ kind: 'socket-opened', address: '127.0.0.2' }])
    },
  )

  it('fails with what says most', async () => {
    await expect(reach(['::', '127.0.0.3', '255.255.255.255'])).rejects.toMatchObject({
      code: 'CONNECT-REFUSED',
      parameters: { host: 'several.example' },
    })
  })
})
