import type { Catalog } from '../../catalog/catalog.ts'
import type { WrittenFiles } from '../../pull/write-files.ts'
import type { ReportedTarget } from '../terminal/creation.ts'
import { countKinds } from '../terminal/pull.ts'

export function pullJson(
  { catalog, written, removed }: WrittenFiles & { readonly catalog: Catalog },
  { environment, place }: ReportedTarget,
): string {
  return JSON.stringify(
    {
      command: 'pull',
      environment,
      place,
      serverVersion: catalog.serverVersion,
      written,
      removed,
      objects: Object.fromEntries(countKinds(catalog)),
      unmodelled: catalog.unmodelled,
    },
    null,
    2,
  )
}
