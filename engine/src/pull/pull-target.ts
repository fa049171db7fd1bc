import { extname } from 'node:path'
import { TrueupError } from '../errors/trueup-error.ts'

/** What a pull is to write, and where. */
export interface PullTarget {
  readonly form: 'models' | 'script' | 'folder' | 'catalog'
  /** `-` for the standard output. */
  readonly path: string
}

/** The form goes by the ending of the name; a name without one is a folder. */
export function pullTarget(out: string): PullTarget {
  if (out === '-') return { form: 'script', path: out }
  if (out.endsWith('/') || out.endsWith('\\')) return { form: 'folder', path: out }
  const ending = extname(out)
  const form = forms[ending]
  if (form === undefined) throw new TrueupError('PULL-KIND', { out, ending })
  return { form, path: out }
}

const forms: Readonly<Record<string, PullTarget['form']>> = {
  '.ts': 'models',
  '.mts': 'models',
  '.sql': 'script',
  '.json': 'catalog',
  '': 'folder',
}
