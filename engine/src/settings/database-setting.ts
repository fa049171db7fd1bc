import { isAbsolute, join } from 'node:path'
import { TrueupError } from '../errors/trueup-error.ts'
import { parseConnectionUrl } from '../postgres/url/connection-url.ts'
import type { ParsedConnection } from '../postgres/url/parsed-connection.ts'
import type { Environment } from './environment.ts'
import type { SettingProblem } from './setting-problem.ts'

/** What to connect to, and where that was said. */
export type DatabaseSetting =
  | { readonly kind: 'url'; readonly connection: ParsedConnection; readonly origin: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly origin: string }

export interface DatabaseChoice {
  /** The value of `--database`: a URL or the path of a folder; it wins. */
  readonly flag?: string | undefined
  /** The first of these that is set decides. */
  readonly variables?: readonly string[]
  /** An embedded database for when nothing is set, relative to the root; never used in production. */
  readonly defaultFolder?: string | undefined
}

/** Migrations belong on a direct connection where there is one. */
export const migrationVariables = ['DATABASE_DIRECT_URL', 'DATABASE_URL']

/** Throws SETTINGS-INVALID with every problem of the setting that decides. */
export function chooseDatabase(environment: Environment, choice: DatabaseChoice): DatabaseSetting {
  const outcome = readDatabase(environment, choice)
  if (outcome.setting) return outcome.setting
  throw new TrueupError('SETTINGS-INVALID', { problems: outcome.problems })
}

export type DatabaseOutcome =
  | { readonly setting: DatabaseSetting; readonly problems?: undefined }
  | { readonly setting?: undefined; readonly problems: readonly SettingProblem[] }

/** As `chooseDatabase`, for those who gather problems from several settings. */
export function readDatabase(environment: Environment, choice: DatabaseChoice): DatabaseOutcome {
  const { flag, variables = migrationVariables, defaultFolder } = choice
  if (flag !== undefined) return readFlag(flag, environment.root)
  for (const variable of variables) {
    const found = environment.variables.get(variable)
    if (found) return readUrl(found.value, variable, found.origin)
  }
  if (defaultFolder !== undefined && environment.environment !== 'production')
    return {
      setting: { kind: 'folder', folder: absolute(environment.root, defaultFolder), origin: 'default' },
    }
  return { problems: [missing(environment, variables.at(-1) ?? 'DATABASE_URL')] }
}

/** A mistyped URL must not become a folder that has the password in its name. */
function readFlag(value: string, root: string): DatabaseOutcome {
  if (/^\s*postgres(ql)?:\/\//.test(value)) return readUrl(value, '--database', 'command line')
  if (value.trim() === '' || value.includes('://') || /^\s*postgres(ql)?:/i.test(value))
    return {
      problems: [{ variable: '--database', origin: 'command line', problem: { kind: 'not-a-database' } }],
    }
  return { setting: { kind: 'folder', folder: absolute(root, value), origin: '--database' } }
}

function readUrl(url: string, variable: string, origin: string): DatabaseOutcome {
  const { connection, problems } = parseConnectionUrl(url)
  if (problems) return { problems: problems.map((problem) => ({ variable, origin, problem })) }
  return {
    setting: {
      kind: 'url',
      connection,
      origin: variable === '--database' ? variable : `${variable}, ${origin}`,
    },
  }
}

function missing({ environment }: Environment, variable: string): SettingProblem {
  return { variable, origin: `.env.${environment}`, problem: { kind: 'missing', environment } }
}

function absolute(root: string, folder: string): string {
  return isAbsolute(folder) ? folder : join(root, folder)
}
