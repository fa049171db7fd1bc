import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { PolicyModel, TableModel } from '../model.ts'
import { isRoleWord } from '../role-words.ts'

/** Row level security first, then what it lets through. */
export function createPolicies(table: TableModel): readonly string[] {
  const alter = `ALTER TABLE ${quoteQualified(table.schema, table.name)}`
  return [
    ...(table.rowLevelSecurity === 'off' ? [] : [`${alter} ENABLE ROW LEVEL SECURITY`]),
    ...(table.rowLevelSecurity === 'forced' ? [`${alter} FORCE ROW LEVEL SECURITY`] : []),
    ...table.policies.map((policy) => createPolicy(policy, table)),
  ]
}

function createPolicy(
  { name, restrictive, command, roles, using, withCheck }: PolicyModel,
  table: TableModel,
) {
  return [
    `CREATE POLICY ${quoteIdentifier(name)} ON ${quoteQualified(table.schema, table.name)}`,
    restrictive ? ' AS RESTRICTIVE' : '',
    ` FOR ${command.toUpperCase()}`,
    ` TO ${roles.map((role) => (isRoleWord(role) ? role : quoteIdentifier(role))).join(', ')}`,
    using === undefined ? '' : ` USING (${using})`,
    withCheck === undefined ? '' : ` WITH CHECK (${withCheck})`,
  ].join('')
}
