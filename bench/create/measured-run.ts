import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../../engine/test/support/run-cli.ts'
import { runFolder } from '../../engine/test/support/run-folder.ts'

export interface Measurement {
  readonly wallMs: number
  /** User and system time of the program and all it started and waited for. */
  readonly cpuMs: number
  /** The largest resident size of any one of these processes; undefined without GNU time. */
  readonly peakMegabytes: number | undefined
  readonly stdout: string
}

export interface Program {
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

const gnuTime = '/usr/bin/time'
export const measuresMemory = existsSync(gnuTime)

/** bash counts processor time in milliseconds (GNU time: in hundredths of a second), GNU time knows memory. */
const script = `TIMEFORMAT='%R %U %S'; { time "\${@:2}" 2>&3; } 3>&2 2>"$1/time"`

/** Runs a program to its end; rejects with its output when it fails. */
export async function measuredRun(program: Program): Promise<Measurement> {
  const notes = mkdtempSync(join(runFolder(), 'run-'))
  try {
    const [first = '', ...rest] = program.command
    const command = [first === 'node' ? process.execPath : first, ...rest]
    const withMemory = measuresMemory
      ? [gnuTime, '--format=%M', `--output=${notes}/memory`, ...command]
      : command
    const run = await runCli(['bash', '-c', script, 'bash', notes, ...withMemory], program)
    if (run.exitCode !== 0)
      throw new Error(`${command.join(' ')}\nended with ${run.exitCode}:\n${run.stderr}${run.stdout}`)
    const [wall = 0, user = 0, system = 0] = readFileSync(`${notes}/time`, 'utf8')
      .trim()
      .split(' ')
      .map(Number)
    const memory = measuresMemory ? Number(readFileSync(`${notes}/memory`, 'utf8')) / 1024 : undefined
    return { wallMs: wall * 1000, cpuMs: (user + system) * 1000, peakMegabytes: memory, stdout: run.stdout }
  } finally {
    rmSync(notes, { recursive: true })
  }
}
