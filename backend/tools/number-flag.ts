import type { ToolMessages } from './messages/catalogue.ts'

/** What a flag with a number may be; without the flag it is `standard`. */
export interface NumberFlag {
  readonly flag: string
  readonly text: string | undefined
  readonly standard: number
  readonly least: number
  readonly most: number
  readonly whole?: boolean
}

/** The number, or undefined when it is none that the flag takes. */
export function readNumber({ text, standard, least, most, whole = true }: NumberFlag): number | undefined {
  if (text === undefined) return standard
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined
}

/** The numbers of all flags by name, or the refusal of the first that is wrong. */
export function readNumbers<Name extends string>(
  flags: Readonly<Record<Name, NumberFlag>>,
  texts: ToolMessages,
):
  | { readonly numbers: Readonly<Record<Name, number>>; readonly refusal?: undefined }
  | { readonly numbers?: undefined; readonly refusal: { code: string; message: string; hint: string } } {
  const numbers: Partial<Record<Name, number>> = {}
  for (const name of Object.keys(flags) as Name[]) {
    const { flag, text = '', least, most } = flags[name]
    const value = readNumber(flags[name])
    if (value === undefined) {
      const { message, hint } = texts.refusals['USAGE-NUMBER']
      const facts = { flag, text, least, most }
      return { refusal: { code: 'USAGE-NUMBER', message: message(facts), hint: hint(facts) } }
    }
    numbers[name] = value
  }
  return { numbers: numbers as Record<Name, number> }
}
