import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './architecture/source-files.ts'
import { generatedDocuments, generatedFolders } from './documents/generated.ts'

/** Writes all generated documents, and removes those of commands and codes that are no more. */
const documents = await generatedDocuments()
for (const folder of generatedFolders) {
  mkdirSync(join(repository, folder), { recursive: true })
  for (const file of readdirSync(join(repository, folder)))
    if (!documents.has(`${folder}/${file}`)) rmSync(join(repository, folder, file))
}
for (const [path, text] of documents) writeFileSync(join(repository, path), text)
process.stdout.write(`${documents.size} documents\n`)
