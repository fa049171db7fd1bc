import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { flags as knownFlags } from '../engine/src/cli/flags.ts'
import { commandNames } from '../engine/src/cli/main.ts'
import { en } from '../engine/src/messages/en.ts'
import { contentOf, filesUnder, repository } from './architecture/source-files.ts'
import { commandsNamed, readCommand } from './documents/command-words.ts'
import { guides } from './documents/guides.ts'
import { codeSpans, headingAnchors, linkTargets } from './documents/markdown.ts'

const documents = filesUnder('.').filter((file) => file.endsWith('.md'))

describe.each(documents)('%s', (file) => {
  const markdown = contentOf(file)

  test('links lead somewhere', () => {
    const local = linkTargets(markdown).filter((target) => !/^[a-z]+:/.test(target))
    expect(local.filter((target) => !isThere(file, target))).toEqual([])
  })

  test('names commands and options that exist', () => {
    const { scripts } = JSON.parse(contentOf('package.json')) as { scripts: Record<string, string> }
    const wrong = commandsNamed(markdown).filter((text) => {
      const named = readCommand(text)
      if (named.kind === 'other') return false
      if (named.kind === 'script' && !isOfTheEngine(scripts[named.script])) return !(named.script in scripts)
      const exists = named.kind === 'script' || commandNames.includes(named.command)
      return !exists || named.flags.some((flag) => !(flag in knownFlags))
    })
    expect(wrong).toEqual([])
  })
})

describe('guides', () => {
  const files = guides.flatMap(({ en, ko }) => [en, ko])

  test.each(files)('%s names error codes that exist', (file) => {
    const areas = new Set(Object.keys(en.errors).map((code) => code.split('-')[0]))
    const codes = codeSpans(contentOf(file)).filter(
      (span) => /^[A-Z]+(-[A-Z]+)+$/.test(span) && areas.has(span.split('-')[0]),
    )
    expect(codes.filter((code) => !(code in en.errors))).toEqual([])
  })

  test.each(guides)('$name names the same codes, variables and packages in both languages', ({ en, ko }) => {
    const names = (file: string) =>
      codeSpans(contentOf(file))
        .filter((span) => /^[\x21-\x7e]+$/.test(span) && !span.includes('<'))
        .sort()
    expect([...new Set(names(ko))]).toEqual([...new Set(names(en))])
  })
})

describe('decisions', () => {
  const pages = filesUnder('docs/decisions')
    .filter((file) => /\/\d{4}-[a-z0-9-]+\.md$/.test(file))
    .sort()
  const texts = pages.map(contentOf)

  test('are numbered without a gap, in file name, title and list', () => {
    const listed = contentOf('docs/decisions/README.md').match(/^\d+\. .*$/gm)
    const titles = pages.map((page, i) => {
      const [, title = ''] = /^# \d+\. (.+)$/m.exec(texts[i] ?? '') ?? []
      return `${i + 1}. [${title}](${page.split('/').at(-1)})`
    })
    expect(listed).toEqual(titles)
    expect(pages.map((page) => Number(/\/(\d{4})-/.exec(page)?.[1]))).toEqual(pages.map((_, i) => i + 1))
    expect(texts.map((text) => Number(/^# (\d+)\./.exec(text)?.[1]))).toEqual(pages.map((_, i) => i + 1))
  })

  test('there is one for every package', () => {
    const decided = texts.flatMap((text) => codeSpans(/^\*\*Packages:\*\*.*$/m.exec(text)?.[0] ?? ''))
    const manifests = ['package.json', 'engine/package.json', 'backend/package.json'].map(contentOf)
    const packages = manifests.flatMap((manifest) => {
      const { dependencies, devDependencies, peerDependencies } = JSON.parse(manifest)
      return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies })
    })
    const others = [...new Set(packages)].filter((name) => name !== 'trueup')
    expect(decided.sort()).toEqual(others.sort())
  })
})

/** A command of the engine under a name of ours; what our own tools take they say themselves. */
function isOfTheEngine(script = ''): boolean {
  return /^trueup( |-run backend\/migrations\/)/.test(script)
}

function isThere(from: string, target: string): boolean {
  const [path = '', anchor] = decodeURI(target).split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(repository, file))) return false
  return anchor === undefined || headingAnchors(contentOf(file)).includes(anchor)
}
