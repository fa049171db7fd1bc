import { kindOf, nameOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Block } from './blocks.ts'
import { scriptText } from './script-text.ts'

export interface PulledFile {
  /** Relative to the folder; `/` between its parts. */
  readonly path: string
  readonly text: string
}

/** Blocks as a folder of scripts: one file for each table and view, one for all objects of every other kind. */
export function scriptFiles(blocks: readonly Block[], index: CatalogIndex): PulledFile[] {
  const paths = new Map<ObjectId, string>()
  const taken = new Set<string>()
  const files = new Map<string, Block[]>()
  for (const block of blocks) {
    const path = paths.get(block.group) ?? pathFor(block.group, index, taken)
    paths.set(block.group, path)
    const file = files.get(path)
    if (file) file.push(block)
    else files.set(path, [block])
  }
  return [...files].map(([path, own]) => ({ path, text: scriptText(own) }))
}

const folders: Readonly<Record<string, string>> = {
  table: 'tables',
  'foreign-table': 'tables',
  view: 'views',
  'materialized-view': 'views',
}

const sharedFiles: Readonly<Record<string, string>> = {
  schema: 'schemas.sql',
  extension: 'extensions.sql',
  enum: 'types.sql',
  domain: 'types.sql',
  composite: 'types.sql',
  range: 'types.sql',
  'base-type': 'types.sql',
  sequence: 'sequences.sql',
  function: 'functions.sql',
  aggregate: 'functions.sql',
}

function pathFor(group: ObjectId, index: CatalogIndex, taken: Set<string>): string {
  const kind = kindOf(group)
  const folder = folders[kind]
  if (folder === undefined) return sharedFiles[kind] ?? 'others.sql'
  const schema = index.get(group)?.schema ?? 'public'
  const name = fileName(schema === 'public' ? nameOf(group) : `${schema}.${nameOf(group)}`)
  for (let number = 1; ; number++) {
    const path = `${folder}/${name}${number === 1 ? '' : `-${number}`}.sql`
    if (taken.has(path.toLowerCase())) continue
    taken.add(path.toLowerCase()) // two names that differ in case are one file on many disks
    return path
  }
}

/** A name of a table may hold what the name of a file may not. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{Letter}\p{Mark}\p{Number}._-]+/gu, '_').replace(/^\.+/, '')
  return plain === '' ? 'unnamed' : plain
}
