import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Authority, type Certificate, makeAuthority } from './certificates.ts'
import { type Cluster, configureCluster } from './cluster.ts'
import { giveToServer } from './server-account.ts'

/** What a server shows to its clients, and the authority whose clients it believes. */
export interface ServerIdentity {
  readonly authority: Authority
  readonly certificate: Certificate
}

/** A certificate for this machine's names, signed by an authority made for it. */
export function localIdentity(): ServerIdentity {
  const authority = makeAuthority()
  return { authority, certificate: authority.issue(['localhost', '127.0.0.1']) }
}

/** Switches TLS on; returns the file that clients name as `sslrootcert`. */
export function enableTls(cluster: Cluster, identity: ServerIdentity): string {
  const authorityFile = join(cluster.folder, 'authority.pem')
  writeForServer(authorityFile, identity.authority.certificate)
  writeForServer(join(cluster.dataFolder, 'server.crt'), identity.certificate.certificate)
  writeForServer(join(cluster.dataFolder, 'server.key'), identity.certificate.key)
  configureCluster(cluster, ['ssl = on', `ssl_ca_file = '${authorityFile}'`])
  return authorityFile
}

/** The server refuses a key that is not its own or that others can read. */
function writeForServer(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 })
  giveToServer(file)
}
