const plain = new Intl.NumberFormat('en')

export function several(count: number, one: string, many = `${one}s`): string {
  return `${plain.format(count)} ${count === 1 ? one : many}`
}

/** Digits in groups, the same in English and Korean. */
export function amount(count: number): string {
  return plain.format(count)
}

/** Seconds as people read them: 0.8, 12. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
