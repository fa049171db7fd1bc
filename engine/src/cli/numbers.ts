import { TrueupError } from '../errors/trueup-error.ts'

/** From 1. @throws USAGE-NUMBER */
export function wholeNumber(text: string, flag: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1) throw new TrueupError('USAGE-NUMBER', { flag })
  return number
}

/** From 0. @throws USAGE-COUNT */
export function count(text: string, flag: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new TrueupError('USAGE-COUNT', { flag, text })
  return Number(text)
}
