/** 사람이 읽는 수: 어림값은 반올림하고 어림값이라고 밝힙니다. */
export function rows(count: number, exact = true): string {
  return `${amount(count, exact)}행`
}

export function amount(count: number, exact = true): string {
  return exact || count < 1000 ? plain.format(count) : `약 ${(count < 1e6 ? rounded : compact).format(count)}`
}

const plain = new Intl.NumberFormat('ko')
const rounded = new Intl.NumberFormat('ko', { maximumSignificantDigits: 2 })
const compact = new Intl.NumberFormat('ko', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 2,
})

export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 0.1) return '순간'
  if (seconds < 1) return '1초 미만'
  if (seconds < 90) return `약 ${Math.round(seconds)}초`
  if (seconds < 90 * 60) return `약 ${Math.round(seconds / 60)}분`
  return `약 ${Math.round(seconds / 3600)}시간`
}

export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
