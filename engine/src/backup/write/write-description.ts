import { checksumsText } from '../format/checksums.ts'
import { checksumsFile, manifestFile, schemaFile, sealFile } from '../format/layout.ts'
import type { FileEntry, Manifest } from '../format/manifest.ts'
import { restoreScript, sectionScripts } from '../schema/scripts.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import { createBackupFile, type FilePlace } from './backup-file.ts'

/** Everything but the rows: the schema, scripts for psql, the manifest, and last the checksums of all files. */
export async function writeDescription(
  place: FilePlace,
  description: Omit<Manifest, 'files'>,
  statements: readonly SchemaStatement[],
  dataFiles: readonly FileEntry[],
): Promise<Manifest> {
  const texts = [
    { path: schemaFile, text: `${JSON.stringify({ statements }, null, 1)}\n` },
    ...sectionScripts(statements),
    { path: 'restore.sql', text: restoreScript(description) },
  ]
  const files = [...dataFiles]
  for (const { path, text } of texts) files.push(await writeText(place, path, text))
  const manifest: Manifest = { ...description, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
  const plain = { ...place, keys: undefined }
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  const own = [await writeText(plain, manifestFile, text)]
  if (place.keys) own.push(await writeText(plain, sealFile, `${place.keys.seal(text)}\n`))
  await writeText(plain, checksumsFile, checksumsText([...own, ...manifest.files]))
  return manifest
}

async function writeText(place: FilePlace, path: string, text: string): Promise<FileEntry> {
  const file = createBackupFile(path, place)
  await file.write(Buffer.from(text))
  return file.finish()
}
