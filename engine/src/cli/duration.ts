import { TrueupError } from '../errors/trueup-error.ts'

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `500ms`, `30s`, `10m`, `1h`, `30d`; a bare number means seconds. Milliseconds come out. Fails with USAGE-DURATION. */
export function parseDuration(text: string, flag: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text.trim()) ?? []
  if (number === undefined) throw new TrueupError('USAGE-DURATION', { flag, text })
  return Math.round(Number(number) * (unitsMs[unit] ?? 0))
}
