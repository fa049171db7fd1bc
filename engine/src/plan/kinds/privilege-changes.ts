import { type Privilege, type Privileges, theOwner } from '../../catalog/privileges.ts'

/** One GRANT or REVOKE, but for what it is on. */
export interface PrivilegeChange {
  readonly verb: 'GRANT' | 'REVOKE'
  readonly privileges: readonly string[]
  readonly part: string | null
  readonly grantee: string
  /** WITH GRANT OPTION, or GRANT OPTION FOR. */
  readonly option: boolean
}

/** What turns one set of privileges into another: everything that is taken first, then what is given. */
export function privilegeChanges(before: Privileges, after: Privileges): PrivilegeChange[] {
  const recalled = recalledOptions(before, after)
  const now = withoutOptions(before, recalled)
  const taken = [...now].filter(([key, each]) => !isOwners(each) && exceeds(each, after.get(key)))
  const takesFromColumns = taken.some(([, { part }]) => part === null)
  const given = [...after].filter(
    ([key, each]) =>
      !isOwners(each) &&
      // REVOKE on the whole has taken the same right on its columns away as well (manual: REVOKE)
      (exceeds(each, now.get(key)) || (takesFromColumns && each.part !== null)),
  )
  return [
    ...changes('REVOKE', recalled, () => true),
    ...changes('REVOKE', new Map(taken), (key) => after.has(key)),
    ...changes('REVOKE', givenUp(after, before), () => false),
    ...changes('GRANT', givenUp(before, after), () => false),
    ...changes('GRANT', new Map(given), (_, { grantable }) => grantable),
  ]
}

/** Grant options that must be recalled, because what somebody passed on by them has to go. */
function recalledOptions(before: Privileges, after: Privileges): Privileges {
  const recalled = new Map<string, Privilege>()
  for (const [key, { passedOn, privilege, part }] of before) {
    if (!passedOn) continue
    const holders = [...before].filter(
      ([, each]) => each.grantable && each.privilege === privilege && each.part === part,
    )
    const stays = after.has(key) && holders.every(([holder]) => after.get(holder)?.grantable)
    if (!stays) for (const [holder, each] of holders) recalled.set(holder, each)
  }
  return recalled
}

/** Recalled options take along what was passed on by them. */
function withoutOptions(privileges: Privileges, recalled: Privileges): Privileges {
  const gone = ({ passedOn, privilege, part }: Privilege) =>
    passedOn && [...recalled.values()].some((each) => each.privilege === privilege && each.part === part)
  return new Map(
    [...privileges]
      .filter(([, each]) => !gone(each))
      .map(([key, each]) => [key, recalled.has(key) ? { ...each, grantable: false } : each]),
  )
}

function exceeds(each: Privilege, other: Privilege | undefined): boolean {
  return other === undefined || (each.grantable && !other.grantable)
}

/** The owner's entries are what it has given up. */
function givenUp(here: Privileges, there: Privileges): Privileges {
  return new Map([...here].filter(([key, each]) => isOwners(each) && !there.has(key)))
}

function isOwners({ grantee }: Privilege): boolean {
  return grantee === theOwner
}

function changes(
  verb: PrivilegeChange['verb'],
  privileges: Privileges,
  hasOption: (key: string, privilege: Privilege) => boolean,
): PrivilegeChange[] {
  const groups = new Map<string, PrivilegeChange>()
  for (const [key, each] of privileges) {
    const option = hasOption(key, each)
    const { part, grantee } = each
    const group = `${part ?? ''} ${grantee} ${option}`
    const known = groups.get(group)?.privileges ?? []
    groups.set(group, { verb, privileges: [...known, each.privilege].sort(), part, grantee, option })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
}
