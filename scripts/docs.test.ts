import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from './architecture/source-files.ts'
import { generatedDocuments, generatedFolders } from './documents/generated.ts'

test('generated documents are what the texts say; `npm run docs` writes them', async () => {
  const there = generatedFolders.flatMap((folder) =>
    readdirSync(join(repository, folder)).map((file) => {
      const path = `${folder}/${file}`
      return [path, readFileSync(join(repository, path), 'utf8')] as const
    }),
  )
  const wanted = await generatedDocuments()
  expect(there.filter(([path, text]) => wanted.get(path) !== text).map(([path]) => path)).toEqual([])
  expect([...wanted.keys()].filter((path) => !there.some(([one]) => one === path))).toEqual([])
})
