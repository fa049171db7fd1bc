import { dirname, join } from 'node:path'
import { withoutComments } from './source-files.ts'

export interface ImportLine {
  /** A path from the repository's top, or the name of a package or a module of Node. */
  readonly target: string
  readonly isLocal: boolean
  /** Gone once compiled: `import type`, or a list of nothing but types. */
  readonly typesOnly: boolean
}

const statement = /^(?:import|export)\s+(type\s)?([^'"`;=]*?)\s*from\s*'([^']+)'|^import '([^']+)'/gm
const expression = /(typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g

export function importLines(path: string, code: string): ImportLine[] {
  const text = withoutComments(code)
  const line = (target: string, typesOnly: boolean): ImportLine => {
    const isLocal = target.startsWith('.')
    return { target: isLocal ? join(dirname(path), target) : target, isLocal, typesOnly }
  }
  return [
    ...[...text.matchAll(statement)].map(([, type, names = '', from, bare]) =>
      line(from ?? bare ?? '', Boolean(type) || namesOnlyTypes(names)),
    ),
    ...[...text.matchAll(expression)].map(([, type, from = '']) => line(from, Boolean(type))),
  ]
}

/** `{ type A, type B }` */
function namesOnlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',')
  const filled = listed?.map((name) => name.trim()).filter((name) => name !== '')
  return Boolean(filled?.length && filled.every((name) => name.startsWith('type ')))
}
