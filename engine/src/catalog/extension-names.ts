import type { Catalog } from './catalog.ts'

export function extensionNames({ objects }: Catalog): string[] {
  return [...objects.values()].flatMap(({ kind, name }) => (kind === 'extension' ? [name] : []))
}
