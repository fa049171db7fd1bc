import type { Extensions } from '@electric-sql/pglite'

/**
 * Extensions come to PGlite as modules of their own and must be named when it starts. What it does not have is left
 * out: CREATE EXTENSION then says so in PostgreSQL's words.
 */
export async function embeddedExtensions(names: Iterable<string>): Promise<Extensions> {
  const extensions: Extensions = {}
  for (const name of new Set(names)) {
    const module = await load(name)
    if (module) extensions[name.replaceAll('-', '_')] = module
  }
  return extensions
}

/** pgvector is a package of its own, used where it is installed. */
async function load(name: string): Promise<Extensions[string] | undefined> {
  if (!/^[a-z][a-z0-9_-]*$/.test(name)) return undefined
  const file = name.replaceAll('-', '_')
  const path = name === 'vector' ? '@electric-sql/pglite-pgvector' : `@electric-sql/pglite/contrib/${file}`
  try {
    return ((await import(path)) as Record<string, Extensions[string]>)[file]
  } catch {
    return undefined
  }
}
