import type { Catalog } from '../catalog/catalog.ts'
import { limitSchemas } from '../pull/limit-schemas.ts'
import { pullTarget } from '../pull/pull-target.ts'
import { type PulledFile, pulledFiles } from '../pull/pulled-files.ts'
import type { CatalogDetails } from '../sources/database/details/details.ts'

/** Drift as files for the models: what was changed, as one more script, or the whole database as `pull` writes it. */
export interface AdoptedFiles {
  readonly form: 'changes' | 'whole'
  readonly target: ReturnType<typeof pullTarget>
  readonly files: readonly PulledFile[]
}

export interface Adopted {
  /** The database as it should be called from now on. */
  readonly catalog: Catalog
  readonly details: CatalogDetails
  /** SQL that leads there from what the models knew. */
  readonly statements: readonly { readonly sql: string }[]
  /** The first line of a script: where all that comes from. */
  readonly head: string
  /** What the database is limited to; undefined for the whole of it. */
  readonly schemas: readonly string[] | undefined
  readonly asOf: Date
}

/** @param out a `.sql` file gets the changes; modules, folders and saved catalogs hold everything */
export function adoptedFiles(out: string, adopted: Adopted): AdoptedFiles {
  const target = pullTarget(out)
  const { catalog, details, asOf, schemas, statements, head } = adopted
  if (target.form === 'script') {
    const lines = [`-- ${head}`, ...statements.map(({ sql }) => `${sql};`)]
    return { form: 'changes', target, files: [{ path: target.path, text: `${lines.join('\n\n')}\n` }] }
  }
  const limited = schemas ? limitSchemas(catalog, schemas) : catalog
  return { form: 'whole', target, files: pulledFiles({ catalog: limited, details, asOf }, target) }
}
