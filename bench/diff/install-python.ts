import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../../engine/test/support/run-cli.ts'

const folder = join(import.meta.dirname, '../peers')

/** Alembic in an environment of its own; left out where there is no Python. */
export async function installPython(onProgress: (line: string) => void): Promise<void> {
  if (existsSync(join(folder, '.venv/bin/alembic'))) return
  onProgress('installing Alembic into bench/peers/.venv')
  const script = 'python3 -m venv .venv && .venv/bin/pip install --quiet --requirement requirements.txt'
  const install = await runCli(['bash', '-c', script], { cwd: folder })
  if (install.exitCode !== 0) onProgress(`Alembic could not be installed and is left out:\n${install.stderr}`)
}
