import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actualImports } from './architecture/actual-imports.ts'
import { circles } from './architecture/circles.ts'
import { compareWithTable } from './architecture/compare-with-table.ts'
import { importRules, knownCircles, pureFolders } from './architecture/import-table.ts'
import { contentOf, filesUnder, isForTests, isProgram, withoutComments } from './architecture/source-files.ts'

const architecture = contentOf('ARCHITECTURE.md')
const rules = importRules(architecture)
const engineCode = filesUnder('engine/src').filter((file) => isProgram(file) && !isForTests(file))
const programs = ['engine', 'backend', 'bench', 'scripts'].flatMap(filesUnder).filter(isProgram)

describe('who may import whom', () => {
  const imports = actualImports(rules)

  test('the table and the import lines say the same', () => {
    expect(compareWithTable(rules, imports)).toEqual([])
  })

  test('values are imported in one direction, but for the circles that are listed', () => {
    const values = imports.map(({ unit, units }) => {
      const targets = [...units].filter(([, { typesOnly }]) => !typesOnly).map(([target]) => target)
      return [unit, new Set(targets)] as const
    })
    expect(circles(new Map(values))).toEqual(knownCircles(architecture))
  })
})

describe('what is absent', () => {
  /** Lines of the code that match, comments aside. */
  const found = (files: readonly string[], pattern: RegExp) =>
    files.flatMap((file) => {
      const lines = withoutComments(contentOf(file)).split('\n')
      return lines.filter((line) => pattern.test(line)).map((line) => `${file}: ${line.trim()}`)
    })

  test('pure folders ask neither clock nor environment nor chance', () => {
    const pure = pureFolders(architecture)
    expect(pure.length).toBeGreaterThan(0)
    const files = engineCode.filter((file) => pure.some((folder) => file.startsWith(`engine/src/${folder}/`)))
    expect(
      found(files, /Date\.now\(|new Date\(\)|performance\.|Math\.random\(|\bprocess\.|setTimeout\(/),
    ).toEqual([])
  })

  test('only the command line knows arguments, environment, terminal and exit', () => {
    const outside = engineCode.filter((file) => !file.startsWith('engine/src/cli/'))
    const app = filesUnder('backend/app').filter((file) => isProgram(file) && !isForTests(file))
    const world = /\bprocess\.(env|argv|cwd|exit|exitCode|stdin|stdout|stderr)\b|\bconsole\./
    expect(found([...outside, ...app], world)).toEqual([])
  })

  test('the engine has no word of its user', () => {
    const word = ['avatar', 'bank'].join('')
    const files = filesUnder('engine')
    expect(files.filter((file) => `${file} ${contentOf(file)}`.toLowerCase().includes(word))).toEqual([])
  })

  test('classes are errors, and nothing is mocked', () => {
    expect(found(programs, /^\s*(export )?(abstract )?class (?!\w+(<.*>)? extends \w*Error)/)).toEqual([])
    expect(found(programs, /\bvi\.(mock|doMock|fn|spyOn)\(/)).toEqual([])
  })
})

describe('files', () => {
  test('names say what is inside', () => {
    const vague = /(^|[-_./])(utils?|helpers?|common|managers?)([-_./]|$)/
    expect(programs.filter((file) => vague.test(file))).toEqual([])
    const doors = ['engine/src/index.ts', 'backend/app/models/index.ts']
    expect(programs.filter((file) => /^index\.[jt]s$/.test(basename(file)) && !doors.includes(file))).toEqual(
      [],
    )
    // the two scripts keep the names that the team has always used
    const scripts = /^backend\/migrations\/create_(missing_)?tables\.ts$|^bench\/peers\//
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)?\.[jt]s$/
    expect(programs.filter((file) => !kebab.test(basename(file)) && !scripts.test(file))).toEqual([])
  })

  test('nobody has to scroll: 250 lines ask for a split, 400 are too many', () => {
    const lengths = programs.map((file) => ({ file, lines: contentOf(file).split('\n').length - 1 }))
    const long = lengths.filter(({ lines }) => lines > 250)
    if (long.length > 0)
      console.warn(`longer than 250 lines: ${long.map(({ file, lines }) => `${file} (${lines})`).join(', ')}`)
    expect(long.filter(({ lines }) => lines > 400)).toEqual([])
  })
})
