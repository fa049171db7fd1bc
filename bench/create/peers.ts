import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../../engine/test/support/run-cli.ts'

const folder = join(import.meta.dirname, '../peers')

/** The peers are big and nobody else needs them, so they are installed when first measured. */
export async function installPeers(onProgress: (line: string) => void): Promise<void> {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return
  onProgress('installing the peers into bench/peers')
  // Without install scripts: Prisma's would download a native engine.
  const install = await runCli(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
  if (install.exitCode !== 0)
    onProgress(`the peers could not be installed and are left out:\n${install.stderr}`)
}
