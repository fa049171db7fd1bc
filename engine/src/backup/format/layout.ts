/** Names within the folder of a backup. */
export const manifestFile = 'manifest.json'
export const sealFile = 'manifest.hmac'
export const checksumsFile = 'SHA256SUMS'
export const schemaFile = 'schema.json'
export const releasedFile = 'released'
export const dataFolder = 'data'

/** A folder that is still being written, or never was finished, ends so. */
export const partialEnding = '.partial'
export const encryptedEnding = '.encrypted'

/** No path in a manifest leads out of the folder. */
export function isSafePath(path: string): boolean {
  return /^(data\/)?\w[\w.-]*$/.test(path)
}

/** A table's name may hold what the name of a file may not; the number keeps names apart. */
export function dataPath(table: string, number: number, part: number, parts: number): string {
  const plain = table.replaceAll(/[^\w.-]+/g, '_').slice(0, 80)
  const ending = parts > 1 ? `.${part}` : ''
  return `${dataFolder}/${String(number).padStart(4, '0')}-${plain}${ending}.copy.gz`
}
