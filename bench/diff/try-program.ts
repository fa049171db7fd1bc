import { type Measurement, measuredRun, type Program } from '../create/measured-run.ts'

export type Attempt =
  | { readonly kind: 'done'; readonly measurement: Measurement }
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Runs a program under a limit of time. 2 is no failure: migra ends so when there is a difference. */
export async function tryProgram(program: Program, limitSeconds: number): Promise<Attempt> {
  const [first = '', ...rest] = program.command
  const words = [first === 'node' ? process.execPath : first, ...rest]
  const script = `timeout --signal=KILL ${limitSeconds} "$@"; code=$?; [ $code -eq 2 ] && exit 0; exit $code`
  try {
    const measurement = await measuredRun({ ...program, command: ['bash', '-c', script, 'bash', ...words] })
    return { kind: 'done', measurement }
  } catch (error) {
    const text = String(error)
    if (/ended with 137:/.test(text)) return { kind: 'over' }
    const reason = text.slice(text.indexOf('ended with')).replace(/postgres(ql)?:\/\/\S+/g, '<url>')
    return { kind: 'failed', reason: reason.replace(/\s+/g, ' ').slice(0, 300) }
  }
}
