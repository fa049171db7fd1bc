/**
 * Somebody's statement without the values in it: they are people's data, and no concern of ours. Comments go as well.
 * Only for showing; a text cut off in the middle of a literal (track_activity_query_size) is cut off there.
 */
export function redactQuery(sql: string): string {
  const text = sql.replace(token, (found, name: string | undefined) => {
    if (name !== undefined) return name
    if (found.startsWith('--') || found.startsWith('/*')) return ' '
    return '?'
  })
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line
}

const shownMax = 200

const token =
  /("(?:[^"]|"")*(?:"|$)|[\p{L}_][\p{L}\p{N}_$]*(?!['\p{L}\p{N}_$]))|[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*(?:'|$)|\$([\p{L}_]?[\p{L}\p{N}_]*)\$[\s\S]*?(?:\$\2\$|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\.?\d[\d._]*(?:[eE][+-]?\d+)?/gu
