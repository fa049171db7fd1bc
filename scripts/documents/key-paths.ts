/** All keys of a JSON value by their way from the top: `tables[].labels.en`. */
export function keyPaths(value: unknown, below = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keyPaths(item, `${below}[]`)))].sort()
  if (typeof value !== 'object' || value === null) return []
  const paths = Object.entries(value).flatMap(([key, inner]) => {
    const path = below === '' ? key : `${below}.${key}`
    return [path, ...keyPaths(inner, path)]
  })
  return [...new Set(paths)].sort()
}
