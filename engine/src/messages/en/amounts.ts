/** Numbers as people read them; estimates are rounded, and said to be estimates. */
export function rows(count: number, exact = true): string {
  return `${amount(count, exact)} ${count === 1 ? 'row' : 'rows'}`
}

export function amount(count: number, exact = true): string {
  return exact || count < 1000
    ? plain.format(count)
    : `about ${(count < 1e6 ? rounded : compact).format(count)}`
}

const plain = new Intl.NumberFormat('en')
const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const compact = new Intl.NumberFormat('en', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 2,
})

export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 0.1) return 'a moment'
  if (seconds < 1) return 'less than a second'
  if (seconds < 90) return `about ${Math.round(seconds)} s`
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min`
  return `about ${Math.round(seconds / 3600)} h`
}

export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}

export function several(count: number, one: string, many = `${one}s`): string {
  return `${plain.format(count)} ${count === 1 ? one : many}`
}
