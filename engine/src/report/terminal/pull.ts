import type { Catalog } from '../../catalog/catalog.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { PullTarget } from '../../pull/pull-target.ts'
import type { PulledFile } from '../../pull/pulled-files.ts'
import type { WrittenFiles } from '../../pull/write-files.ts'
import { kindWord } from './words.ts'

export interface PullReport extends WrittenFiles {
  readonly catalog: Catalog
  readonly out: PullTarget
  readonly files: readonly PulledFile[]
}

export function pullLines({ catalog, out, files, written, removed }: PullReport, texts: Messages): string[] {
  if (files.length === 0) return [texts.pull.empty()]
  return [
    ...written.map((file, i) => texts.pull.wrote({ file, lines: lineCount(files[i]!) })),
    ...removed.map((file) => texts.pull.removed({ file })),
    texts.pull.objects({
      counts: countKinds(catalog)
        .map(([kind, count]) => texts.pull.counted({ kind: kindWord(kind, texts), count }))
        .join(', '),
    }),
    ...(catalog.unmodelled.length > 0 ? [texts.pull.unmodelled()] : []),
    ...catalog.unmodelled.map((what) => `  ${what}`),
    texts.pull.next({ command: planCommand(out, written) }),
  ]
}

/** Kinds in the order in which people think of them, columns and such left to the tables that they are of. */
export function countKinds({ objects }: Catalog): (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const { kind, id } of objects.values())
    if (!partKinds.has(kind) && id !== 'schema:public') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(
    ([a, i], [b, j]) => Number(b === 'table') - Number(a === 'table') || j - i || (a < b ? -1 : 1),
  )
}

const partKinds: ReadonlySet<string> = new Set(['column', 'default', 'domain-constraint', 'trigger-state'])

function planCommand({ form, path }: PullTarget, written: readonly string[]): string {
  const sources = form === 'folder' ? [path] : written
  return ['npx trueup plan', ...sources.map((source) => `--schema ${shellWord(source)}`)].join(' ')
}

function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

function lineCount({ text }: PulledFile): number {
  return text.trimEnd().split('\n').length
}
