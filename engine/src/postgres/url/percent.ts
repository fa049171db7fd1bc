const escapeCode = /%[0-9a-fA-F]{2}/g

/** Percent-decoded text, or undefined where a `%` is not followed by two hexadecimal digits. */
export function decodePercent(text: string): string | undefined {
  if (text.replace(escapeCode, '').includes('%')) return undefined
  try {
    const decoded = decodeURIComponent(text)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined // bytes that are not UTF-8
  }
}

/**
 * A password as people type it: without one legal escapeCode every `%` stands for itself.
 * Where legal and illegal escapes are mixed nobody can say what was meant: undefined.
 */
export function decodePassword(text: string): string | undefined {
  return text.search(escapeCode) < 0 ? text : decodePercent(text)
}
