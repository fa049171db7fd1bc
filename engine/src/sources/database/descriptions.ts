import { firstUserOid } from './address.ts'
import { createByAddress } from './by-address.ts'

type DescriptionRow = readonly [catalog: number, oid: number, position: number, text: string]

/** Comments of everything in one go; `public` has a low oid but its comment may be a user's. */
export const descriptionRows = `
  SELECT json_build_array(d.classoid::int8, d.objoid::int8, d.objsubid, d.description)
  FROM pg_description d WHERE d.objoid >= ${firstUserOid} OR d.classoid = 'pg_namespace'::regclass`

export type CommentOf = (catalog: number, oid: number, position?: number) => string | null

export function indexDescriptions(rows: readonly DescriptionRow[]): CommentOf {
  const comments = createByAddress<string>()
  for (const [catalog, oid, position, text] of rows) comments.set(catalog, oid, position, text)
  return (catalog, oid, position = 0) => comments.get(catalog, oid, position) ?? null
}
