import { TrueupError } from '../errors/trueup-error.ts'

/** Sources that are catalogs already: another database, or the catalog of one in a file. */
export type ReadyMadeKind = 'database' | 'saved-catalog'

/** undefined for what must be run in the scratch first: modules, .sql files and folders of them. */
export function readyMadeKind(source: string): ReadyMadeKind | undefined {
  // whatever looks like a URL is one, so that a mistyped password is never repeated as the name of a file
  if (source.includes('://') || /^\s*postgres(ql)?:/i.test(source)) return 'database'
  return source.endsWith('.json') ? 'saved-catalog' : undefined
}

/** The one source that is a catalog already; several sources can be joined only where all are scripts. */
export function readyMadeAmong(
  sources: readonly string[],
): { readonly source: string; readonly kind: ReadyMadeKind } | undefined {
  for (const source of sources) {
    const kind = readyMadeKind(source)
    if (kind === undefined) continue
    if (sources.length > 1) throw new TrueupError('SOURCE-NOT-ALONE', { kind })
    return { source, kind }
  }
  return undefined
}
