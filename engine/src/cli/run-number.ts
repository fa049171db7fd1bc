import { TrueupError } from '../errors/trueup-error.ts'

/** The number that `trueup history` shows for a run. */
export function runNumber(word: string): number {
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new TrueupError('USAGE-RUN-NUMBER', { word })
  return Number(word)
}
