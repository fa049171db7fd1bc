import type { Catalog } from '../catalog/catalog.ts'

/** Where grants do not count, new default privileges are not made: neither must a way back take them away. */
export function withoutDefaultPrivileges(desired: Catalog, from: Catalog): Catalog {
  const objects = [...desired.objects.values()]
  const unwanted = objects.filter(({ id, kind }) => kind === 'default-privilege' && !from.objects.has(id))
  if (unwanted.length === 0) return desired
  const left = new Map(desired.objects)
  for (const { id } of unwanted) left.delete(id)
  return { ...desired, objects: left }
}
