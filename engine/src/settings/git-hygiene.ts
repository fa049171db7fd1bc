import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How git treats the files with passwords; `not-applicable` without such files, without a repository, without git. */
export type GitHygiene =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'clean'; readonly files: readonly string[] }
  | {
      readonly kind: 'exposed'
      /** Already in the repository: whoever has it has the passwords. */
      readonly tracked: readonly string[]
      /** Only not yet: the next `git add .` takes them. */
      readonly notIgnored: readonly string[]
    }

/** Looks at `.env` and every `.env.*` but `.env.example` in the project's root. Costs nothing where there are none. */
export async function checkGitHygiene(root: string): Promise<GitHygiene> {
  const files = readdirSync(root).filter((name) => /^\.env(\..+)?$/.test(name) && name !== '.env.example')
  if (files.length === 0 || !isInRepository(root)) return { kind: 'not-applicable' }
  const [tracked, ignored] = await Promise.all([
    askGit(root, ['--literal-pathspecs', 'ls-files', '-z', '--', ...files]),
    askGit(root, ['check-ignore', '-z', '--stdin'], files.join('\0')),
  ])
  if (!tracked || !ignored) return { kind: 'not-applicable' }
  const notIgnored = files.filter((file) => !tracked.includes(file) && !ignored.includes(file))
  return tracked.length + notIgnored.length === 0
    ? { kind: 'clean', files }
    : { kind: 'exposed', tracked, notIgnored }
}

/** Saves starting git where it could only say no. */
function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  return dirname(folder) !== folder && isInRepository(dirname(folder))
}

/** The names git answers with; exit code 1 of check-ignore means none, anything else that git cannot tell. */
async function askGit(root: string, words: string[], input = ''): Promise<readonly string[] | undefined> {
  try {
    const running = run('git', words, { cwd: root, timeout: 5_000 })
    running.child.stdin?.on('error', () => {}).end(input)
    return (await running).stdout.split('\0').filter((name) => name !== '')
  } catch (error) {
    return (error as { code?: unknown }).code === 1 ? [] : undefined
  }
}
