import { type Contestant, type Phase, yardstick } from './contestants.ts'
import type { Run } from './rounds.ts'
import { bareNode, type Start } from './starts.ts'
import { median, type Spread, spreadOf } from './statistics.ts'
import { table } from './table.ts'
import type { Absence } from './warm-up.ts'

export interface Results {
  readonly heading: readonly string[]
  /** Those that ran. */
  readonly contestants: readonly Contestant[]
  readonly absent: readonly Absence[]
  readonly runs: readonly Run[]
  readonly starts: readonly Start[]
}

/** The results as a page of Markdown. */
export function report(results: Results): string {
  const { contestants, absent } = results
  const delays = [...new Set(results.runs.map((run) => run.roundTripMs))]
  const sections = [
    ['# What creating thirteen tables costs', ...results.heading],
    ['## Round trips after the connection is ready', turnsTable(contestants, results.runs)],
    ...delays.map((delay) => [delayTitle(delay), wallTable(contestants, withDelay(results.runs, delay))]),
    ['## Processor time and memory', costTable(contestants, withDelay(results.runs, 0))],
    ...(results.starts.length > 0
      ? [['## Starting, and the embedded database', startsTable(results.starts)]]
      : []),
    ['## Versions', versionsTable(contestants), ...(absent.length > 0 ? ['Not run:', notRun(absent)] : [])],
  ]
  return `${sections.flat().join('\n\n')}\n`
}

function delayTitle(delay: number): string {
  return delay === 0 ? '## Time, server on this machine' : `## Time, ${delay} ms of round trip to the server`
}

function withDelay(runs: readonly Run[], delay: number): Run[] {
  return runs.filter((run) => run.roundTripMs === delay)
}

function turnsTable(contestants: readonly Contestant[], runs: readonly Run[]): string {
  const rows = contestants.map(({ name }) => {
    const turns = (phase: Phase) => String(median(runsOf(runs, name, phase).map((run) => run.turns)))
    const connections = median(runsOf(runs, name, 'create').map((run) => run.connections))
    return [name, turns('create'), turns('no-op'), String(connections)]
  })
  return table(['', 'create', 'nothing to do', 'connections'], rows)
}

function wallTable(contestants: readonly Contestant[], runs: readonly Run[]): string {
  const rows = contestants.map(({ name }) => [
    name,
    ...(['create', 'no-op'] as const).flatMap((phase) => [
      seconds(spreadOf(runsOf(runs, name, phase).map((run) => run.wallMs))),
      timesYardstick(runs, name, phase),
    ]),
  ])
  return table(
    ['seconds: median (least–most)', 'create', '× yardstick', 'nothing to do', '× yardstick'],
    rows,
  )
}

/** Compared round by round, so that load that came and went cancels out. */
function timesYardstick(runs: readonly Run[], name: string, phase: Phase): string {
  const base = runsOf(runs, yardstick, phase)
  if (base.length === 0) return '–'
  const ratios = runsOf(runs, name, phase).map((run) => {
    const same = base.find((other) => other.round === run.round)
    return run.wallMs / (same?.wallMs ?? Number.NaN)
  })
  return median(ratios).toFixed(2)
}

function costTable(contestants: readonly Contestant[], runs: readonly Run[]): string {
  const rows = contestants.map(({ name }) => {
    const cpu = (phase: Phase) => milliseconds(spreadOf(runsOf(runs, name, phase).map((run) => run.cpuMs)))
    const memory = runsOf(runs, name, 'create').flatMap((run) => run.peakMegabytes ?? [])
    return [name, cpu('create'), cpu('no-op'), memory.length > 0 ? median(memory).toFixed(0) : '–']
  })
  return table(['', 'CPU ms, create', 'CPU ms, nothing to do', 'peak MB'], rows)
}

function startsTable(starts: readonly Start[]): string {
  const bare = starts.find((start) => start.name === bareNode)
  const bareCpu = median(bare?.runs.map((run) => run.cpuMs) ?? [0])
  const rows = starts.map(({ name, runs }) => {
    const cpu = spreadOf(runs.map((run) => run.cpuMs))
    const memory = runs.flatMap((run) => run.peakMegabytes ?? [])
    return [
      name,
      milliseconds(spreadOf(runs.map((run) => run.wallMs))),
      milliseconds(cpu),
      `${(cpu.median - bareCpu).toFixed(0)}`,
      memory.length > 0 ? median(memory).toFixed(0) : '–',
    ]
  })
  return table(['', 'wall ms', 'CPU ms', 'CPU ms over bare node', 'peak MB'], rows)
}

function versionsTable(contestants: readonly Contestant[]): string {
  const rows = contestants.map(({ name, version, source }) => [name, version ?? '', source])
  return table(['', 'version', 'from'], rows)
}

function notRun(absent: readonly Absence[]): string {
  return absent.map(({ name, reason }) => `- ${name}: ${reason}`).join('\n')
}

function runsOf(runs: readonly Run[], name: string, phase: Phase): Run[] {
  return runs.filter((run) => run.contestant === name && run.phase === phase)
}

function seconds(spread: Spread): string {
  const [middle, least, most] = [spread.median, spread.least, spread.most].map((ms) => (ms / 1000).toFixed(2))
  return `${middle} (${least}–${most})`
}

function milliseconds(spread: Spread): string {
  return `${spread.median.toFixed(0)} (${spread.least.toFixed(0)}–${spread.most.toFixed(0)})`
}
