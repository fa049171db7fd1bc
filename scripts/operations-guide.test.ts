import { describe, expect, test } from 'vitest'
import { contentOf, filesUnder, isForTests } from './architecture/source-files.ts'

const guides = ['backend/migrations/README.en.md', 'backend/migrations/README.md']
const operations = 'backend/app/operations'

/** The functions that the files of a folder export. */
function exportedFrom(folder: string): ReadonlySet<string> {
  const files = filesUnder(folder).filter((file) => !isForTests(file))
  const found = files.flatMap((file) => [...contentOf(file).matchAll(/export (?:async )?function (\w+)/g)])
  return new Set(found.map(([, name]) => name ?? ''))
}

describe.each(guides)('%s', (guide) => {
  const rows = [...contentOf(guide).matchAll(/^\| `(\w+)\/` +\| (.+?) +\|$/gm)]

  test('lists every folder of the operations', () => {
    const folders = filesUnder(operations).map((file) => file.split('/')[3])
    const listed = rows.map(([, folder]) => folder).sort()
    expect(listed).toEqual([...new Set(folders)].filter((folder) => folder !== 'ledger').sort())
  })

  test.each(rows.map(([, folder = '', cell = '']) => ({ folder, cell })))(
    'names functions of $folder/ that exist',
    ({ folder, cell }) => {
      const named = [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name)
      const exported = exportedFrom(`${operations}/${folder}`)
      expect(named.filter((name) => !exported.has(name ?? ''))).toEqual([])
    },
  )

  test('names outcomes that exist', () => {
    const [, example = ''] = contentOf(guide).match(/```ts\n([\s\S]+?)```/) ?? []
    const kinds = [...example.matchAll(/case '([\w-]+)'/g)].map(([, kind]) => kind)
    const source = contentOf(`${operations}/generations/start-generation.ts`)
    expect(kinds.length).toBeGreaterThan(0)
    expect(kinds.filter((kind) => !source.includes(`kind: '${kind}'`))).toEqual([])
  })
})
