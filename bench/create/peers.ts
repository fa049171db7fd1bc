import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../../engine/test/support/run-cli.ts'

export const peers = join(import.meta.dirname, '../peers')

/** The peers are big and nobody else needs them, so they are installed when first measured. */
export async function installPeers(onProgress: (line: string) => void): Promise<void> {
  if (existsSync(join(peers, 'node_modules/.package-lock.json'))) return
  onProgress('installing the peers into bench/peers')
  // Without install scripts: Prisma's would download a native engine.
  const install = await runCli(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers })
  if (install.exitCode !== 0)
    onProgress(`the peers could not be installed and are left out:\n${install.stderr}`)
}

export function npmPeer(name: string): { readonly version: string | undefined; readonly source: string } {
  return { version: packageVersion(join(peers, 'node_modules', name)), source: 'bench/peers/package.json' }
}

export function packageVersion(folder: string): string | undefined {
  const file = join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}
