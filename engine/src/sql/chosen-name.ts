/**
 * The name PostgreSQL itself would choose: `<table>_<column>_<label>`, the longer of the first two parts cut until the
 * whole fits 63 bytes, never inside a character (makeObjectName, src/backend/commands/indexcmds.c).
 */
export function chosenName(first: string, second: string | null, label: string): string {
  const overhead = byteLength(label) + 1 + (second === null ? 0 : 1)
  const available = 63 - overhead
  let firstLength = byteLength(first)
  let secondLength = second === null ? 0 : byteLength(second)
  while (firstLength + secondLength > available) {
    if (firstLength > secondLength) firstLength--
    else secondLength--
  }
  const parts = [clip(first, firstLength), ...(second === null ? [] : [clip(second, secondLength)]), label]
  return parts.join('_')
}

/** The first `bytes` bytes of a name without half a character at the end (pg_mbcliplen). */
function clip(name: string, bytes: number): string {
  if (byteLength(name) <= bytes) return name
  let clipped = ''
  let used = 0
  for (const character of name) {
    used += byteLength(character)
    if (used > bytes) break
    clipped += character
  }
  return clipped
}

function byteLength(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  return new TextEncoder().encode(text).length
}
