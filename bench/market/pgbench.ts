import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measured, Round } from './measured.ts'
import { summarize } from './measured.ts'

/** The folder of pgbench where it is not on the PATH: Debian keeps it with the server. */
const places = ['pgbench', ...[18, 17, 16, 15, 14].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`)]

export function findPgbench(): string | undefined {
  return places.find((program) => spawnSync(program, ['--version']).status === 0)
}

export interface PgbenchRun {
  readonly program: string
  readonly url: string
  readonly script: string
  /** Whether a connection keeps the plan of a statement, or parses and plans it at every call. */
  readonly protocol: 'prepared' | 'extended'
}

/** Runs a script with as many clients for as long, and reads the latency of every transaction from its log. */
export function runPgbench(
  { program, url, script, protocol }: PgbenchRun,
  { clients, seconds, rate }: Round,
): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'))
  try {
    writeFileSync(join(folder, 'script.sql'), script)
    const fixed = ['--no-vacuum', `--protocol=${protocol}`, '--jobs=2', '--log']
    const paced = rate === undefined ? [] : [`--rate=${rate}`]
    const words = [...fixed, ...paced, `--client=${clients}`, `--time=${seconds}`, '--file=script.sql', url]
    const { status, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`pgbench failed: ${stderr}`)
    const { latencies, span } = readLog(folder)
    // on a machine that is too busy the time is over before sixteen clients have logged in
    if (latencies.length < clients) throw new Error(`pgbench ended too little in ${seconds} s: longer rounds`)
    return summarize(latencies, span)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The third number of a line is the time in microseconds, from when the transaction was due; the fifth and sixth are
 * when it ended. The span begins with the first answer: logging in is not what is measured.
 */
function readLog(folder: string): { readonly latencies: number[]; readonly span: number } {
  const logs = readdirSync(folder).filter((name) => name.startsWith('pgbench_log'))
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
  const latencies: number[] = []
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const line of lines) {
    const [, , microseconds, , second, fraction] = line.split(' ').map(Number)
    const ended = second! + fraction! / 1e6
    latencies.push(microseconds! / 1_000)
    first = Math.min(first, ended)
    last = Math.max(last, ended)
  }
  return { latencies, span: Math.max(0.001, last - first) }
}
