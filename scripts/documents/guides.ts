import { codeBlocks } from './markdown.ts'

export const guideLanguages = ['en', 'ko'] as const
export type GuideLanguage = (typeof guideLanguages)[number]

/** What a newcomer reads, in both languages; every command in them is run by guides.test.ts. */
export const guides = [
  { name: 'README', en: 'README.md', ko: 'README.ko.md' },
  {
    name: 'quick start',
    en: 'backend/migrations/QUICKSTART.en.md',
    ko: 'backend/migrations/QUICKSTART.md',
  },
  {
    name: 'migration guide',
    en: 'backend/migrations/README.en.md',
    ko: 'backend/migrations/README.md',
  },
] as const

/** What a guide asks its reader to do or to see, in order. Blocks without a language are pictures. */
export type Step =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'output'; readonly lines: readonly string[] }
  | { readonly kind: 'settings'; readonly text: string }
  | { readonly kind: 'sql'; readonly sql: string }

export function stepsOf(markdown: string): Step[] {
  return codeBlocks(markdown).flatMap(({ language, text, line }): Step[] => {
    switch (language) {
      case 'sh':
        return text.split(/\n|&&/).map((command) => ({ kind: 'command', command: command.trim() }))
      case 'text':
        return [{ kind: 'output', lines: text.split('\n') }]
      case 'dotenv':
        return [{ kind: 'settings', text }]
      case 'sql':
        return [{ kind: 'sql', sql: text }]
      // Pictures, and code whose names operations-guide.test.ts looks up.
      case '':
      case 'ts':
        return []
      default:
        throw new Error(`line ${line}: nothing is known of blocks in "${language}"`)
    }
  })
}

/** A line of an example as a pattern: figures may be others, `…` stands for anything. */
export function linePattern(example: string): RegExp {
  const pattern = example
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\d+(\\\.\d+)?/g, '\\d+(\\.\\d+)?')
    .replace(/\s+/g, '\\s+')
    .replaceAll('…', '.*')
  return new RegExp(`^${pattern}$`)
}
