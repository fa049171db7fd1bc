import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkGitHygiene } from './git-hygiene.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trueup-git-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'ignore' })
const write = (name: string, text = '') => writeFileSync(join(root, name), text)

it('asks nothing where there is nothing to protect', async () => {
  git('init')
  write('.env.example')
  expect(await checkGitHygiene(root)).toEqual({ kind: 'not-applicable' })
})

it('asks nothing outside a repository', async () => {
  write('.env')
  expect(await checkGitHygiene(root)).toEqual({ kind: 'not-applicable' })
})

it('is content with what is ignored', async () => {
  git('init')
  write('.gitignore', '.env\n.env.*\n!.env.example\n')
  for (const name of ['.env', '.env.production', '.env.example']) write(name)
  expect(await checkGitHygiene(root)).toEqual({ kind: 'clean', files: ['.env', '.env.production'] })
})

it('tells what is tracked, even if it is ignored since, and what is not ignored', async () => {
  git('init')
  write('.env')
  git('add', '.env')
  write('.gitignore', '.env\n')
  write('.env.staging')
  expect(await checkGitHygiene(root)).toEqual({
    kind: 'exposed',
    tracked: ['.env'],
    notIgnored: ['.env.staging'],
  })
})

it('finds the repository above the project, and names with odd letters', async () => {
  git('init')
  const project = join(root, 'a project')
  mkdirSync(project)
  writeFileSync(join(project, '.env.한글 "x"'), '')
  expect(await checkGitHygiene(project)).toEqual({
    kind: 'exposed',
    tracked: [],
    notIgnored: ['.env.한글 "x"'],
  })
})
