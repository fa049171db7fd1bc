/** SQL condition: the catalog of subscriptions is shared by all databases. */
export function ofThisDatabase(subscription: string): string {
  return `${subscription}.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())`
}

/**
 * Only superusers may name the column subconninfo; whoever else does fails as a whole, even where the value is not
 * needed. So the query that names it is a text, run only for those who may.
 */
export function connectionAsHex(subscription: string): string {
  return `CASE WHEN has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') THEN
    substring(query_to_xml(format(
      'SELECT encode(convert_to(subconninfo, ''UTF8''), ''hex'') AS hex FROM pg_subscription WHERE oid = %s',
      ${subscription}.oid), false, false, '')::text FROM '<hex>([0-9a-f]*)</hex>') END`
}

/** What differs from the options of a subscription of which nothing is said, spelled alike for all majors. */
export function subscriptionOptions(s: string, version: number): string[] {
  const flag = (column: string, name: string, usual: boolean) =>
    `CASE WHEN ${usual ? 'NOT ' : ''}${s}.${column} THEN '${name} = ${!usual}' END`
  return [
    flag('subbinary', 'binary', false),
    version >= 160000
      ? `CASE ${s}.substream WHEN 'f' THEN 'streaming = off' WHEN 't' THEN 'streaming = on' ELSE 'streaming = parallel' END`
      : `CASE WHEN ${s}.substream THEN 'streaming = on' ELSE 'streaming = off' END`,
    `CASE WHEN ${s}.subsynccommit <> 'off' THEN 'synchronous_commit = ' || quote_literal(${s}.subsynccommit) END`,
    ...(version >= 150000
      ? [
          `CASE WHEN ${s}.subtwophasestate <> 'd' THEN 'two_phase = true' END`,
          flag('subdisableonerr', 'disable_on_error', false),
        ]
      : []),
    ...(version >= 160000
      ? [
          flag('subpasswordrequired', 'password_required', true),
          flag('subrunasowner', 'run_as_owner', false),
          `CASE WHEN ${s}.suborigin <> 'any' THEN 'origin = ' || ${s}.suborigin END`,
        ]
      : []),
    ...(version >= 170000 ? [flag('subfailover', 'failover', false)] : []),
  ]
}
