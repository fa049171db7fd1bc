import { median } from '../create/statistics.ts'
import { table } from '../create/table.ts'
import type { Contestant, Phase } from './contestants.ts'
import type { Result } from './measure.ts'

export interface DiffResults {
  readonly heading: readonly string[]
  readonly contestants: readonly Contestant[]
  readonly absent: readonly string[]
  readonly results: readonly Result[]
}

/** The results as a page of Markdown. */
export function report({ heading, contestants, absent, results }: DiffResults): string {
  const sizes = [...new Set(results.map(({ size }) => size))]
  const sections = [
    ['# What a plan costs', ...heading],
    ...sizes.flatMap((size) =>
      (['no-op', 'one change'] as const).map((phase) => [
        `## ${size.toLocaleString('en')} tables, ${phase}`,
        phaseTable(
          contestants,
          results.filter((one) => one.size === size && one.phase === phase),
        ),
      ]),
    ),
    [
      '## Versions',
      table(
        ['', 'version', 'from'],
        contestants.map(({ name, version, source }) => [name, version ?? '', source]),
      ),
      ...(absent.length > 0 ? [`Not run: ${absent.join(', ')}.`] : []),
      ...notes(results),
    ],
  ]
  return `${sections.flat().join('\n\n')}\n`
}

function phaseTable(contestants: readonly Contestant[], results: readonly Result[]): string {
  const rows = contestants.flatMap(({ name }) => {
    const result = results.find(({ contestant }) => contestant === name)
    return result ? [[name, ...cells(result)]] : [[name, 'not tried', '', '', '']]
  })
  return table(['', 'wall s', 'CPU s', 'peak MB', 'round trips'], rows)
}

function cells({ attempts, turns }: Result): string[] {
  const done = attempts.flatMap((attempt) => (attempt.kind === 'done' ? [attempt.measurement] : []))
  if (attempts.some(({ kind }) => kind === 'over')) return ['over', '', '', '']
  if (done.length < attempts.length || done.length === 0) return ['failed', '', '', '']
  const memory = done.flatMap(({ peakMegabytes }) => peakMegabytes ?? [])
  return [
    (median(done.map(({ wallMs }) => wallMs)) / 1000).toFixed(2),
    (median(done.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(2),
    memory.length > 0 ? median(memory).toFixed(0) : '–',
    turns === undefined ? '–' : String(turns),
  ]
}

function notes(results: readonly Result[]): string[] {
  const failed = results.flatMap(({ contestant, size, phase, attempts }) =>
    attempts.flatMap((attempt) =>
      attempt.kind === 'failed'
        ? [`- ${contestant}, ${size} tables, ${phase satisfies Phase}: ${attempt.reason}`]
        : [],
    ),
  )
  return failed.length > 0 ? ['Failed:', failed.join('\n')] : []
}
