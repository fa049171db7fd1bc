import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const support = import.meta.dirname

test.each(['exit', 'SIGTERM', 'SIGKILL'])(
  'a process that ends by %s leaves no server and no folder',
  async (end) => {
    const script = `
    import { startServer } from '${join(support, 'server.ts')}'
    const server = await startServer(15)
    process.stdout.write(server.port + ' ' + server.socketFolder)
    ${end === 'exit' ? 'process.exit(0)' : `process.kill(process.pid, '${end}')`}`
    const run = await runCli(['node', '--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: support,
    })
    const [port, folder = ''] = run.stdout.split(' ')
    expect(Number(port), run.stderr).toBeGreaterThan(0)

    const deadline = Date.now() + 10_000
    while (existsSync(folder) && Date.now() < deadline) await sleep(20)
    expect(existsSync(folder)).toBe(false)
  },
)
