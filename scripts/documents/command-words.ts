import { codeBlocks, codeSpans } from './markdown.ts'

/** Everything in a document that looks like a command of this project: what a reader might type. */
export function commandsNamed(markdown: string): string[] {
  const lines = codeBlocks(markdown)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split(/\n|&&/))
  return [...lines, ...codeSpans(markdown)]
    .map((text) => text.trim())
    .filter((text) => /^(npm|npx) /.test(text))
}

export type CommandName =
  | { readonly kind: 'script'; readonly script: string; readonly flags: readonly string[] }
  | { readonly kind: 'trueup'; readonly command: string; readonly flags: readonly string[] }
  | { readonly kind: 'other' }

export function readCommand(text: string): CommandName {
  const words = text.split(/\s+/)
  const flags = words.filter((word) => /^--\w/.test(word)).map((word) => word.slice(2))
  if (text.startsWith('npm test')) return { kind: 'script', script: 'test', flags }
  const script = /^npm run (?:-s )?([\w:-]+)/.exec(text)?.[1]
  if (script) return { kind: 'script', script, flags }
  const command = /^npx trueup ([a-z]\w*)/.exec(text)?.[1]
  return command ? { kind: 'trueup', command, flags } : { kind: 'other' }
}
