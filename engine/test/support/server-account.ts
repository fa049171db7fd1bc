import { chownSync, readFileSync } from 'node:fs'

export interface Account {
  readonly uid: number
  readonly gid: number
}

let account: Account | undefined | 'not looked up' = 'not looked up'

/** PostgreSQL refuses to run as root: root's servers run as "postgres", else as "nobody"; others' as themselves. */
export function serverAccount(): Account | undefined {
  if (account === 'not looked up') account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined
  return account
}

/** Root's servers must own, or at least read, what root wrote for them. */
export function giveToServer(path: string): void {
  const owner = serverAccount()
  if (owner) chownSync(path, owner.uid, owner.gid)
}

function unprivilegedAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither an account "postgres" nor "nobody"')
}
