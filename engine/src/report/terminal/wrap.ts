import stringWidth from 'fast-string-width'

/** Breaks a text at blanks so that no line is wider than the columns, wide letters counted as two. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && stringWidth(longer) > columns) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The first line after `first`, the others under it. */
export function hanging(first: string, text: string, columns: number): string[] {
  const indent = stringWidth(first)
  return wrap(text, Math.max(20, columns - indent)).map(
    (line, i) => (i === 0 ? first : ' '.repeat(indent)) + line,
  )
}

/** As much of a line as fits into the columns. */
export function cut(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line
  let kept = ''
  for (const letter of line) {
    if (stringWidth(kept + letter) > columns - 1) break
    kept += letter
  }
  return `${kept}…`
}
