import { TrueupError } from '../../errors/trueup-error.ts'

/** The oldest major that still gets security fixes, and that the tests run against. */
const oldestMajor = 14

/** `15.18 (Debian 15.18-1)` → 150018, `18beta1` → 180000, `9.6.24` → 90624 (as server_version_num). */
export function parseServerVersion(text: string): number {
  const [, major = '0', minor = '0', patch = '0'] = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text) ?? []
  if (Number(major) >= 10) return Number(major) * 10_000 + Number(minor)
  return Number(major) * 10_000 + Number(minor) * 100 + Number(patch)
}

/** Refuses a server too old to be understood, and one that cannot write where the URL asks for writing. */
export function checkServer(
  connection: { readonly host: string; readonly readWriteOnly: boolean },
  parameters: ReadonlyMap<string, string>,
): void {
  const { host } = connection
  const version = parameters.get('server_version') ?? ''
  if (parseServerVersion(version) < oldestMajor * 10_000)
    throw new TrueupError('CONNECT-SERVER-TOO-OLD', { host, version: version || '?', oldest: oldestMajor })
  const readOnly = ['in_hot_standby', 'default_transaction_read_only'].some(
    (name) => parameters.get(name) === 'on',
  )
  if (connection.readWriteOnly && readOnly) throw new TrueupError('CONNECT-READ-ONLY', { host })
}
