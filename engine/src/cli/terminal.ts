import { type Screen, styleOf } from '../report/terminal/style.ts'

/** Where words go: results to the standard output, everything about the run to the standard error. */
export interface Terminal {
  out(text: string): void
  note(text: string): void
  /** One line that the next one replaces, for people who watch; nobody else sees it. */
  status(text: () => string): void
  /** Somebody watches: a status is seen. */
  readonly watched: boolean
  /** Somebody can be asked. */
  readonly interactive: boolean
  readonly screen: Screen
}

export function processTerminal(): Terminal {
  // whoever reads us may stop reading (`| head`): the run goes on, its words are nobody's
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  const { isTTY } = process.stderr
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write(clearLine)
    shown = false
  }
  return {
    out: (text) => {
      clear()
      process.stdout.write(`${text}\n`)
    },
    note: (text) => {
      clear()
      process.stderr.write(`${text}\n`)
    },
    status: (text) => {
      if (!isTTY) return
      process.stderr.write(`${clearLine}${text().slice(0, (process.stderr.columns ?? 80) - 1)}`)
      shown = true
    },
    watched: isTTY,
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    screen: {
      style: styleOf(wantsColour()),
      columns: Math.min(process.stdout.columns || columnsUsual, columnsMost),
    },
  }
}

const columnsUsual = 100
/** Longer lines are hard to read. */
const columnsMost = 120

/** https://no-color.org: any value but the empty one. */
function wantsColour(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}
const clearLine = '\r\x1b[K'
