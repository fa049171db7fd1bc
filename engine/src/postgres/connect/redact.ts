import type { ParsedConnection } from '../url/parsed-connection.ts'

export type Redact = <Text extends string | undefined>(text: Text) => Text

/**
 * Takes the password out of whatever a server or a library says, as it is and percent-encoded. A password equal
 * to a name that is shown anyway stays: crossing out the name would give it away.
 */
export function redactorFor(
  connection: Pick<ParsedConnection, 'host' | 'user' | 'database' | 'password'>,
): Redact {
  const password = connection.password?.reveal()
  const shown = [connection.host, connection.user, connection.database]
  if (!password || shown.includes(password)) return (text) => text
  const spellings = [password, encodeURIComponent(password)]
  return (text) =>
    spellings.reduce<string | undefined>((clean, each) => clean?.replaceAll(each, '***'), text) as typeof text
}
