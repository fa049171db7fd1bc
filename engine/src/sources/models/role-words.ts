/** Words that stand for a role where a policy names one (manual, CREATE POLICY); Drizzle writes them as names. */
const roleWords: readonly string[] = ['public', 'current_role', 'current_user', 'session_user']

export function isRoleWord(name: string): boolean {
  return roleWords.includes(name)
}
