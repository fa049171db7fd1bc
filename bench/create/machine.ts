import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** One line about the machine, for the reader who has another. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} cores (${model}), ${gigabytes} GiB, ${type()} ${release()}, Node ${process.versions.node}`
}

/** The load average of the last minute: ratios taken under load are not to be trusted closely. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
