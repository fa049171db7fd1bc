import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { TrueupError } from '../errors/trueup-error.ts'

export const environmentNames = ['development', 'staging', 'production'] as const
export type EnvironmentName = (typeof environmentNames)[number]

/** The settings of one environment, layered and traced to where each came from. */
export interface Environment {
  readonly environment: EnvironmentName
  /** Absolute folder of the project, where the `.env` files are. */
  readonly root: string
  readonly variables: ReadonlyMap<string, Variable>
  /** The files that were looked for, strongest first; paths relative to the root. */
  readonly files: readonly { readonly path: string; readonly exists: boolean }[]
}

export interface Variable {
  readonly value: string
  /** `process environment`, or a file's path relative to the root. */
  readonly origin: string
}

export interface EnvironmentOptions {
  readonly root: string
  /** From `--env`; before APP_ENV. */
  readonly name?: string | undefined
  readonly processEnvironment: Readonly<Record<string, string | undefined>>
}

export const processOrigin = 'process environment'

/**
 * The process environment over `.env.<environment>` over `.env`; an empty value counts as unset.
 * Which environment: the option, then APP_ENV (process environment, then `.env`), then development.
 */
export function readEnvironment({ root, name, processEnvironment }: EnvironmentOptions): Environment {
  const own = layer(processEnvironment, processOrigin)
  const common = readFileLayer(root, '.env')
  const environment = chooseEnvironment(name, own.get('APP_ENV') ?? common.variables.get('APP_ENV'))
  const specific = readFileLayer(root, `.env.${environment}`)
  return {
    environment,
    root,
    variables: new Map([...common.variables, ...specific.variables, ...own]),
    files: [specific.file, common.file],
  }
}

function chooseEnvironment(option: string | undefined, variable: Variable | undefined): EnvironmentName {
  const wish = option ?? variable?.value ?? 'development'
  const known = environmentNames.find((each) => each === wish)
  if (known) return known
  const origin = option === undefined ? `APP_ENV, ${variable?.origin}` : '--env'
  throw new TrueupError('SETTINGS-ENVIRONMENT', { name: wish, origin, legal: environmentNames })
}

function readFileLayer(root: string, path: string) {
  try {
    // Some editors begin a file with a byte order mark, which would become part of the first name.
    const text = readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, '')
    return { file: { path, exists: true }, variables: layer(parseEnv(text), path) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { file: { path, exists: false }, variables: new Map<string, Variable>() }
    throw new TrueupError('SETTINGS-FILE', { file: path, reason: code ?? String(error) }, { cause: error })
  }
}

function layer(values: Readonly<Record<string, string | undefined>>, origin: string): Map<string, Variable> {
  const filled = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]?.trim()),
  )
  return new Map(filled.map(([name, value]) => [name, { value, origin }]))
}
