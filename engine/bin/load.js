import { existsSync } from 'node:fs'

const program = new URL('../dist/cli.js', import.meta.url)

/** The built command line, or what to do when an install without scripts left it unbuilt. */
export async function load() {
  if (existsSync(program)) return import(program.href)
  console.error('trueup is not built yet: run `npm run build` in the project root.')
  process.exit(1)
}
