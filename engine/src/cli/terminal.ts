/** Where words go: results to the standard output, everything about the run to the standard error. */
export interface Terminal {
  out(text: string): void
  note(text: string): void
  /** Somebody can be asked. */
  readonly interactive: boolean
}

export function processTerminal(): Terminal {
  // whoever reads us may stop reading (`| head`): the run goes on, its words are nobody's
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  }
}
