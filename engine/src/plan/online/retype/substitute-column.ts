/**
 * A part of an index definition as PostgreSQL writes it, with one column under another name. Columns stand there
 * unqualified; functions are followed by a parenthesis, types preceded by two colons, keywords in capitals.
 */
export function substituteColumn(definition: string, columns: ReadonlyMap<string, string>): string {
  return definition.replace(token, (found, before: string, name: string, after: string) => {
    const substitute = name === undefined || after === '(' ? undefined : columns.get(name)
    return substitute === undefined || before === '.' || before === '::'
      ? found
      : `${before}${substitute}${after}`
  })
}

/** Constants are passed over whole; names come with the signs around them. */
const token = /'(?:[^']|'')*'|(::|\.|)("(?:[^"]|"")*"|[a-z_\u0080-\uffff][\w$\u0080-\uffff]*)(\(|)/g
