import type { Measurement } from '../create/measured-run.ts'
import { median } from '../create/statistics.ts'

export interface Round {
  readonly contestant: string
  readonly measurement: Measurement
  /** On the disk; 0 for a restore. */
  readonly bytes: number
}

export interface Amount {
  readonly rows: number
  /** Of the rows as COPY writes them. */
  readonly bytes: number
}

export function backupTable(title: string, rounds: readonly Round[], { rows, bytes }: Amount): string[] {
  const names = [...new Set(rounds.map(({ contestant }) => contestant))]
  const lines = names.map((name) => {
    const own = rounds.filter(({ contestant }) => contestant === name)
    const seconds = median(own.map(({ measurement }) => measurement.wallMs)) / 1000
    const cpu = median(own.map(({ measurement }) => measurement.cpuMs)) / 1000
    const memory = Math.max(...own.map(({ measurement }) => measurement.peakMegabytes ?? 0))
    const size = own[0]?.bytes ?? 0
    const cells = [
      name,
      `${seconds.toFixed(1)} s`,
      Math.round(rows / seconds).toLocaleString('en'),
      (bytes / seconds / 1024 ** 2).toFixed(1),
      `${cpu.toFixed(1)} s`,
      `${memory.toFixed(0)} MB`,
      ...(size > 0 ? [`${(size / 1024 ** 2).toFixed(0)} MB`] : ['']),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    `## ${title}`,
    '',
    '|  | wall time | rows/s | MB/s | CPU of the client | memory, largest process | size |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ]
}
