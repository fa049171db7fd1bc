import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startServer } from '../../../test/support/server.ts'
import { localIdentity } from '../../../test/support/server-tls.ts'

/** Connects in a process of its own and prints what Node has loaded for it. */
const program = (url: string) => `
  const { parseConnectionUrl } = await import(${JSON.stringify(import.meta.resolve('../url/connection-url.ts'))})
  const { connectServer } = await import(${JSON.stringify(import.meta.resolve('../server.ts'))})
  const before = 'navigator' in globalThis
  const { connection } = parseConnectionUrl(${JSON.stringify(url)})
  const database = await connectServer(connection, { applicationName: 'trueup test' })
  await database.query('SELECT 1')
  await database.close()
  const undici = process.moduleLoadList.filter((name) => name.includes('undici')).length
  console.log(JSON.stringify({ undici, navigatorAsBefore: before === 'navigator' in globalThis }))
`

it.each(['disable', 'require'])(
  'connecting loads no undici and leaves no trace, sslmode=%s',
  async (mode) => {
    const server = await startServer(18, { tls: localIdentity() })
    const words = [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      program(`${server.superuserUrl}?sslmode=${mode}`),
    ]
    const { stdout } = await promisify(execFile)(process.execPath, words)
    expect(JSON.parse(stdout)).toEqual({ undici: 0, navigatorAsBefore: true })
    await server.stop('immediate')
  },
)
