/** Whatever may be a name in a text, as PostgreSQL would spell it: more words than names, but no name is missing. */
export function wordsOf(text: string): Set<string> {
  const plain = text.match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []
  const quoted = [...text.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name = '']) => name.replaceAll('""', '"'))
  return new Set([...plain, ...plain.map((word) => word.toLowerCase()), ...quoted])
}
