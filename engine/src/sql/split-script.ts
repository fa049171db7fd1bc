import { TrueupError } from '../errors/trueup-error.ts'

export interface ScriptPart {
  readonly sql: string
  /** 1-based line of the script where the statement begins. */
  readonly line: number
}

/**
 * Cuts a script into statements without understanding them: it knows only what can hide a semicolon, as psql's
 * scanner does (quotes, dollar quotes, comments, brackets, BEGIN ATOMIC bodies; manual 4.1).
 * psql's own commands cannot be run; those that pg_dump writes for safety are left out, and so are the rows that it
 * writes below COPY … FROM stdin.
 */
export function splitScript(script: string, name: string): ScriptPart[] {
  const parts: ScriptPart[] = []
  let start = 0
  let depth = 0
  let body = noBody
  const lineOf = lineCounter(script)
  const finish = (end: number) => {
    const sql = script.slice(start, end)
    if (hasCode(sql)) parts.push({ sql: sql.trim(), line: lineOf(start + leadingBlank(sql)) })
    start = end + 1
    depth = 0
    body = noBody
  }
  const token =
    /'|"|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|--|\/\*|[();\\]|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.$]*/g
  for (let match = token.exec(script); match; match = token.exec(script)) {
    const text = match[0]
    const at = match.index
    if (text === "'" || text === '"') {
      token.lastIndex = endOfQuote(script, at, text, text === "'" && isEscapeString(script, at))
    } else if (text.startsWith('$')) {
      token.lastIndex = endAfter(script, text, at + text.length)
    } else if (text === '--') {
      token.lastIndex = endAfter(script, '\n', at)
    } else if (text === '/*') {
      token.lastIndex = endOfComment(script, at)
    } else if (text === '(') depth++
    else if (text === ')') depth--
    else if (text === '\\') {
      const end = endAfter(script, '\n', at)
      refuseMetaCommand(script.slice(at, end).trim(), name, lineOf(at))
      if (!hasCode(script.slice(start, at))) start = end
      token.lastIndex = end
    } else if (text === ';') {
      if (depth > 0 || body.blocks > 0) continue
      if (isCopyFromInput(script.slice(start, at))) start = token.lastIndex = endOfCopyData(script, at)
      else finish(at)
    } else body = followBody(body, text)
  }
  finish(script.length)
  return parts
}

function isCopyFromInput(sql: string): boolean {
  return /^copy\b.*\bfrom\s+stdin\b/is.test(sql.slice(leadingBlank(sql)))
}

/** The rows begin on the next line, and end with a line of its own (manual, COPY: File Formats). */
function endOfCopyData(script: string, semicolon: number): number {
  const end = /^\\\.\r?$/m.exec(script.slice(semicolon))
  return end ? semicolon + end.index + end[0].length : script.length
}

/** How far a statement has shown itself to be CREATE FUNCTION … BEGIN ATOMIC, and how many blocks are open in it. */
interface Body {
  readonly words: number
  readonly routine: boolean
  readonly blocks: number
  readonly last: string
}
const noBody: Body = { words: 0, routine: false, blocks: 0, last: '' }

function followBody(body: Body, word: string): Body {
  const last = word.toUpperCase()
  const words = body.words + 1
  const routine = body.routine || (words <= 4 && (last === 'FUNCTION' || last === 'PROCEDURE'))
  if (!routine) return { words, routine, blocks: 0, last }
  if (last === 'ATOMIC' && body.last === 'BEGIN') return { words, routine, blocks: body.blocks + 1, last }
  if (body.blocks > 0 && last === 'CASE') return { words, routine, blocks: body.blocks + 1, last }
  if (body.blocks > 0 && last === 'END') return { words, routine, blocks: body.blocks - 1, last }
  return { words, routine, blocks: body.blocks, last }
}

function endOfQuote(script: string, start: number, quote: string, backslashes: boolean): number {
  for (let i = start + 1; i < script.length; i++) {
    if (backslashes && script[i] === '\\') i++
    else if (script[i] === quote) {
      if (script[i + 1] !== quote) return i + 1
      i++
    }
  }
  return script.length
}

function isEscapeString(script: string, quote: number): boolean {
  return /[eE]/.test(script[quote - 1] ?? '') && !/[\w$]/.test(script[quote - 2] ?? '')
}

function endAfter(script: string, end: string, from: number): number {
  const found = script.indexOf(end, from)
  return found < 0 ? script.length : found + end.length
}

/** Block comments nest (manual 4.1.5). */
function endOfComment(script: string, start: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  let depth = 0
  for (let match = mark.exec(script); match; match = mark.exec(script)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return script.length
}

function hasCode(sql: string): boolean {
  return sql.length > leadingBlank(sql)
}

/** Length of the white space and comments that a statement begins with. */
function leadingBlank(sql: string): number {
  for (let i = 0; ; ) {
    const blank = /\s*/y
    blank.lastIndex = i
    i += blank.exec(sql)?.[0].length ?? 0
    if (sql.startsWith('--', i)) i = endAfter(sql, '\n', i)
    else if (sql.startsWith('/*', i)) i = endOfComment(sql, i)
    else return i
  }
}

/** Line numbers of positions asked for in rising order. */
function lineCounter(script: string): (position: number) => number {
  let line = 1
  let next = script.indexOf('\n')
  return (position) => {
    for (; next >= 0 && next < position; next = script.indexOf('\n', next + 1)) line++
    return line
  }
}

function refuseMetaCommand(command: string, file: string, line: number): void {
  if (/^\\(restrict|unrestrict)\b/.test(command)) return
  throw new TrueupError('SQL-META-COMMAND', { command: command.split(/\s/)[0] ?? '', file, line })
}
