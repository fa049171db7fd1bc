import { gunzipSync, gzipSync } from 'node:zlib'
import type { Catalog } from '../catalog/catalog.ts'
import { type CatalogJson, catalogFromJson, catalogToJson } from '../catalog/json.ts'

/** A catalog as an SQL expression of type bytea: JSON in gzip, without secrets. */
export function catalogLiteral(catalog: Catalog): string {
  const packed = gzipSync(JSON.stringify(catalogToJson(catalog)), { level: 6 })
  return `decode('${packed.toString('base64')}', 'base64')`
}

/** @param cell a bytea as the server prints it with `bytea_output = 'hex'` */
export function catalogFromCell(cell: string): Catalog {
  const json = gunzipSync(Buffer.from(cell.slice('\\x'.length), 'hex')).toString('utf8')
  return catalogFromJson(JSON.parse(json) as CatalogJson)
}
